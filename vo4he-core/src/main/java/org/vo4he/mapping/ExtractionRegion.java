// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.Footprint;
import org.vo4he.wcs.ImageSky;

/// The place on the sky that photons were taken from, where an extension REGION (ASC-FITS-REGION-1.2) beside them says
/// it: one shape in sky pixels whose coordinates its columns state. What is left out of the shape, and the hole of an
/// annulus, is not taken off. Of several shapes or extensions nothing is said.
///
/// @param outline `CIRCLE` or `POLYGON`, as in s_region
record ExtractionRegion(UnitVector centre, double fovDeg, String outline, Origin origin) {

    private static final int MOST_SHAPES = 1000;
    private static final int MOST_CORNERS = 10_000;
    private static final int POINTS_OF_ELLIPSE = 24;
    private static final double WIDEST_DEG = 80;

    /// The shape in pixels.
    private record Row(Hdu table, long number) {

        double[] cell(String column) throws IOException {
            Optional<TableColumn> named = table.column(column).filter(TableColumn::holdsNumbers);
            return named.isEmpty() ? new double[0] : table.vector(named.get(), number, MOST_CORNERS);
        }
    }

    static Optional<ExtractionRegion> of(Draft draft) {
        List<Hdu> tables = draft.contents().all(HduContent.REGION);
        if (tables.size() != 1) {
            return Optional.empty();
        }
        Hdu table = tables.getFirst();
        Optional<ImageSky> sky = ImageSky.ofColumns(table, draft.where(table), draft.findings());
        try {
            return sky.isEmpty() ? Optional.empty() : of(table, sky.get());
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, table, "SHAPE", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ExtractionRegion> of(Hdu table, ImageSky sky) throws IOException {
        Optional<TableColumn> shape = table.column("SHAPE").filter(column -> !column.holdsNumbers());
        if (shape.isEmpty() || table.rows() > MOST_SHAPES) {
            return Optional.empty();
        }
        List<String> names = table.texts(shape.get(), 0, (int) table.rows());
        List<Integer> taken = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            if (!names.get(row).strip().startsWith("!")) {
                taken.add(row);
            }
        }
        return taken.size() != 1
                ? Optional.empty()
                : of(
                        names.get(taken.getFirst()).strip().toUpperCase(Locale.ROOT),
                        new Row(table, taken.getFirst()),
                        sky);
    }

    private static Optional<ExtractionRegion> of(String shape, Row row, ImageSky sky) throws IOException {
        double[] x = row.cell("X");
        double[] y = row.cell("Y");
        double[] sizes = row.cell("R");
        double[] angle = row.cell("ROTANG");
        double turn = angle.length == 0 ? 0 : Math.toRadians(angle[0]);
        Origin origin = new Origin.Wcs(row.table().label());
        boolean centred = x.length > 0 && y.length > 0;
        return switch (shape) {
            case "CIRCLE" -> centred && sizes.length > 0 ? circle(x[0], y[0], sizes[0], sky, origin) : Optional.empty();
            case "ANNULUS" ->
                centred && sizes.length > 1 ? circle(x[0], y[0], sizes[1], sky, origin) : Optional.empty();
            case "ELLIPSE" ->
                centred && sizes.length > 1
                        ? polygon(x[0], y[0], ellipse(sizes[0], sizes[1]), turn, sky, origin)
                        : Optional.empty();
            case "BOX", "ROTBOX" ->
                centred && sizes.length > 1
                        ? polygon(x[0], y[0], box(sizes[0] / 2, sizes[1] / 2), turn, sky, origin)
                        : Optional.empty();
            case "POLYGON" -> x.length == y.length ? polygon(0, 0, corners(x, y), 0, sky, origin) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ExtractionRegion> circle(double x, double y, double radius, ImageSky sky, Origin origin) {
        double radiusDeg = sky.wcs()
                .at(x, y)
                .flatMap(centre -> sky.wcs().at(x, y + radius).map(centre::separationDeg))
                .orElse(Double.NaN);
        return radiusDeg > 0 && radiusDeg < WIDEST_DEG
                ? sky.wcs()
                        .at(x, y)
                        .map(centre -> new ExtractionRegion(
                                centre,
                                2 * radiusDeg,
                                new SkyCircle(rounded(centre.raDeg()), rounded(centre.decDeg()), rounded(radiusDeg))
                                        .toString(),
                                origin))
                : Optional.empty();
    }

    private static Optional<ExtractionRegion> polygon(
            double x, double y, List<double[]> corners, double turn, ImageSky sky, Origin origin) {
        List<UnitVector> places = new ArrayList<>();
        for (double[] corner : corners) {
            sky.wcs()
                    .at(
                            x + corner[0] * Math.cos(turn) - corner[1] * Math.sin(turn),
                            y + corner[0] * Math.sin(turn) + corner[1] * Math.cos(turn))
                    .ifPresent(places::add);
        }
        return places.size() == corners.size()
                ? Footprint.within(places, WIDEST_DEG)
                        .map(field -> new ExtractionRegion(
                                field.centre(),
                                field.fovDeg(),
                                field.outline().orElseThrow().toString(),
                                origin))
                : Optional.empty();
    }

    private static List<double[]> box(double width, double height) {
        return List.of(
                new double[] {-width, -height},
                new double[] {-width, height},
                new double[] {width, height},
                new double[] {width, -height});
    }

    private static List<double[]> ellipse(double first, double second) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < POINTS_OF_ELLIPSE; i++) {
            double along = 2 * Math.PI * i / POINTS_OF_ELLIPSE;
            points.add(new double[] {first * Math.cos(along), second * Math.sin(along)});
        }
        return points;
    }

    /// Rows of other shapes are as long: the last corner is repeated.
    private static List<double[]> corners(double[] x, double[] y) {
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            boolean again = !corners.isEmpty() && corners.getLast()[0] == x[i] && corners.getLast()[1] == y[i];
            if (!again) {
                corners.add(new double[] {x[i], y[i]});
            }
        }
        return corners;
    }

    /// To 1e-8 deg, 0.04 milliarcseconds: the text of a region stays readable.
    private static double rounded(double deg) {
        return Math.rint(deg * 1e8) / 1e8;
    }
}
