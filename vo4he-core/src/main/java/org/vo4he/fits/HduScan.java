// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vo4he.diagnostics.Finding;

/// One pass over the headers of a file: finds each HDU, its kind and its extent (FITS Standard 4.0, sections
/// 3 and 4.4).
final class HduScan {

    static final int BLOCK = 2880;

    private static final int MOST_HEADER_BYTES = 64 << 20;
    private static final int MOST_HDUS = 100_000;

    private static final byte[] START = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXTENSION = "XTENSION=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "END     ".getBytes(StandardCharsets.US_ASCII);

    private final FitsFile file;
    private final List<Hdu> hdus = new ArrayList<>();
    private final List<Hdu> found = Collections.unmodifiableList(hdus);
    private final Set<String> labels = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Fingerprint digest = new Fingerprint();
    private final ReadAhead ahead;
    private int headerLength;
    private long end;

    HduScan(FitsFile file) throws IOException, NotFitsException {
        this.file = file;
        this.ahead = new ReadAhead(file);
        try {
            scan();
        } catch (FitsBytes.Damaged e) {
            stopAt(
                    FitsFinding.GZIP_DAMAGED,
                    "the gzip stream is damaged after " + hdus.size() + " HDUs: " + e.getMessage());
        } catch (FitsBytes.TooLarge e) {
            stopAt(FitsFinding.GZIP_TOO_LARGE, "not read after " + hdus.size() + " HDUs: " + e.getMessage());
        }
    }

