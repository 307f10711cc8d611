// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// A query that cannot be answered as it is written: the caller's fault, with the place and what was expected
/// there.
public final class AdqlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    AdqlException(Position at, String message) {
        super("line " + at.line() + ", column " + at.column() + ": " + message);
        this.line = at.line();
        this.column = at.column();
    }

    /// The line of the query, from 1.
    public int line() {
        return line;
    }

    /// The character within the line, from 1.
    public int column() {
        return column;
    }
}
