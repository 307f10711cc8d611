// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// A condition on the columns of an event list, as CFITSIO's row filters and SAS's `evselect` have it. Immutable.
///
/// Known are numbers, names of columns (any case; in `$…$` where they have other signs), `+ - * / % **`,
/// comparisons
/// (`==`, `=`, `!=`, `<`, `<=`, `>`, `>=`, and `.eq.` …), `&&`, `||`, `!` (`.and.`, `.or.`, `.not.`), bits (`&`,
/// `|`,
/// `b01x0`, where `x` stands for either), ranges as `PI in [200:1000]`, and the functions abs, sqrt, exp, log,
/// log10,
/// sin, cos, tan, floor, ceil, min, max, near(a, b, tolerance), isnull. A value that is undefined (NaN, TNULL)
/// makes what
/// is said of it undefined, and a row is taken only where the whole is true.
///
/// Numbers are computed as doubles: whole numbers above 2^53 are told apart no more.
public record RowFilter(String text, FilterExpression expression) {

    /// @throws EventsException if the text is not understood, with the place in it
    public static RowFilter parse(String text) throws EventsException {
        return new RowFilter(text.strip(), new FilterParser(text).parse());
    }

    @Override
    public String toString() {
        return text;
    }
}
