// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

/// Takes the cells of a column of arrays.
@FunctionalInterface
public interface CellRun {

    /// @param row of the table, from 0
    /// @param values TSCAL and TZERO applied, TNULL as NaN; the array is used again for the next cell
    /// @param count how many of the values count
    void take(long row, double[] values, int count);
}
