// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Card;
import org.vo4he.fits.HduWriter;
import org.vo4he.obscore.ObsCoreColumn;

/// The extension as bytes, in the seed's layout: an ASCII table of one cell, whose header is the keywords.
final class VoTagsHdu {

    /// Version of the set of keywords.
    static final String VERSION = "1.0";

    private static final String OBSCORE_VERSION = "1.1";
    private static final String PROVENANCE_SCHEMA = "vo4he-1";
    private static final int CARD = 80;
    private static final int KEYWORDS_END = 9;
    private static final int VALUE_END = 30;

    /// The cards whose value depends on the provenance, or on the version of vo4he.
    private static final Pattern VARIABLE = Pattern.compile("(NAXIS1|NAXIS2|TFORM1|VOT_VER|OC_VER|PRV_VER) .*");

    private static final String START = start(0, 1).header();

    private VoTagsHdu() {}

    /// Always the same bytes for the same content.
    ///
    /// @param texts and numbers by column; what can't stand in a header is left out with a finding
    static byte[] bytes(
            Map<ObsCoreColumn, Object> texts,
            List<Card> others,
            ProvenanceRows provenance,
            String where,
            List<Finding> findings) {
        HduWriter header = start(provenance.width(), provenance.count());
        if (provenance.count() > 1) {
            header.card("PRV_ROWS", provenance.count(), "rows that hold the provenance, one text");
        }
        for (VoTagsKeyword keyword : VoTagsKeyword.values()) {
            Object value = texts.get(keyword.column());
            if (value != null) {
                try {
                    header.card(keyword.name(), value, keyword.comment());
                } catch (IllegalArgumentException _) {
                    findings.add(unwritten(keyword.name(), value, where));
                }
            }
        }
        for (Card card : others) {
            try {
                header.card(card);
            } catch (IllegalArgumentException _) {
                findings.add(unwritten(card.keyword(), card.value(), where));
            }
        }
        return header.bytes(provenance.cells(), (byte) ' ');
    }

    private static Finding unwritten(String keyword, Object value, String where) {
        return new Finding(VoTagsFinding.NOT_ASCII, where + " " + keyword, keyword + " can't hold '" + value + "'");
    }

    private static HduWriter start(int width, int rows) {
        return new HduWriter()
                .card("XTENSION", "TABLE", "ASCII table extension")
                .card("BITPIX", 8, "array data type")
                .card("NAXIS", 2, "number of array dimensions")
                .card("NAXIS1", width, "length of dimension 1")
                .card("NAXIS2", rows, "length of dimension 2")
                .card("PCOUNT", 0, "number of group parameters")
                .card("GCOUNT", 1, "number of groups")
                .card("TFIELDS", 1, "number of table fields")
                .card("TTYPE1", "provenance", "")
                .card("TFORM1", "A" + width, "")
                .card("TBCOL1", 1, "")
                .card("EXTNAME", VoTagsReader.EXTNAME, "extension name")
                .card("VOT_VER", VERSION, "version of the VO-TAGS keywords")
                .card("OC_VER", OBSCORE_VERSION, "version of ObsCore")
                .card("PRV_VER", PROVENANCE_SCHEMA, "form of the provenance");
    }

    /// Whether these bytes are the start of an extension of ours that was cut off while it was written. That
    /// of another writer may begin with the same twelve cards, which say nothing of the product; the version
    /// cards tell.
    static boolean isTorn(byte[] tail) {
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < START.length() && at < text.length(); at += CARD) {
            String expected = START.substring(at, at + CARD);
            String found = text.substring(at, Math.min(text.length(), at + CARD));
            if (!agrees(expected, found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agrees(String expected, String found) {
        if (!VARIABLE.matcher(expected).matches()) {
            return expected.startsWith(found);
        }
        String head = found.substring(0, Math.min(found.length(), KEYWORDS_END));
        String rest = found.length() > VALUE_END ? found.substring(VALUE_END) : "";
        return expected.startsWith(head) && expected.startsWith(rest, VALUE_END);
    }
}
