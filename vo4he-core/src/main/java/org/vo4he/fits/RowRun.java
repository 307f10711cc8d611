// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

/// Takes the rows of some columns in the order of the table.
@FunctionalInterface
public interface RowRun {

    /// @param firstRow the number of the first of these rows, from 0
    /// @param columns the numbers of each column that was asked for, in the order asked; the arrays are used
    ///     again for the next rows
    /// @param count how many rows count
    void take(long firstRow, double[][] columns, int count);
}
