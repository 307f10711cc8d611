// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.Console;

/// Whether a person sees standard output directly, and how to set words apart there.
final class Terminal {

    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private Terminal() {}

    static boolean isOne() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Colours are for terminals, and not for those who ask for none (NO_COLOR).
    static boolean colours() {
        return isOne() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    static String strong(String text) {
        return colours() ? BOLD + text + PLAIN : text;
    }

    static String faint(String text) {
        return colours() ? FAINT + text + PLAIN : text;
    }
}
