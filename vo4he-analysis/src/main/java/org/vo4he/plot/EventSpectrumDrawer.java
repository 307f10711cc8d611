// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;
import org.vo4he.units.Unit;

/// Draws the energies of events, or their channels where nothing in the file says what energies these are.
final class EventSpectrumDrawer implements Drawer {

    private static final List<String> ENERGIES = List.of("ENERGY", "ENERGIES", "PI", "E");
    private static final List<String> CHANNELS =
            List.of("PI", "PHA", "PULSE_HEIGHT", "PH", "CHANNEL", "ISGRI_PI", "PI_FAST", "EPHA", "ENERGY");

    private static final double OUTSIDE = 0.001;
    private static final double WIDE = 3;
    private static final int FEWEST_BINS = 12;
    private static final int MOST_BINS = 200;

    /// What the events are counted by.
    ///
    /// @param energy the unit of the column, empty for channels
    private record Measure(TableColumn column, Optional<Unit> energy) {}

    static boolean canDraw(Hdu events) {
        return measure(events).isPresent();
    }

    private static Optional<Measure> measure(Hdu events) {
        for (String name : ENERGIES) {
            Optional<TableColumn> column = events.column(name).filter(TableColumn::isScalarNumber);
            Optional<Unit> unit =
                    column.flatMap(TableColumn::unit).flatMap(text -> Unit.parse(text, Unit.Dimension.ENERGY));
            if (unit.isPresent()) {
                return column.map(found -> new Measure(found, unit));
            }
        }
        return CHANNELS.stream()
                .flatMap(name -> events.column(name).stream())
                .filter(TableColumn::isScalarNumber)
                .findFirst()
                .map(column -> new Measure(column, Optional.empty()));
    }

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu events = source.hdu();
        Measure measure =
                measure(events).orElseThrow(() -> source.undrawable("its events have neither energies nor channels"));
        EventImageDrawer.requireRows(source);
        RowSample sample = RowSample.of(events, List.of(measure.column));
        double[] sorted = measure.energy.isPresent()
                ? Arrays.stream(sample.sorted(0)).filter(energy -> energy > 0).toArray()
                : sample.sorted(0);
        if (sorted.length == 0) {
            throw source.undrawable("none of its " + events.rows() + " events has a value in " + measure.column.name());
        }
        int bins = Math.clamp((long) (3 * Math.cbrt(events.rows())), FEWEST_BINS, MOST_BINS);
        ValueBins counted = measure.energy.isPresent() ? ofEnergies(sorted, bins) : ofChannels(sorted, bins);
        events.forEachRows(List.of(measure.column), 0, events.rows(), (_, columns, count) -> {
            for (int i = 0; i < count; i++) {
                counted.add(columns[0][i]);
            }
        });
        return measure.energy.isPresent()
                ? energyPlot(source, options, measure, counted)
                : channelPlot(source, options, measure, counted);
    }

    private static int skipped(double[] sorted) {
        return sorted.length < 1000 ? 0 : (int) (OUTSIDE * sorted.length);
    }

    private static ValueBins ofEnergies(double[] sorted, int bins) {
        double low = sorted[skipped(sorted)];
        double high = Math.max(sorted[sorted.length - 1 - skipped(sorted)], low * 1.01);
        return high / low >= WIDE
                ? ValueBins.logarithmic(low * 0.999, high * 1.001, bins)
                : ValueBins.even(low, high, (high - low) / bins);
    }

    /// As many channels in each bin; channels are integers.
    private static ValueBins ofChannels(double[] sorted, int bins) {
        double low = Math.floor(sorted[skipped(sorted)]) - 0.5;
        double high = Math.ceil(sorted[sorted.length - 1 - skipped(sorted)]) + 0.5;
        return ValueBins.even(low, high, Math.max(1, Math.ceil((high - low) / bins)));
    }

    private static Plot energyPlot(Source source, PlotOptions options, Measure measure, ValueBins bins) {
        Unit unit = measure.energy.orElseThrow();
        SpectralAxis axis = SpectralAxis.of(options.energyUnit(), unit);
        double[][] bounds = bounds(
                axis,
                Arrays.stream(bins.edges())
                        .map(edge -> unit.convert(edge, Unit.KEV))
                        .toArray());
        return plot(source, options, bins, bounds, axis.quantity(), axis.unit(), measure.column.name());
    }

    /// By the channels of EBOUNDS, where the file has it and it has them.
    private static Plot channelPlot(Source source, PlotOptions options, Measure measure, ValueBins bins)
            throws IOException {
        for (Hdu table : source.all(HduContent.EBOUNDS)) {
            Optional<EnergyBounds> read = EnergyBounds.read(table);
            Optional<double[]> edges = read.flatMap(bounds -> edges(bounds, bins));
            if (edges.isPresent()) {
                SpectralAxis axis =
                        SpectralAxis.of(options.energyUnit(), read.get().unit());
                return plot(
                        source,
                        options,
                        bins,
                        bounds(axis, edges.get()),
                        axis.quantity(),
                        axis.unit(),
                        measure.column.name() + " and EBOUNDS");
            }
        }
        double[] edges = bins.edges();
        double[][] bounds = {Arrays.copyOf(edges, bins.size()), Arrays.copyOfRange(edges, 1, edges.length)};
        return plot(source, options, bins, bounds, "Channel", "", measure.column.name());
    }

    /// The energies at the edges of the bins, keV.
    private static Optional<double[]> edges(EnergyBounds bounds, ValueBins bins) {
        double[] channels = bounds.channel().orElse(new double[0]);
        double[] edges = new double[bins.edges().length];
        for (int i = 0; i < edges.length; i++) {
            int row = Arrays.binarySearch(channels, bins.edges()[i] + 0.5);
            int before = Arrays.binarySearch(channels, bins.edges()[i] - 0.5);
            if (row < 0 && before < 0) {
                return Optional.empty();
            }
            edges[i] = row >= 0 ? bounds.lowKev()[row] : bounds.highKev()[before];
            if (!(edges[i] >= 0) || i > 0 && !(edges[i] > edges[i - 1])) {
                return Optional.empty();
            }
        }
        return Optional.of(edges);
    }

    /// Lower and upper ends of the bins on an axis, which may run the other way.
    private static double[][] bounds(SpectralAxis axis, double[] edgesKev) {
        double[][] bounds = new double[2][edgesKev.length - 1];
        for (int i = 0; i < bounds[0].length; i++) {
            double one = axis.ofKev(edgesKev[i]);
            double other = axis.ofKev(edgesKev[i + 1]);
            bounds[0][i] = Math.min(one, other);
            bounds[1][i] = Math.max(one, other);
        }
        return bounds;
    }

    private static Plot plot(
            Source source,
            PlotOptions options,
            ValueBins bins,
            double[][] bounds,
            String quantity,
            String unit,
            String from) {
        String name = quantity.toLowerCase(Locale.ROOT);
        int size = bins.size();
        double[] middle = new double[size];
        double[] density = new double[size];
        double[] error = new double[size];
        for (int i = 0; i < size; i++) {
            middle[i] = (bounds[0][i] + bounds[1][i]) / 2;
            density[i] = bins.counts()[i] / (bounds[1][i] - bounds[0][i]);
            error[i] = Math.sqrt(bins.counts()[i]) / (bounds[1][i] - bounds[0][i]);
        }
        Extent places = new Extent(Scale.LOG).with(bounds[0]).with(bounds[1]);
        Range all = places.range(Optional.empty(), 0);
        boolean wide = !quantity.equals("Channel") && all.high() / all.low() >= WIDE;
        Scale xScale = options.xScale().orElse(wide ? Scale.LOG : Scale.LINEAR);
        Scale yScale = options.yScale().orElse(Scale.LOG);
        Extent along = new Extent(xScale).with(bounds[0]).with(bounds[1]);
        Extent up = new Extent(yScale);
        for (int i = 0; i < size; i++) {
            up.with(density[i]).with(density[i] + error[i]);
            if (yScale == Scale.LINEAR || density[i] > 1.25 * error[i]) {
                up.with(density[i] - error[i]);
            }
        }
        String perUnit = "count." + (unit.isEmpty() ? "chan" : unit) + "**-1";
        PlotData data = new PlotData(
                new PlotData.Axis(quantity, unit, xScale, along.range(options.x(), 0.01)),
                new PlotData.Axis("Count density", perUnit, yScale, up.range(options.y(), 0.05)),
                List.of(
                        new PlotData.Column(name, unit, "middle of the bin", middle),
                        new PlotData.Column(name + "_low", unit, "where the bin begins", bounds[0]),
                        new PlotData.Column(name + "_high", unit, "where the bin ends", bounds[1]),
                        new PlotData.Column("counts", "count", "events in the bin", bins.counts()),
                        new PlotData.Column("density", perUnit, "counts divided by the width of the bin", density),
                        new PlotData.Column("density_error", perUnit, "square root of the counts, likewise", error)),
                List.of(new PlotData.Series(
                        "events",
                        name,
                        Optional.of(name + "_low"),
                        Optional.of(name + "_high"),
                        "density",
                        Optional.of("density_error"),
                        PlotData.Style.POINTS)));
        String shown = bins.outside() == 0
                ? NumberText.count(bins.total(), "event")
                : (long) bins.total() + " of " + NumberText.count(bins.total() + bins.outside(), "event");
        String energies = quantity.equals("Channel") ? " · energies not stated" : "";
        Heading heading = new Heading(source.title("spectrum of events"), shown + " · " + from + energies);
        String description = "Spectrum of the events of " + source.title("").replaceAll(", $", "") + ": " + shown
                + " by " + from + " in "
                + size
                + " bins from " + (unit.isEmpty() ? "channel " : "") + NumberText.between(all.low(), all.high(), unit)
                + ", not divided by an effective area.";
        return Curves.plot(PlotKind.SPECTRUM, heading, description, data, options);
    }
}
