// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Provenance JSON as the cells of the column `provenance`: one, or several of equal width whose concatenation is the
/// text.
///
/// No row but the last ends with a blank, because many readers (astropy among them) strip those: a blank
/// there, which is always within a JSON string, is written as its escape.
///
/// @param count at least 1
/// @param width of each, in characters
/// @param cells all rows in order, `count * width` characters
record ProvenanceRows(int count, int width, byte[] cells) {

    /// CFITSIO refuses a column of an ASCII table that is wider.
    static final int WIDEST = 28_799;

    /// The most that [ProvenanceCell] reads.
    static final int LONGEST = 16 << 20;

    private static final String BLANK = "\\u0020";

    /// @param json printable ASCII without blanks outside its strings
    static ProvenanceRows of(String json) {
        return of(json, WIDEST);
    }

    static ProvenanceRows of(String json, int widest) {
        if (json.length() <= widest) {
            return new ProvenanceRows(1, json.length(), json.getBytes(StandardCharsets.US_ASCII));
        }
        StringBuilder text = new StringBuilder(json);
        for (int end = widest; end < text.length(); end += widest) {
            if (text.charAt(end - 1) == ' ') {
                text.replace(end - 1, end, BLANK);
            }
        }
        int count = (text.length() + widest - 1) / widest;
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] cells = Arrays.copyOf(bytes, count * widest);
        Arrays.fill(cells, bytes.length, cells.length, (byte) ' ');
        return new ProvenanceRows(count, widest, cells);
    }
}
