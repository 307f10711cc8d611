// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.fits.RowBlock;

/// One thread's tests of a [CompiledSelection], each the one that rejects most of what the tests before it left, for
/// what it costs: as it was on the first block that the thread got. Which rows pass does not depend on the order.
final class RowSelector {

    private final List<RowTest> waiting;
    private final List<RowTest> tests = new ArrayList<>();

    RowSelector(CompiledSelection selection) {
        this.waiting = new ArrayList<>(selection.tests());
    }

    /// Selects rows of the block.
    ///
    /// @param rows takes their numbers
    /// @return how many
    int select(RowBlock block, int[] rows) {
        int count = block.all(rows);
        while (!waiting.isEmpty()) {
            RowTest best = best(block, rows, count);
            waiting.remove(best);
            tests.add(best);
            count = narrowed(best, block, rows, count);
        }
        count = block.all(rows);
        for (RowTest test : tests) {
            count = narrowed(test, block, rows, count);
        }
        return count;
    }

    private static int narrowed(RowTest test, RowBlock block, int[] rows, int count) {
        int kept = test.keep(block, rows, count);
        block.narrow(rows, kept);
        return kept;
    }

    private RowTest best(RowBlock block, int[] rows, int count) {
        RowTest best = waiting.getFirst();
        double most = -1;
        for (RowTest test : waiting) {
            double rejected = count - test.keep(block, rows.clone(), count);
            if (rejected / test.cost() > most) {
                most = rejected / test.cost();
                best = test;
            }
        }
        return best;
    }
}
