// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduKind;
import org.vo4he.fits.TableColumn;

/// The provenance text in the table of a VO-TAGS extension: the column `provenance`, else the only one.
/// Several rows are one text that was cut.
final class ProvenanceCell {

    private static final String COLUMN = "provenance";
    /// What a lenient decoder writes for bytes that are no UTF-8.
    private static final char REPLACEMENT = '\uFFFD';

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 100_000;

    private final Hdu hdu;
    private final String where;
    private final List<Finding> findings;

    ProvenanceCell(Hdu hdu, String where, List<Finding> findings) {
        this.hdu = hdu;
        this.where = where;
        this.findings = findings;
    }

    Optional<String> read() {
        if (hdu.kind() != HduKind.ASCII_TABLE) {
            findings.add(new Finding(VoTagsFinding.LAYOUT, where, "the extension is " + kind()));
        }
        Optional<TableColumn> column = column();
        if (column.isEmpty() || hdu.rows() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(column.get())).filter(text -> !text.isEmpty());
        } catch (IOException | IllegalArgumentException e) {
            findings.add(new Finding(
                    VoTagsFinding.UNREADABLE, where, "the column provenance can't be read: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private String kind() {
        return switch (hdu.kind()) {
            case BINARY_TABLE -> "a binary table";
            case ASCII_TABLE -> "an ASCII table";
            case IMAGE, RANDOM_GROUPS, OTHER -> "no table but a header alone, or an image";
        };
    }

    private Optional<TableColumn> column() {
        Optional<TableColumn> named = hdu.column(COLUMN);
        if (named.isPresent() || hdu.columns().isEmpty()) {
            return named;
        }
        TableColumn first = hdu.columns().getFirst();
        findings.add(new Finding(
                VoTagsFinding.LAYOUT,
                where,
                "no column is named provenance"
                        + (hdu.columns().size() == 1 ? "; '" + first.name() + "' is read" : "")));
        return hdu.columns().size() == 1 ? Optional.of(first) : Optional.empty();
    }

    private String text(TableColumn column) throws IOException {
        if (hdu.rows() > MOST_ROWS) {
            throw new IOException("it has " + hdu.rows() + " rows");
        }
        if (hdu.rows() == 1) {
            return decoded(hdu.cell(column, 0, MOST_BYTES));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long row = 0; row < hdu.rows(); row++) {
            bytes.writeBytes(hdu.cell(column, row, MOST_BYTES - bytes.size()));
        }
        return decoded(bytes.toByteArray());
    }

    /// ASCII is UTF-8 too; what is not UTF-8 is taken as Latin 1, and JSON will tell.
    private static String decoded(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        String text = lenient.indexOf(REPLACEMENT) < 0 ? lenient : strictlyDecoded(bytes);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static String strictlyDecoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