    List<Hdu> hdus() {
        return found;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    String fingerprint() {
        return digest.hex();
    }

    long end() {
        return end;
    }

    private void stopAt(FitsFinding code, String message) throws UnreadableFitsException {
        report(new Finding(code, file.path().getFileName().toString(), message));
    }

    /// A fault that ends the reading: with no HDU read yet there is nothing to go on with.
    private void report(Finding fault) throws UnreadableFitsException {
        if (hdus.isEmpty()) {
            throw new UnreadableFitsException(fault);
        }
        findings.add(fault);
    }

    private void scan() throws IOException, NotFitsException {
        requireFits();
        while (hdus.size() < MOST_HDUS) {
            if (!hdus.isEmpty() && !extensionFollows()) {
                return;
            }
            if (!findHeader() || !addHdu()) {
                return;
            }
        }
    }

    private void requireFits() throws IOException, NotFitsException {
        int n = ahead.look(0, Card.LENGTH);
        if (n == 0) {
            throw new NotFitsException(file.path(), "it is empty");
        }
        if (n < START.length || !Arrays.equals(ahead.bytes(), 0, START.length, START, 0, START.length)) {
            throw new NotFitsException(file.path(), SignatureOf.content(ahead.bytes(), n));
        }
    }

    /// Whether an extension starts at [#end]; other bytes there are reported.
    private boolean extensionFollows() throws IOException {
        int n = ahead.look(end, BLOCK);
        int at = ahead.at(end);
        if (n >= EXTENSION.length
                && Arrays.equals(ahead.bytes(), at, at + EXTENSION.length, EXTENSION, 0, EXTENSION.length)) {
            return true;
        }
        if (n > 0 && !onlyBlank(at, n)) {
            findings.add(new Finding(
                    FitsFinding.TRAILING_BYTES,
                    file.path().getFileName().toString(),
                    "bytes from offset " + end + " on are no extension"));
        }
        return false;
    }

    /// Zeros and blanks after the last HDU are common padding and harm nobody.
    private boolean onlyBlank(int at, int n) {
        for (int i = at; i < at + n; i++) {
            byte found = ahead.bytes()[i];
            if (found != 0 && found != ' ') {
                return false;
            }
        }
        return true;
    }

    /// Has the header that starts at [#end] at hand.
    private boolean findHeader() throws IOException {
        int filled = 0;
        int looked = 0;
        while (true) {
            int n = ahead.look(end, filled + BLOCK);
            boolean grew = n > filled;
            filled = n;
            for (; looked + Card.LENGTH <= filled; looked += Card.LENGTH) {
                if (isEnd(ahead.at(end) + looked)) {
                    headerLength = looked;
                    return true;
                }
            }
            if (!grew || filled > MOST_HEADER_BYTES) {
                headerLength = looked;
                noEnd(filled);
                return false;
            }
        }
    }

    private void noEnd(int bytes) throws UnreadableFitsException {
        report(new Finding(
                FitsFinding.NO_END,
                file.path().getFileName() + " HDU " + hdus.size(),
                "the header at offset " + end + " has no END card in " + bytes + " bytes"));
    }

    private boolean isEnd(int at) {
        byte[] bytes = ahead.bytes();
        return bytes[at] == 'E' && Arrays.equals(bytes, at, at + END.length, END, 0, END.length);
    }

    /// Makes an HDU of the header at hand and moves [#end] behind its data.
    ///
    /// @return whether reading can go on
    private boolean addHdu() throws IOException {
        int index = hdus.size();
        Map<String, String> faults = new LinkedHashMap<>();
        int at = ahead.at(end);
        byte[] bytes = Arrays.copyOfRange(ahead.bytes(), at, at + headerLength + END.length);
        FitsHeader stored = FitsHeader.read(bytes, headerLength, faults::putIfAbsent);
        String name = stored.text("EXTNAME").orElse(index == 0 ? "PRIMARY" : "#" + index);
        faults.forEach((keyword, message) -> findings.add(finding(FitsFinding.BAD_CARD, name, keyword, message)));
        if (!name.equalsIgnoreCase("VO-TAGS")) {
            digest.add(bytes);
        }

        long size = announcedSize(stored, name);
        if (size < 0) {
            return false;
        }
        long dataOffset = end + padded(headerLength + Card.LENGTH);
        file.keep(dataOffset, padded(size));
        long available = available(dataOffset, size);
        HduExtent extent = new HduExtent(end, dataOffset, size, available >= size);
        boolean compressed = CompressedHeader.holdsImage(stored) || CompressedHeader.holdsTable(stored);
        FitsHeader header = compressed ? CompressedHeader.original(stored) : stored;
        HduKind kind = HduKind.of(header, compressed && CompressedHeader.holdsImage(stored));
        List<TableColumn> columns = kind == HduKind.BINARY_TABLE || kind == HduKind.ASCII_TABLE
                ? TableLayout.of(
                        header,
                        kind == HduKind.ASCII_TABLE,
                        (keyword, message) -> findings.add(finding(FitsFinding.STRUCTURE, name, keyword, message)))
                : List.of();
        hdus.add(new Hdu(file, index, label(index, header), kind, header, compressed, extent, columns));
        end = dataOffset + padded(size);
        return size == 0 ? reportEndOfHeader(name, dataOffset) : reportEnd(name, size, available, padded(size));
    }

    private String label(int index, FitsHeader header) {
        String name = header.text("EXTNAME").orElse(index == 0 ? "PRIMARY" : "#" + index);
        if (labels.add(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        String versioned = name + "," + header.integer("EXTVER").orElse(1L);
        return labels.add(versioned.toUpperCase(Locale.ROOT)) ? versioned : "#" + index;
    }

    private Finding finding(FitsFinding code, String hdu, String keyword, String message) {
        return new Finding(code, file.path().getFileName() + " " + hdu + " " + keyword, keyword + " " + message);
    }

    static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// @return -1 when a mandatory keyword is missing or illegal, which is then a finding
    private long announcedSize(FitsHeader header, String name) throws UnreadableFitsException {
        try {
            return DataSize.of(header);
        } catch (DataSize.Unreadable e) {
            structure(name, e.keyword(), e.getMessage());
            return -1;
        }
    }

    private void structure(String hdu, String keyword, String message) throws UnreadableFitsException {
        report(finding(FitsFinding.STRUCTURE, hdu, keyword, message));
    }

    /// How many of the data's bytes, with padding, the file holds.
    private long available(long dataOffset, long size) throws IOException {
        long total = file.size();
        if (total >= 0) {
            return Math.clamp(total - dataOffset, 0, padded(size));
        }
        if (size == 0) {
            return 0;
        }
        byte[] last = new byte[1];
        if (file.read(dataOffset + padded(size) - 1, last, 0, 1) == 1) {
            return padded(size);
        }
        return file.read(dataOffset + size - 1, last, 0, 1) == 1 ? size : 0;
    }

    /// The header of an HDU without data may be the end of the file.
    private boolean reportEndOfHeader(String hdu, long dataOffset) throws IOException {
        boolean whole =
                file.size() >= 0 ? file.size() >= dataOffset : file.read(dataOffset - 1, new byte[1], 0, 1) == 1;
        if (!whole) {
            findings.add(new Finding(
                    FitsFinding.SHORT_PADDING,
                    file.path().getFileName() + " " + hdu,
                    "the last block of the header is not filled up to " + BLOCK + " bytes"));
        }
        return whole;
    }

    private boolean reportEnd(String hdu, long size, long available, long wanted) {
        String where = file.path().getFileName() + " " + hdu;
        if (available < size) {
            findings.add(new Finding(
                    FitsFinding.TRUNCATED,
                    where,
                    "the header announces " + size + " bytes of data, the file holds "
                            + (file.gzipped() ? "fewer" : Long.toString(available))));
            return false;
        }
        if (available < wanted) {
            findings.add(new Finding(
                    FitsFinding.SHORT_PADDING,
                    where,
                    "the last block lacks " + (wanted - available) + " bytes of padding"));
            return false;
        }
        return true;
    }
}
