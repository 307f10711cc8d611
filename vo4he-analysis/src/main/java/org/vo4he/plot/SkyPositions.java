// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.SkyColumns;
import org.vo4he.sphere.UnitVector;
import org.vo4he.units.Unit;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.Equinox;

/// The columns of a table that hold positions, and how they are to be read.
///
/// @param lonDegrees factor from the numbers of the column to degrees
record SkyPositions(SkyColumns pair, CelestialFrame frame, double lonDegrees, double latDegrees) {

    private static final double DEGREES_PER_HOUR = 15;

    /// @throws UndrawableException if there are none, or they can't be read as angles
    static SkyPositions of(Source source) throws UndrawableException {
        Hdu table = source.hdu();
        SkyColumns pair =
                SkyColumns.of(table).orElseThrow(() -> source.undrawable("no columns of it hold positions on the sky"));
        for (TableColumn column : List.of(pair.lon(), pair.lat())) {
            if (!column.isScalarNumber()) {
                throw source.undrawable("its column " + column.name() + " holds "
                        + (column.isText() ? "text" : "arrays") + ", not one number for each row");
            }
        }
        CelestialFrame frame =
                frame(table, pair).orElseThrow(() -> source.undrawable("its RADESYS names no celestial frame"));
        return new SkyPositions(pair, frame, factor(source, pair.lon()), factor(source, pair.lat()));
    }

    private static Optional<CelestialFrame> frame(Hdu table, SkyColumns pair) {
        return switch (pair.lon().name().toUpperCase(Locale.ROOT)) {
            case "GLON", "LII" -> Optional.of(new CelestialFrame.Galactic());
            default ->
                CelestialFrame.equatorial(
                        table.header().text("RADESYS").or(() -> table.header().text("RADECSYS")),
                        table.header()
                                .text("EQUINOX")
                                .or(() -> table.header().text("EPOCH"))
                                .flatMap(Equinox::year));
        };
    }

    /// Degrees where no unit is stated, as in nearly all catalogues.
    private static double factor(Source source, TableColumn column) throws UndrawableException {
        if (column.unit().isEmpty()
                || column.unit().get().toLowerCase(Locale.ROOT).startsWith("deg")) {
            return 1;
        }
        Unit unit = Unit.parse(column.unit().get())
                .orElseThrow(() -> source.undrawable("its column " + column.name() + " has the unit '"
                        + column.unit().get() + "', which is no angle"));
        return switch (unit.dimension()) {
            case ANGLE -> unit.convert(1, Unit.DEGREE);
            case TIME -> unit.convert(1, Unit.HOUR) * DEGREES_PER_HOUR;
            case ENERGY, LENGTH, FREQUENCY, PIXEL, CHANNEL ->
                throw source.undrawable("its column " + column.name() + " is counted in " + unit.vounit());
        };
    }

    List<TableColumn> columns() {
        return List.of(pair.lon(), pair.lat());
    }

    /// @return null where a row has no position
    UnitVector icrs(double lon, double lat) {
        double latDeg = lat * latDegrees;
        double lonDeg = lon * lonDegrees;
        return Double.isFinite(lonDeg) && Math.abs(lonDeg) < 1e6 && Math.abs(latDeg) <= 90
                ? frame.toIcrs(lonDeg, latDeg)
                : null;
    }
}
