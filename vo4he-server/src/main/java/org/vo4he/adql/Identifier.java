// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Locale;

/// A name as the query writes it.
///
/// @param text without the double quotes, if it was delimited
record Identifier(String text, boolean delimited, Position at) {

    /// Whether this names something called `name` (ADQL 2.1, section 2.1.3): delimited exactly, otherwise in any
    /// case.
    boolean names(String name) {
        return delimited ? text.equals(name) : fold(text).equals(fold(name));
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return delimited ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
