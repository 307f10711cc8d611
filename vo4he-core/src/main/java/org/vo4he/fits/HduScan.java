// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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

    /// Section 4.4.1.1, table 8.
    private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);

    private static final byte[] END = "END     ".getBytes(StandardCharsets.US_ASCII);

    private final FitsFile file;
    private final List<Hdu> hdus = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final String fingerprint;
    private byte[] block = new byte[4 * BLOCK];
    private int headerLength;
    private long end;

    HduScan(FitsFile file) throws IOException, NotFitsException {
        this.file = file;
        try {
            scan();
        } catch (FitsBytes.Damaged e) {
            stopAt(
                    FitsFinding.GZIP_DAMAGED,
                    "the gzip stream is damaged after " + hdus.size() + " HDUs: " + e.getMessage());
        } catch (FitsBytes.TooLarge e) {
            stopAt(FitsFinding.GZIP_TOO_LARGE, "not read after " + hdus.size() + " HDUs: " + e.getMessage());
        }
        fingerprint = HexFormat.of().formatHex(digest.digest());
    }

    List<Hdu> hdus() {
        return List.copyOf(hdus);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    String fingerprint() {
        return fingerprint;
    }

    long end() {
        return end;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
            if (!readHeader() || !addHdu()) {
                return;
            }
        }
    }

    private void requireFits() throws IOException, NotFitsException {
        int n = file.read(0, block, 0, Card.LENGTH);
        if (n == 0) {
            throw new NotFitsException(file.path(), "it is empty");
        }
        String start = new String(block, 0, n, StandardCharsets.ISO_8859_1);
        if (!start.startsWith("SIMPLE  =")) {
            throw new NotFitsException(file.path(), SignatureOf.content(block, n));
        }
    }

    /// Whether an extension starts at [#end]; other bytes there are reported.
    private boolean extensionFollows() throws IOException {
        int n = file.read(end, block, 0, BLOCK);
        if (n >= 9 && new String(block, 0, 9, StandardCharsets.ISO_8859_1).equals("XTENSION=")) {
            return true;
        }
        if (n > 0 && !onlyBlank(n)) {
            findings.add(new Finding(
                    FitsFinding.TRAILING_BYTES,
                    file.path().getFileName().toString(),
                    "bytes from offset " + end + " on are no extension"));
        }
        return false;
    }

    /// Zeros and blanks after the last HDU are common padding and harm nobody.
    private boolean onlyBlank(int n) {
        for (int i = 0; i < n; i++) {
            if (block[i] != 0 && block[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /// Reads the header that starts at [#end] into [#block].
    private boolean readHeader() throws IOException {
        int filled = 0;
        int looked = 0;
        while (true) {
            if (filled == block.length) {
                block = Arrays.copyOf(block, block.length * 2);
            }
            int n = file.read(
                    end + filled,
                    block,
                    filled,
                    Math.min(block.length - filled, filled == 0 ? 4 * BLOCK : block.length));
            filled += n;
            for (; looked + Card.LENGTH <= filled; looked += Card.LENGTH) {
                if (isEnd(looked)) {
                    headerLength = looked;
                    return true;
                }
            }
            if (n == 0 || filled > MOST_HEADER_BYTES) {
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
        return Arrays.equals(block, at, at + 8, END, 0, 8);
    }

    /// Makes an HDU of the header in [#block] and moves [#end] behind its data.
    ///
    /// @return whether reading can go on
    private boolean addHdu() throws IOException {
        int index = hdus.size();
        Map<String, String> faults = new LinkedHashMap<>();
        FitsHeader stored = new FitsHeader(CardReader.read(block, headerLength, faults::putIfAbsent));
        String name = stored.text("EXTNAME").orElse(index == 0 ? "PRIMARY" : "#" + index);
        faults.forEach((keyword, message) -> findings.add(finding(FitsFinding.BAD_CARD, name, keyword, message)));
        digestOf(stored, name);

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
        HduKind kind = kind(header, compressed && CompressedHeader.holdsImage(stored));
        List<TableColumn> columns = kind == HduKind.BINARY_TABLE || kind == HduKind.ASCII_TABLE
                ? TableLayout.of(
                        header,
                        kind == HduKind.ASCII_TABLE,
                        (keyword, message) -> findings.add(finding(FitsFinding.STRUCTURE, name, keyword, message)))
                : List.of();
        hdus.add(new Hdu(file, index, kind, header, compressed, extent, columns));
        end = dataOffset + padded(size);
        return reportEnd(name, size, available, padded(size));
    }

    private Finding finding(FitsFinding code, String hdu, String keyword, String message) {
        return new Finding(code, file.path().getFileName() + " " + hdu + " " + keyword, keyword + " " + message);
    }

    private void digestOf(FitsHeader header, String name) {
        if (name.equalsIgnoreCase("VO-TAGS")) {
            return;
        }
        digest.update(block, 0, headerLength);
        digest.update(END);
    }

    static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// |BITPIX|/8 · GCOUNT · (PCOUNT + product of NAXISn) (section 4.4.1.2, equation 2; random groups equation 4).
    ///
    /// @return -1 when a mandatory keyword is missing or illegal, which is then a finding
    private long announcedSize(FitsHeader header, String name) throws UnreadableFitsException {
        try {
            long bitpix = mandatory(header, "BITPIX", -64, 64);
            long naxis = mandatory(header, "NAXIS", 0, 999);
            if (naxis == 0) {
                return 0;
            }
            if (!BITPIX.contains(bitpix)) {
                throw new Unreadable("BITPIX", "is " + bitpix);
            }
            boolean groups = header.logical("GROUPS").orElse(false)
                    && header.integer("NAXIS1").orElse(1L) == 0;
            long elements = 1;
            for (int n = groups ? 2 : 1; n <= naxis; n++) {
                elements = Math.multiplyExact(elements, mandatory(header, "NAXIS" + n, 0, Long.MAX_VALUE));
            }
            long parameters = header.integer("PCOUNT").orElse(0L);
            long count = header.integer("GCOUNT").orElse(1L);
            long size = Math.multiplyExact(
                    Math.abs(bitpix) / 8, Math.multiplyExact(count, Math.addExact(parameters, elements)));
            if (size < 0 || size > Long.MAX_VALUE / 4) {
                throw new ArithmeticException();
            }
            return size;
        } catch (ArithmeticException _) {
            structure(name, "NAXIS", "announces more bytes than a file can hold");
            return -1;
        } catch (Unreadable e) {
            structure(name, e.keyword, e.getMessage());
            return -1;
        }
    }

    private static final class Unreadable extends Exception {
        final transient String keyword;

        Unreadable(String keyword, String message) {
            super(message, null, false, false);
            this.keyword = keyword;
        }
    }

    private static long mandatory(FitsHeader header, String keyword, long least, long most) throws Unreadable {
        long value = header.integer(keyword)
                .orElseThrow(() -> new Unreadable(
                        keyword,
                        header.text(keyword)
                                .map(text -> "is '" + text + "', not an integer")
                                .orElse("is missing")));
        if (value < least || value > most) {
            throw new Unreadable(keyword, "is " + value);
        }
        return value;
    }

    private void structure(String hdu, String keyword, String message) throws UnreadableFitsException {
        report(finding(FitsFinding.STRUCTURE, hdu, keyword, message));
    }

    private static HduKind kind(FitsHeader header, boolean compressedImage) {
        if (compressedImage) {
            return HduKind.IMAGE;
        }
        String extension = header.text("XTENSION").orElse("IMAGE").toUpperCase(Locale.ROOT);
        return switch (extension) {
            case "IMAGE", "IUEIMAGE" ->
                header.logical("GROUPS").orElse(false)
                                && header.integer("NAXIS1").orElse(1L) == 0
                        ? HduKind.RANDOM_GROUPS
                        : HduKind.IMAGE;
            case "BINTABLE", "A3DTABLE" -> HduKind.BINARY_TABLE;
            case "TABLE" -> HduKind.ASCII_TABLE;
            default -> HduKind.OTHER;
        };
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
