// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.List;
import org.vo4he.fits.RowBlock;

/// One condition on events, tested on many rows at a time.
interface RowTest {

    /// Keeps those rows that pass.
    ///
    /// @param rows numbers of rows in the block, growing; the first of them are overwritten by those that pass
    /// @param count how many of them count
    /// @return how many passed
    int keep(RowBlock block, int[] rows, int count);

    /// What a row costs, in units of one comparison of one column.
    int cost();

    /// Quick tests that each row passes that passes this one.
    default List<RowTest> bounds() {
        return List.of();
    }
}
