// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// A condition on the columns of an event list, as CFITSIO's row filters and SAS's `evselect` have it. Immutable.
///
/// Known are numbers (also `0x1f`, `0b101`, `0o17`, `#pi`, `#e`, `#deg`, `T`, `F`), names of columns (any case; in
/// `$…$` where they have other signs), `+ - * / % **`, comparisons (`==`, `=`, `!=`, `<`, `<=`, `>`, `>=`, and `.eq.`
/// …), `&&`, `||`, `!` (`.and.`, `.or.`, `.not.`), bits (`&`, `|`, `b01x0`, where `x` stands for either), ranges as
/// `PI in [200:1000)` or `GRADE in 0,2:4,6`, where a bracket includes its edge, a parenthesis does not, and neither
/// includes both, and the functions abs, sqrt, exp, log, log10, sin, cos, tan, arcsin, arccos, arctan, arctan2, sinh,
/// cosh, tanh, floor, ceil, round, min, max, near(a, b, tolerance), isnull, defnull(a, b), ifthenelse(condition, a, b),
/// angsep(ra, dec, ra, dec), circle(x, y, r, X, Y), ellipse(x, y, a, b, angle, X, Y). A value that is undefined (NaN,
/// TNULL) makes what is said of it undefined, and a row is taken only where the whole is true.
///
/// Refused, with the place: macros of SAS such as `#XMMEA_EP` (write what they stand for in the header of the list),
/// names of header keywords, texts, vectors and `#row`, sums and differences along rows, random numbers, and `gti(…)`,
/// `gtifilter`, `regfilter`, `region(…)`, `box(…)` (CFITSIO takes full, SAS half widths) and `mask`: good times and
/// regions are options of their own. Of `near` the tolerance is CFITSIO's, which SAS takes relative to the first value.
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
