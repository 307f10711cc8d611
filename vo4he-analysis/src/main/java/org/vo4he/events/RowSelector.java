// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vo4he.fits.RowBlock;

/// One thread's tests of a [CompiledSelection], in the order in which they reject most for what they cost: as it was on
/// the first block that the thread got. Which rows pass does not depend on the order.
final class RowSelector {

    private List<RowTest> tests;
    private boolean ordered;

    RowSelector(CompiledSelection selection) {
        this.tests = selection.tests();
        this.ordered = tests.size() < 2;
    }

    /// Keeps the rows of the block that are selected.
    ///
    /// @param rows takes their numbers
    /// @return how many
    int select(RowBlock block, int[] rows) {
        if (!ordered) {
            order(block, rows);
        }
        int count = block.all(rows);
        for (RowTest test : tests) {
            if (count > 0) {
                count = test.keep(block, rows, count);
            }
        }
        return count;
    }

    private void order(RowBlock block, int[] rows) {
        Map<RowTest, Double> rejectedByCost = new HashMap<>();
        for (RowTest test : tests) {
            int all = block.all(rows);
            rejectedByCost.put(test, (double) (all - test.keep(block, rows, all)) / test.cost());
        }
        tests = new ArrayList<>(tests);
        tests.sort(Comparator.comparingDouble((RowTest test) -> rejectedByCost.get(test))
                .reversed());
        ordered = true;
    }
}
