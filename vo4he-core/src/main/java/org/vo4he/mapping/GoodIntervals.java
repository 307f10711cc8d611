// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.T_INTERVALS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.time.TimeMoc;

/// `t_intervals`: the good times of a product as a time MOC. The times of several GTI extensions, one for each CCD
/// say, are put together.
final class GoodIntervals {

    /// A text of this length is still easily carried in the cards of a header.
    private static final int MOST_CHARACTERS = 2000;

    private static final int MOST_TABLES = 40;
    private static final long MOST_ROWS = 200_000;

    private final Draft draft;

    private GoodIntervals(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        new GoodIntervals(draft).fill();
    }

    private void fill() {
        List<Hdu> tables = draft.contents().all(HduContent.GOOD_TIMES);
        long rows = tables.stream().mapToLong(Hdu::rows).sum();
        if (tables.isEmpty()) {
            draft.absent(T_INTERVALS, "the file has no good time intervals");
        } else if (tables.size() > MOST_TABLES || rows > MOST_ROWS) {
            draft.absent(T_INTERVALS, tables.size() + " GTI extensions of " + rows + " rows are too long to be read");
        } else {
            cover(tables);
        }
    }

    private void cover(List<Hdu> tables) {
        List<TimeMoc.Interval> intervals = new ArrayList<>();
        boolean barycentric = true;
        for (Hdu table : tables) {
            barycentric &= isBarycentric(table);
            intervals.addAll(intervals(table));
        }
        if (intervals.isEmpty()) {
            draft.absent(T_INTERVALS, "the good time intervals are empty or can't be dated");
            return;
        }
        int order = barycentric ? TimeMoc.ORDER_OF_BARYCENTRIC_TIMES : TimeMoc.ORDER_OF_LOCAL_TIMES;
        String names = tables.stream().map(Hdu::label).collect(Collectors.joining("+"));
        draft.set(
                T_INTERVALS,
                TimeMoc.covering(intervals, order, MOST_CHARACTERS),
                new Origin.Column(names, "START+STOP"));
    }

    private List<TimeMoc.Interval> intervals(Hdu table) {
        List<TimeMoc.Interval> intervals = new ArrayList<>();
        try {
            Optional<double[][]> bounds = GoodTimeTable.bounds(table);
            if (bounds.isPresent()) {
                Clock clock = draft.clockOf(table);
                double[] starts = bounds.get()[0];
                double[] stops = bounds.get()[1];
                for (int i = 0; i < starts.length; i++) {
                    if (stops[i] > starts[i]) {
                        Optional<Long> stop = clock.toTcbMicroseconds(stops[i]);
                        clock.toTcbMicroseconds(starts[i])
                                .filter(start ->
                                        stop.filter(end -> end >= start).isPresent())
                                .ifPresent(start -> intervals.add(new TimeMoc.Interval(start, stop.get())));
                    }
                }
            }
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, table, "START", e.getMessage());
        }
        return intervals;
    }

    /// OGIP/93-003 and FITS 4.0 each have their own word for where times were measured.
    private boolean isBarycentric(Hdu table) {
        return table.header()
                .text("TIMEREF")
                .or(() -> table.header().text("TREFPOS"))
                .or(() -> draft.headers().text("TIMEREF", "TREFPOS").map(card -> card.value()))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> word.startsWith("SOLARSYSTEM") || word.startsWith("BARYCENT"))
                .isPresent();
    }
}
