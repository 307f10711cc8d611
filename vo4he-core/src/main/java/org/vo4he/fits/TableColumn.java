// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.Optional;

/// One column of a table: where it lies in a row, and how its numbers are stored (FITS Standard 4.0, sections
/// 7.2 and 7.3).
///
/// @param number 1 for the first column, as in `TTYPE1`
/// @param name TTYPE, empty when the column has none
/// @param type the letter of TFORM; in a variable-length column that of the elements
/// @param repeat elements in a cell; for a variable-length column the number of descriptors, 0 or 1
/// @param variable `P` or `Q` for a variable-length column, else blank
/// @param offset of the cell in the row, bytes
/// @param width of the cell, bytes
/// @param unit TUNIT
/// @param scale TSCAL, 1 when absent
/// @param zero TZERO, 0 when absent
/// @param nullValue TNULL: the integer that means "no value"
public record TableColumn(
        int number,
        String name,
        char type,
        int repeat,
        char variable,
        int offset,
        int width,
        Optional<String> unit,
        double scale,
        double zero,
        Optional<Long> nullValue) {

    /// Whether each cell holds just one number.
    public boolean isScalarNumber() {
        return variable == ' ' && repeat == 1 && "BIJKED".indexOf(type) >= 0;
    }

    /// Whether each cell holds numbers or logical values, one or several.
    public boolean holdsNumbers() {
        return "LBIJKED".indexOf(type) >= 0;
    }

    public boolean isText() {
        return type == 'A' && variable == ' ';
    }
}
