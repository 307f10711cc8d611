// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.units.Unit;

/// Effective area against energy: the one curve of an ARF (CAL/GEN/92-002), or one for each offset from the axis of a
/// gamma-ray telescope (GADF 0.3, AEFF_2D).
final class AreaDrawer implements Drawer {

    private static final int MOST_BINS = 1 << 18;
    private static final int MOST_OFFSETS = 6;
    private static final double WIDE = 3;

    /// Areas below this part of the greatest do not stretch a logarithmic axis.
    private static final double DEPTH = 1e-4;

    private static final Map<String, Double> SQUARE_CENTIMETRES = Map.of("cm2", 1.0, "m2", 1e4);

    /// @param name of the column of the plot
    /// @param label for the legend
    private record Curve(String name, String label, double[] area) {}

    /// @param unit of the areas
    private record Areas(double[] low, double[] high, SpectralAxis axis, String unit, List<Curve> curves) {}

    static boolean canDraw(Hdu hdu) {
        return hdu.column("EFFAREA").isPresent() && hdu.column("THETA_LO").isPresent();
    }

    @Override
    public Plot draw(Source source, PlotOptions options) throws IOException, UndrawableException {
        Areas areas = canDraw(source.hdu()) ? ofOffsets(source, options) : ofArf(source, options);
        if (areas.curves.stream().noneMatch(curve -> Arrays.stream(curve.area).anyMatch(Double::isFinite))) {
            throw source.undrawable("no bin has an area");
        }
        return plot(source, options, areas);
    }

    private static Areas ofArf(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu hdu = source.hdu();
        TableColumn column = hdu.column("SPECRESP")
                .filter(TableColumn::isScalarNumber)
                .orElseThrow(() -> source.undrawable("it has no column SPECRESP of numbers"));
        if (hdu.rows() == 0 || hdu.rows() > MOST_BINS) {
            throw source.undrawable("it has " + hdu.rows() + " energies; 1 to " + MOST_BINS + " are drawn");
        }
        EnergyBounds bounds = EnergyBounds.read(hdu, "ENERG_LO", "ENERG_HI")
                .orElseThrow(() -> source.undrawable("ENERG_LO and ENERG_HI state no energies"));
        double[] area = hdu.numbers(column, 0, (int) hdu.rows());
        return areas(
                bounds.lowKev(),
                bounds.highKev(),
                bounds.unit(),
                column,
                options,
                List.of(new Curve("area", "area", area)));
    }

    private static Areas ofOffsets(Source source, PlotOptions options) throws IOException, UndrawableException {
        Hdu hdu = source.hdu();
        Optional<TableColumn> low = numbers(hdu, "ENERG_LO");
        Optional<TableColumn> high = numbers(hdu, "ENERG_HI");
        Optional<TableColumn> from = numbers(hdu, "THETA_LO");
        Optional<TableColumn> area = numbers(hdu, "EFFAREA");
        if (low.isEmpty() || high.isEmpty() || from.isEmpty() || area.isEmpty() || hdu.rows() == 0) {
            throw source.undrawable("its columns are not those of an effective area");
        }
        Unit unit = EnergyTable.unit(hdu, low.get(), high.get())
                .orElseThrow(() -> source.undrawable("ENERG_LO and ENERG_HI state no energies"));
        double[] lows = hdu.vector(low.get(), 0, MOST_BINS);
        double[] highs = hdu.vector(high.get(), 0, MOST_BINS);
        double[] offsets = hdu.vector(from.get(), 0, MOST_BINS);
        double[] areas = hdu.vector(area.get(), 0, MOST_BINS);
        if (lows.length == 0 || lows.length != highs.length || areas.length != lows.length * offsets.length) {
            throw source.undrawable(areas.length + " areas do not fill " + lows.length + " energies and "
                    + offsets.length + " offsets");
        }
        double[] lowKev = new double[lows.length];
        double[] highKev = new double[lows.length];
        for (int i = 0; i < lows.length; i++) {
            Optional<EnergyBand> band = EnergyBand.between(lows[i], highs[i], unit);
            lowKev[i] = band.map(EnergyBand::lowKev).orElse(Double.NaN);
            highKev[i] = band.map(EnergyBand::highKev).orElse(Double.NaN);
        }
        List<Curve> curves = new ArrayList<>();
        int step = (offsets.length + MOST_OFFSETS - 1) / MOST_OFFSETS;
        for (int n = 0; n < offsets.length; n += step) {
            String label = UnitText.of(
                    NumberText.rounded(offsets[n], 3), from.get().unit().orElse(""));
            curves.add(new Curve(
                    "area_" + (n + 1), label, Arrays.copyOfRange(areas, n * lows.length, (n + 1) * lows.length)));
        }
        return areas(lowKev, highKev, unit, area.get(), options, curves);
    }

