// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

/// A text of others in a sentence of ours.
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    /// One line, and not too long.
    static String text(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
