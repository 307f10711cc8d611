// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.fits.RowBlock;
import org.vo4he.fits.StoredRange;
import org.vo4he.fits.TableColumn;

/// Whether a number lies between two others, or in intervals; edges included.
sealed interface RangeTest extends RowTest {

    @Override
    default int cost() {
        return 1;
    }

    record Between(StoredRange range) implements RangeTest {

        Between(TableColumn column, double low, double high) {
            this(StoredRange.of(column, low, high));
        }

        @Override
        public int keep(RowBlock block, int[] rows, int count) {
            return block.keep(range, rows, count);
        }
    }

    record Within(TableColumn column, Intervals intervals) implements RangeTest {

        @Override
        public int keep(RowBlock block, int[] rows, int count) {
            double[] values = block.doubles(column);
            int kept = 0;
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double value = values[rows[i]];
                boolean inside = value >= from && value <= to;
                if (!inside) {
                    int found = intervals.find(value);
                    inside = found >= 0;
                    if (inside) {
                        from = intervals.start(found);
                        to = intervals.stop(found);
                    }
                }
                rows[kept] = rows[i];
                kept += inside ? 1 : 0;
            }
            return kept;
        }
    }

    /// Channels whose middle energy is in a range.
    record OfChannel(TableColumn column, int first, boolean[] taken) implements RangeTest {

        @Override
        public int keep(RowBlock block, int[] rows, int count) {
            double[] values = block.doubles(column);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                double index = values[rows[i]] - first;
                rows[kept] = rows[i];
                kept += index >= 0 && index < taken.length && taken[(int) index] ? 1 : 0;
            }
            return kept;
        }
    }
}
