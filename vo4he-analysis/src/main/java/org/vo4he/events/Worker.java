// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.vo4he.fits.RowBlock;
import org.vo4he.fits.RowStream;

/// One thread's part of an [Extraction]: takes block after block, selects, and counts in tallies of its own.
final class Worker {

    private final RowStream stream;
    private final List<RowSelector> selectors;
    private final List<List<Tally>> tallies = new ArrayList<>();
    private final List<Optional<Tally.Chips>> chips = new ArrayList<>();
    private final long[] selected;
    private final LongConsumer progress;
    private volatile boolean stopped;

    Worker(
            RowStream stream,
            List<CompiledSelection> selections,
            Map<Sink<?>, Plan> plans,
            Optional<Plan.OfChips> byChip,
            LongConsumer progress) {
        this.stream = stream;
        this.selectors = selections.stream().map(RowSelector::new).toList();
        this.selected = new long[selections.size()];
        this.progress = progress;
        for (int i = 0; i < selections.size(); i++) {
            boolean background = i > 0;
            tallies.add(plans.values().stream()
                    .map(plan -> background && !plan.wantsBackground() ? new Tally.Nothing() : plan.tally(background))
                    .toList());
            chips.add(byChip.map(plan -> (Tally.Chips) plan.tally(background)));
        }
    }

    void run() throws IOException {
        try (RowBlock block = stream.block()) {
            int[] rows = new int[block.capacity()];
            while (!stopped && stream.next(block)) {
                for (int i = 0; i < selected.length; i++) {
                    count(i, block, rows);
                }
                progress.accept(block.rows());
            }
        }
    }

    private void count(int which, RowBlock block, int[] rows) {
        int count = selectors.get(which).select(block, rows);
        selected[which] += count;
        for (Tally tally : tallies.get(which)) {
            tally.take(block, rows, count);
        }
        if (chips.get(which).isPresent()) {
            chips.get(which).get().take(block, rows, count);
        }
    }

    /// After the block at hand.
    void stop() {
        stopped = true;
    }

    void add(Worker other) {
        for (int i = 0; i < selected.length; i++) {
            selected[i] += other.selected[i];
            for (int n = 0; n < tallies.get(i).size(); n++) {
                tallies.get(i).get(n).add(other.tallies.get(i).get(n));
            }
            if (chips.get(i).isPresent()) {
                chips.get(i).get().add(other.chips.get(i).orElseThrow());
            }
        }
    }

    long selected(int which) {
        return selected[which];
    }

    Tally tally(int which, int sink) {
        return tallies.get(which).get(sink);
    }

    Optional<Tally.Chips> chips(int which) {
        return chips.get(which);
    }
}