    private static Optional<TableColumn> numbers(Hdu hdu, String name) {
        return hdu.column(name).filter(TableColumn::holdsNumbers);
    }

    /// In cm², where the unit of the file is one of area; else as in the file.
    private static Areas areas(
            double[] lowKev, double[] highKev, Unit unit, TableColumn column, PlotOptions options, List<Curve> curves) {
        SpectralAxis axis = SpectralAxis.of(options.energyUnit(), unit);
        double[] low = new double[lowKev.length];
        double[] high = new double[lowKev.length];
        for (int i = 0; i < low.length; i++) {
            double one = axis.ofKev(lowKev[i]);
            double other = axis.ofKev(highKev[i]);
            low[i] = Math.min(one, other);
            high[i] = Double.isFinite(one) && Double.isFinite(other) ? Math.max(one, other) : Double.NaN;
        }
        int[] order = IntStream.range(0, low.length)
                .filter(i -> Double.isFinite(low[i]) && Double.isFinite(high[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> low[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        String written = column.unit().orElse("");
        String bare = written.toLowerCase(Locale.ROOT).replaceAll("[\\s^*()]", "");
        Double factor = SQUARE_CENTIMETRES.get(bare);
        List<Curve> inUnit = curves.stream()
                .map(curve ->
                        new Curve(curve.name, curve.label, inOrder(curve.area, order, factor == null ? 1 : factor)))
                .toList();
        String shown = factor == null ? written : "cm**2";
        return new Areas(inOrder(low, order, 1), inOrder(high, order, 1), axis, shown, inUnit);
    }

    private static double[] inOrder(double[] values, int[] order, double factor) {
        return IntStream.of(order).mapToDouble(i -> values[i] * factor).toArray();
    }

    private static Plot plot(Source source, PlotOptions options, Areas areas) {
        double greatest = areas.curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.area))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        Range positive = new Extent(Scale.LOG).with(areas.low).with(areas.high).range(Optional.empty(), 0);
        Scale xScale = options.xScale().orElse(positive.high() / positive.low() > WIDE ? Scale.LOG : Scale.LINEAR);
        Scale yScale = options.yScale().orElse(greatest > 0 ? Scale.LOG : Scale.LINEAR);
        Extent shown = new Extent(yScale);
        for (Curve curve : areas.curves) {
            for (double value : curve.area) {
                shown.with(yScale == Scale.LOG && value < greatest * DEPTH ? Double.NaN : value);
            }
        }
        Extent energies = new Extent(xScale).with(areas.high);
        for (double low : areas.low) {
            energies.with(xScale == Scale.LOG && low < positive.high() * 1e-6 ? Double.NaN : low);
        }
        String quantity = areas.axis.quantity().toLowerCase(Locale.ROOT);
        PlotData data = new PlotData(
                new PlotData.Axis(areas.axis.quantity(), areas.axis.unit(), xScale, energies.range(options.x(), 0)),
                new PlotData.Axis("Effective area", areas.unit, yScale, shown.range(options.y(), 0.05)),
                columns(areas, quantity),
                areas.curves.stream()
                        .map(curve -> new PlotData.Series(
                                curve.label,
                                quantity,
                                Optional.of(quantity + "_low"),
                                Optional.of(quantity + "_high"),
                                curve.name,
                                Optional.empty(),
                                PlotData.Style.STEPS))
                        .toList());
        String title = source.title("effective area");
        String offsets = areas.curves.size() > 1 ? "at " + areas.curves.size() + " offsets from the axis" : "";
        String size = NumberText.count(areas.low.length, "bin") + (offsets.isEmpty() ? "" : " · " + offsets);
        String description = title + ": " + NumberText.count(areas.low.length, "bin") + " from "
                + NumberText.rounded(data.x().range().low(), 3) + " to "
                + NumberText.rounded(data.x().range().high(), 3) + " " + areas.axis.symbol() + ", at most "
                + UnitText.of(NumberText.rounded(greatest, 4), areas.unit)
                + (offsets.isEmpty() ? "" : ", " + offsets) + ".";
        return Curves.plot(PlotKind.RESPONSE, new Heading(title, size), description, data, options);
    }

    private static List<PlotData.Column> columns(Areas areas, String quantity) {
        double[] middle = new double[areas.low.length];
        Arrays.setAll(middle, i -> (areas.low[i] + areas.high[i]) / 2);
        List<PlotData.Column> columns = new ArrayList<>(List.of(
                new PlotData.Column(quantity, areas.axis.unit(), "middle of the bin", middle),
                new PlotData.Column(quantity + "_low", areas.axis.unit(), "where the bin begins", areas.low),
                new PlotData.Column(quantity + "_high", areas.axis.unit(), "where the bin ends", areas.high)));
        for (Curve curve : areas.curves) {
            columns.add(new PlotData.Column(curve.name, areas.unit, "effective area, " + curve.label, curve.area));
        }
        return columns;
    }
}
