// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;

/// Good time intervals of a file, on the time axis of its light curve.
final class GoodSpans {

    private static final int MOST_ROWS = 1 << 18;
    private static final double SECONDS_PER_DAY = 86400;

    /// What a clock reading that went through a double may be off, in seconds.
    private static final double ROUNDING = 1e-3;

    private final double[] starts;
    private final double[] stops;

    private GoodSpans(List<double[]> spans) {
        List<double[]> inOrder = spans.stream()
                .sorted(Comparator.comparingDouble(span -> span[0]))
                .toList();
        List<double[]> merged = new ArrayList<>();
        for (double[] span : inOrder) {
            if (!merged.isEmpty() && span[0] <= merged.getLast()[1] + ROUNDING) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], span[1]);
            } else {
                merged.add(span.clone());
            }
        }
        starts = merged.stream().mapToDouble(span -> span[0]).toArray();
        stops = merged.stream().mapToDouble(span -> span[1]).toArray();
    }

    /// @param zeroMjdUtc from which seconds count; empty for a clock that can't be dated, whose readings are compared
    /// @param zeroSeconds of the reading at this moment, on such a clock
    static Optional<GoodSpans> of(Source source, Clock clock, Optional<Double> zeroMjdUtc, double zeroSeconds)
            throws IOException {
        List<double[]> spans = new ArrayList<>();
        for (Hdu table : source.all(HduContent.GOOD_TIMES)) {
            Clock own = GoodTimeTable.clock(table, clock, source.file().path().toString(), new ArrayList<>());
            read(table, own, zeroMjdUtc, zeroSeconds, spans);
        }
        return spans.isEmpty() ? Optional.empty() : Optional.of(new GoodSpans(spans));
    }

    private static void read(
            Hdu table, Clock clock, Optional<Double> zeroMjdUtc, double zeroSeconds, List<double[]> spans)
            throws IOException {
        Optional<TableColumn> start = table.column("START").or(() -> table.column("TSTART"));
        Optional<TableColumn> stop = table.column("STOP").or(() -> table.column("TSTOP"));
        if (start.filter(TableColumn::isScalarNumber).isEmpty()
                || stop.filter(TableColumn::isScalarNumber).isEmpty()
                || table.rows() > MOST_ROWS) {
            return;
        }
        table.forEachRows(List.of(start.get(), stop.get()), 0, table.rows(), (_, cells, count) -> {
            for (int i = 0; i < count; i++) {
                double from = seconds(clock, cells[0][i], zeroMjdUtc, zeroSeconds);
                double to = seconds(clock, cells[1][i], zeroMjdUtc, zeroSeconds);
                if (to > from) {
                    spans.add(new double[] {from, to});
                }
            }
        });
    }

    private static double seconds(Clock clock, double reading, Optional<Double> zeroMjdUtc, double zeroSeconds) {
        return zeroMjdUtc.isPresent()
                ? clock.toMjdUtc(reading)
                        .map(mjd -> (mjd - zeroMjdUtc.get()) * SECONDS_PER_DAY)
                        .orElse(Double.NaN)
                : clock.seconds(reading) - zeroSeconds;
    }

    boolean hold(double moment) {
        int at = Arrays.binarySearch(starts, moment + ROUNDING);
        int span = at >= 0 ? at : -at - 2;
        return span >= 0 && moment <= stops[span] + ROUNDING;
    }

    /// Good times on a clock that has nothing to do with that of the bins say nothing about gaps.
    boolean touch(double first, double last) {
        return starts.length > 0 && starts[0] < last && stops[stops.length - 1] > first;
    }
}
