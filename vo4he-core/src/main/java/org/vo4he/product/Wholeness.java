// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsFinding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;

/// Whether a file looks as if its writer had finished. What has no structure to tell by is taken to be whole.
///
/// A FITS file of several HDUs whose writer rests between two of them looks whole: nothing in it says that more will
/// come, but for NEXTEND, and for a primary HDU without data, which nobody writes for itself.
public final class Wholeness {

    private static final Set<FitsFinding> UNFINISHED = EnumSet.of(
            FitsFinding.TRUNCATED,
            FitsFinding.SHORT_PADDING,
            FitsFinding.NO_END,
            FitsFinding.TRAILING_BYTES,
            FitsFinding.GZIP_DAMAGED);

    private static final byte[] FITS = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final int BUFFER_BYTES = 64 * 1024;

    private Wholeness() {}

    /// What a file lacks to be whole, in words; empty when it lacks nothing that could be seen.
    public static Optional<String> lack(Path file) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            return Optional.of("it is empty");
        }
        if (isPart(start, FITS) || isPart(start, GZIP)) {
            return Optional.of("it has " + start.length + " bytes");
        }
        boolean gzip = start[0] == GZIP[0] && start[1] == GZIP[1];
        try (FitsFile fits = FitsFile.open(file)) {
            Optional<String> lack = lack(fits);
            boolean toBeRead = lack.isEmpty() && gzip && fits.findings().isEmpty();
            return toBeRead ? lackOfGzip(file) : lack;
        } catch (NotFitsException e) {
            return gzip ? lackOfGzip(file) : Optional.empty();
        } catch (IOException e) {
            if (Files.isReadable(file)) {
                return Optional.of("its first header is not whole");
            }
            throw e;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FITS.length);
        }
    }

    /// Whether these bytes are shorter than the word and so far the same.
    private static boolean isPart(byte[] start, byte[] word) {
        if (start.length >= word.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (start[i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> lack(FitsFile fits) {
        for (Finding finding : fits.findings()) {
            if (finding.code() instanceof FitsFinding code && UNFINISHED.contains(code)) {
                return Optional.of(finding.message());
            }
        }
        Hdu primary = fits.hdus().getFirst();
        int extensions = fits.hdus().size() - 1;
        long announced = primary.header().integer("NEXTEND").orElse(0L);
        if (extensions < announced) {
            return Optional.of(
                    "its primary header announces " + announced + " extensions, " + extensions + " are there");
        }
        return extensions == 0 && primary.dataSize() == 0
                ? Optional.of("it has no data and no extension")
                : Optional.empty();
    }

    /// The end of the stream holds its length and checksum, which reading the HDUs does not reach.
    private static Optional<String> lackOfGzip(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            while (in.read(buffer) >= 0) {
                // read on to the end
            }
            return Optional.empty();
        } catch (EOFException | ZipException e) {
            return Optional.of("its gzip stream does not end: " + e.getMessage());
        }
    }
}
