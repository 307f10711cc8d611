// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// Literals and names of SQL. The only place where text of a query becomes text of SQL.
final class SqlText {

    private SqlText() {}

    /// A name in double quotes.
    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A text literal. Only the quote has a meaning in it; the character U+0000 never gets here.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A double-precision literal: without an exponent DuckDB would take it as a decimal of few digits.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "CAST('" + value + "' AS DOUBLE)";
        }
        String digits = Double.toString(value);
        return digits.contains("E") ? digits : digits + "E0";
    }
}
