// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.PrintWriter;

/// Text in lines of the width of the terminal; in a pipe as it is, so that programs find a sentence in one line.
final class Wrapped {

    private static final int NARROWEST = 40;

    private Wrapped() {}

    /// @param indent before the first line; as many blanks before the others
    static void print(PrintWriter out, String indent, String text) {
        print(out, indent, text, width());
    }

    static void print(PrintWriter out, String indent, String text, int width) {
        StringBuilder line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : text.split(" ")) {
            if (begun && line.length() + 1 + word.length() > width) {
                out.println(line);
                line.setLength(0);
                line.append(" ".repeat(indent.length()));
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        out.println(line);
    }

    /// Of the terminal: COLUMNS, else 100; without end when standard output is none.
    static int width() {
        if (!Terminal.isOne()) {
            return Integer.MAX_VALUE;
        }
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}")
                ? Math.max(NARROWEST, Integer.parseInt(columns))
                : 100;
    }
}
