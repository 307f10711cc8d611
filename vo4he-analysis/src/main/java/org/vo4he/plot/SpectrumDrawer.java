// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counts, or rates, per unit of the axis against energy: points with errors, and the scaled background.
final class SpectrumDrawer implements Drawer {

    /// From this ratio of the ends on an axis of energies is logarithmic.
    private static final double WIDE = 3;

    /// What lies further below the greatest value than this does not stretch a logarithmic axis.
    private static final double DEPTH = 1e-6;

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Spectrum spectrum = SpectrumReader.read(source, options.row());
        Optional<ChannelEnergies> energies = ChannelEnergies.of(source, spectrum);
        Optional<ScaledBackground> background = ScaledBackground.of(source, spectrum);
        SpectrumAxis axis = SpectrumAxis.of(spectrum, energies, options.energyUnit());
        if (IntStream.range(0, spectrum.size()).noneMatch(i -> spectrum.isGood(i) && axis.hasPlace(i))) {
            throw source.undrawable("none of its " + spectrum.size() + " channels is good (QUALITY) and has a value");
        }
        Scale xScale = options.xScale().orElseGet(() -> xScale(spectrum, axis));
        Range shown = axis.extent(spectrum, xScale).range(options.x(), 0.01);
        SpectrumBins bins = new SpectrumBins(spectrum, axis, xScale, shown, options.width());
        Points points = new Points(spectrum, axis, bins.bins(), background);
        PlotData data = data(points, axis, xScale, shown, options, spectrum, background.isPresent());
        Words words = new Words(
                source,
                spectrum,
                axis,
                energies,
                background,
                bins,
                points,
                options.row().isPresent());
        return Curves.plot(PlotKind.SPECTRUM, words.heading(), words.description(), data, options)
                .ofRow(spectrum.row() + 1, spectrum.rows());
    }

    private static Scale xScale(Spectrum spectrum, SpectrumAxis axis) {
        Extent extent = axis.extent(spectrum, Scale.LOG);
        Range range = extent.range(Optional.empty(), 0);
        return axis.hasEnergies() && range.high() / range.low() >= WIDE ? Scale.LOG : Scale.LINEAR;
    }

    private static PlotData data(
            Points points,
            SpectrumAxis axis,
            Scale xScale,
            Range shown,
            PlotOptions options,
            Spectrum spectrum,
            boolean withBackground) {
        boolean positive = Arrays.stream(points.density).anyMatch(value -> value > 0);
        Scale yScale = options.yScale().orElse(positive ? Scale.LOG : Scale.LINEAR);
        String name = axis.quantity().toLowerCase(Locale.ROOT);
        String unit = (spectrum.isRate() ? "count.s**-1." : "count.") + axis.perUnit() + "**-1";
        List<PlotData.Column> columns = new ArrayList<>(points.columns(name, axis, unit, spectrum));
        List<PlotData.Series> series = new ArrayList<>();
        series.add(series("data", name, "density", "density_error", PlotData.Style.POINTS));
        if (withBackground) {
            columns.addAll(points.backgroundColumns(unit));
            series.add(series(
                    "background, scaled",
                    name,
                    "background_density",
                    "background_density_error",
                    PlotData.Style.POINTS));
        }
        return new PlotData(
                new PlotData.Axis(axis.quantity(), axis.unit(), xScale, shown),
                new PlotData.Axis(
                        spectrum.isRate() ? "Count rate density" : "Count density",
                        unit,
                        yScale,
                        points.range(yScale, shown, options.y())),
                columns,
                series);
    }

    private static PlotData.Series series(String label, String x, String y, String error, PlotData.Style style) {
        return new PlotData.Series(
                label, x, Optional.of(x + "_low"), Optional.of(x + "_high"), y, Optional.of(error), style);
    }

    /// The numbers that are drawn.
    private static final class Points {
        private final double[] middle;
        private final double[] low;
        private final double[] high;
        private final double[] sum;
        private final double[] density;
        private final double[] error;
        private final double[] firstChannel;
        private final double[] lastChannel;
        private final double[] background;
        private final double[] backgroundError;

        Points(Spectrum spectrum, SpectrumAxis axis, List<int[]> bins, Optional<ScaledBackground> scaled) {
            int size = bins.size();
            middle = new double[size];
            low = new double[size];
            high = new double[size];
            sum = new double[size];
            density = new double[size];
            error = new double[size];
            firstChannel = new double[size];
            lastChannel = new double[size];
            background = new double[size];
            backgroundError = new double[size];
            for (int n = 0; n < size; n++) {
                int[] bin = bins.get(n);
                low[n] = axis.low(bin);
                high[n] = axis.high(bin);
                middle[n] = (low[n] + high[n]) / 2;
                double width = axis.width(bin);
                double variance = 0;
                double backgroundVariance = 0;
                firstChannel[n] = Double.POSITIVE_INFINITY;
                lastChannel[n] = Double.NEGATIVE_INFINITY;
                for (int i : bin) {
                    sum[n] += spectrum.value()[i];
                    variance += spectrum.variance(i);
                    firstChannel[n] = Math.min(firstChannel[n], spectrum.channel()[i]);
                    lastChannel[n] = Math.max(lastChannel[n], spectrum.channel()[i]);
                    background[n] += scaled.isPresent() ? scaled.get().value()[i] : Double.NaN;
                    backgroundVariance += scaled.isPresent() ? scaled.get().variance()[i] : Double.NaN;
                }
                density[n] = sum[n] / width;
                error[n] = spectrum.errors() == Spectrum.Errors.NONE ? Double.NaN : Math.sqrt(variance) / width;
                background[n] /= width;
                backgroundError[n] = Math.sqrt(backgroundVariance) / width;
            }
        }

        /// Of what is to be seen; a background far below the data does not count.
        Range range(Scale scale, Range shown, Optional<Range> chosen) {
            double greatest = 0;
            for (int n = 0; n < density.length; n++) {
                greatest = Math.max(greatest, density[n]);
            }
            Extent extent = new Extent(scale);
            for (int n = 0; n < density.length; n++) {
                if (high[n] < shown.low() || low[n] > shown.high()) {
                    continue;
                }
                extent.with(density[n]).with(density[n] + error[n]);
                if (scale == Scale.LINEAR || density[n] - error[n] > density[n] / 5) {
                    extent.with(density[n] - error[n]);
                }
                if (scale == Scale.LINEAR || background[n] > greatest * DEPTH) {
                    extent.with(background[n]);
                }
            }
            return extent.range(chosen, 0.05);
        }

        List<PlotData.Column> columns(String name, SpectrumAxis axis, String unit, Spectrum spectrum) {
            return List.of(
                    new PlotData.Column(name, axis.unit(), "middle of the bin", middle),
                    new PlotData.Column(name + "_low", axis.unit(), "where the bin begins", low),
                    new PlotData.Column(name + "_high", axis.unit(), "where the bin ends", high),
                    new PlotData.Column("first_channel", "", "least channel in the bin", firstChannel),
                    new PlotData.Column("last_channel", "", "greatest channel in the bin", lastChannel),
                    spectrum.isRate()
                            ? new PlotData.Column("rate", "count.s**-1", "rate in the bin", sum)
                            : new PlotData.Column("counts", "count", "counts in the bin", sum),
                    new PlotData.Column("density", unit, "divided by the widths of its channels", density),
                    new PlotData.Column("density_error", unit, "one standard deviation of it", error));
        }

        List<PlotData.Column> backgroundColumns(String unit) {
            return List.of(
                    new PlotData.Column("background_density", unit, "background, scaled to the data", background),
                    new PlotData.Column(
                            "background_density_error", unit, "one standard deviation of it", backgroundError));
        }
    }

    /// What is said about the picture.
    private record Words(
            Source source,
            Spectrum spectrum,
            SpectrumAxis axis,
            Optional<ChannelEnergies> energies,
            Optional<ScaledBackground> background,
            SpectrumBins bins,
            Points points,
            boolean isChosen) {

        Heading heading() {
            String net = source.hdu()
                            .header()
                            .text("HDUCLAS2")
                            .filter("NET"::equalsIgnoreCase)
                            .isPresent()
                    ? "net spectrum"
                    : "spectrum";
            String which = spectrum.rows() > 1 ? " " + (spectrum.row() + 1) + " of " + spectrum.rows() + order() : "";
            List<String> remark = new ArrayList<>();
            if (Double.isFinite(spectrum.exposureSeconds()) && !spectrum.isRate()) {
                remark.add(NumberText.duration(spectrum.exposureSeconds()));
            }
            remark.add(total());
            remark.add(grouping());
            if (energies.isEmpty()) {
                remark.add("energies not known without a response");
            }
            return new Heading(source.title(net + which), String.join(" · ", remark));
        }

        /// Which order of which grating a row of a type II file holds, where Chandra's columns tell.
        private String order() {
            try {
                var order = source.hdu().column("TG_M").filter(org.vo4he.fits.TableColumn::isScalarNumber);
                var part = source.hdu().column("TG_PART").filter(org.vo4he.fits.TableColumn::isScalarNumber);
                if (order.isEmpty() || part.isEmpty()) {
                    return "";
                }
                long number = (long) source.hdu().numbers(order.get(), spectrum.row(), 1)[0];
                String grating = switch ((int) source.hdu().numbers(part.get(), spectrum.row(), 1)[0]) {
                    case 1 -> "HEG ";
                    case 2 -> "MEG ";
                    case 3 -> "LEG ";
                    default -> "";
                };
                return " (" + grating + "order " + (number > 0 ? "+" : "") + number + ")";
            } catch (IOException unreadable) {
                return "";
            }
        }

        private String total() {
            double sum = Arrays.stream(points.sum).sum();
            return spectrum.isRate() ? NumberText.rounded(sum, 4) + " counts/s" : NumberText.count(sum, "count");
        }

        private String grouping() {
            String least = NumberText.rounded(bins.leastCounts(), 3);
            String own = spectrum.isGrouped() ? "grouped as in the file, " : "";
            return own
                    + switch (spectrum.errors()) {
                        case POISSON -> "at least " + least + " per point";
                        case STATED ->
                            "signal-to-noise at least " + NumberText.rounded(Math.sqrt(bins.leastCounts()), 2);
                        case NONE -> "no errors stated";
                    };
        }

        String description() {
            long bad = IntStream.range(0, spectrum.size())
                    .filter(i -> !spectrum.isGood(i))
                    .count();
            String range = points.low.length == 0
                    ? ""
                    : axis.hasEnergies()
                            ? " from "
                                    + NumberText.between(
                                            points.low[0], points.high[points.high.length - 1], axis.symbol())
                            : " (" + NumberText.rounded(points.firstChannel[0], 7) + " to "
                                    + NumberText.rounded(points.lastChannel[points.lastChannel.length - 1], 7) + ")";
            StringBuilder text = new StringBuilder(heading().title())
                    .append(": ")
                    .append(total())
                    .append(" in ")
                    .append(NumberText.count(spectrum.size(), "channel"))
                    .append(range)
                    .append(", divided by the width of the bins in ")
                    .append(axis.symbol())
                    .append(", as ")
                    .append(NumberText.count(points.middle.length, "point"))
                    .append(" (")
                    .append(grouping())
                    .append("). ");
            text.append(
                    switch (spectrum.errors()) {
                        case POISSON -> "Errors are the square roots of the counts.";
                        case STATED -> "Errors are STAT_ERR of the file, added in quadrature.";
                        case NONE -> "The file states no errors.";
                    });
            if (spectrum.rows() > 1 && !isChosen) {
                text.append(" Of the ")
                        .append(spectrum.rows())
                        .append(" spectra of the file the one with the most counts is shown.");
            }
            if (bad > 0) {
                text.append(" ").append(NumberText.count(bad, "channel")).append(" marked as bad left out.");
            }
            text.append(
                    energies.map(of -> " Energies are those of " + of.from() + ".")
                            .orElse(
                                    " Neither the file nor a response states energies that could be read: the axis counts channels."));
            background.ifPresent(
                    of -> text.append(" The background is ").append(of.from()).append("."));
            return text.toString();
        }
    }
}
