// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// The library's side of `large-file.sh`: makes an event list of any size, and appends VO-TAGS to one again and again.
public final class LargeFile {

    private static final int ROW_BYTES = 40;
    private static final int ROWS_AT_ONCE = 25_000;
    private static final int BLOCK = 2880;
    private static final int WARM_UP = 500;

    private LargeFile() {}

    /// @param arguments `make FILE MEGABYTES`, or `append FILE ROUNDS`, which prints for each round the milliseconds
    /// and
    ///     the bytes that this process wrote meanwhile
    public static void main(String[] arguments) throws IOException, NotFitsException, ProvenanceFormatException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "three arguments are expected: make, a file and its megabytes; or append, a file and the rounds");
        }
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(file, Long.parseLong(arguments[2]));
            case "append" -> append(file, Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException("'" + arguments[0] + "' is neither make nor append");
        }
    }

    /// The event list of 1 MB with its rows repeated.
    private static void make(Path file, long megabytes) throws IOException, NotFitsException {
        byte[] one = Files.readAllBytes(EventFiles.one(file));
        int start;
        int end;
        try (FitsFile fits = FitsFile.open(file)) {
            Hdu events = fits.hdu("EVENTS").orElseThrow();
            start = Math.toIntExact(events.dataOffset());
            end = start + padded(events.dataSize());
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(withRows(one, start, megabytes * ROWS_AT_ONCE), 0, start);
            for (long n = 0; n < megabytes; n++) {
                out.write(one, start, ROW_BYTES * ROWS_AT_ONCE);
            }
            long size = megabytes * ROW_BYTES * ROWS_AT_ONCE;
            out.write(new byte[(int) (Math.ceilDiv(size, BLOCK) * BLOCK - size)]);
            out.write(one, end, one.length - end);
        }
    }

    private static int padded(long size) {
        return Math.toIntExact(Math.ceilDiv(size, BLOCK) * BLOCK);
    }

    private static byte[] withRows(byte[] fits, int end, long rows) {
        byte[] changed = fits.clone();
        String header = new String(fits, 0, end, StandardCharsets.ISO_8859_1);
        int at = header.lastIndexOf("NAXIS2  = ");
        byte[] card = String.format(Locale.ROOT, "NAXIS2  = %20d", rows).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(card, 0, changed, at, card.length);
        return changed;
    }

    /// After each append the file is cut back to what it was. A small file warms the JVM up, so that the rounds are
    /// those of a pipeline that runs.
    private static void append(Path file, int rounds) throws IOException, NotFitsException, ProvenanceFormatException {
        ObsCoreRow row = new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst()
                .row();
        WriteOptions options = TagFiles.options();
        Path small = EventFiles.one(Files.createTempFile(file.toAbsolutePath().getParent(), "warm-up", ".fits"));
        try {
            for (int n = 0; n < WARM_UP; n++) {
                appendAndCut(small, row, options);
            }
        } finally {
            Files.delete(small);
        }
        double[] milliseconds = new double[rounds];
        long[] written = new long[rounds];
        for (int n = 0; n < rounds; n++) {
            long before = bytesWritten();
            milliseconds[n] = appendAndCut(file, row, options) / 1e6;
            written[n] = bytesWritten() - before;
        }
        for (int n = 0; n < rounds; n++) {
            System.out.printf(Locale.ROOT, "%.3f %d%n", milliseconds[n], written[n]);
        }
    }

    /// @return how long the append took, in nanoseconds
    private static long appendAndCut(Path file, ObsCoreRow row, WriteOptions options)
            throws IOException, NotFitsException {
        long size = Files.size(file);
        long start = System.nanoTime();
        WriteReport report = VoTags.write(file, file, row, options);
        long took = System.nanoTime() - start;
        if (report.outcome() != WriteReport.Outcome.WRITTEN) {
            throw new IllegalStateException(file + ": " + report);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
        return took;
    }

    /// As Linux counts them.
    private static long bytesWritten() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("wchar: "))
                .map(line -> line.substring("wchar: ".length()))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
