// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.ImageSky;

/// The two columns that say where each event fell, and the plane they are drawn on.
sealed interface EventPlane {

    List<TableColumn> columns();

    /// @param place takes x and y, NaN where the event has no place
    void place(double first, double second, double[] place);

    Optional<SkyCoordinates> sky(Raster raster);

    PlotData.Axis xAxis(Range range);

    PlotData.Axis yAxis(Range range);

    /// For the title: `image`, or in which coordinates.
    String picture();

    /// What a column can hold, by TLMINn and TLMAXn: outside of it stand the marks for "no place", such as -99999999.
    record Legal(double least, double greatest) {

        static Legal of(Hdu table, TableColumn column) {
            return new Legal(
                    table.header().number("TLMIN" + column.number()).orElse(Double.NEGATIVE_INFINITY),
                    table.header().number("TLMAX" + column.number()).orElse(Double.POSITIVE_INFINITY));
        }

        double only(double value) {
            return value >= least && value <= greatest ? value : Double.NaN;
        }
    }

    /// Two columns of pixels; only legal values have a place.
    sealed interface InPixels extends EventPlane {

        Legal first();

        Legal second();

        @Override
        default void place(double x, double y, double[] place) {
            place[0] = first().only(x);
            place[1] = second().only(y);
        }

        @Override
        default PlotData.Axis xAxis(Range range) {
            return axis(columns().getFirst(), range);
        }

        @Override
        default PlotData.Axis yAxis(Range range) {
            return axis(columns().getLast(), range);
        }
    }

    /// Columns of sky pixels, with their coordinate system.
    record SkyPixels(List<TableColumn> columns, Legal first, Legal second, ImageSky sky) implements InPixels {

        @Override
        public Optional<SkyCoordinates> sky(Raster raster) {
            return Optional.of(SkyCoordinates.of(sky.wcs(), raster));
        }

        @Override
        public String picture() {
            return "image";
        }
    }

    /// Columns of pixels of a detector, or of which nothing says where on the sky they lie.
    record Detector(List<TableColumn> columns, Legal first, Legal second) implements InPixels {

        @Override
        public Optional<SkyCoordinates> sky(Raster raster) {
            return Optional.empty();
        }

        @Override
        public String picture() {
            return "image in " + columns.getFirst().name() + " and "
                    + columns.getLast().name();
        }
    }

    /// Columns of right ascension and declination, degrees, on a map of ours.
    record Directions(List<TableColumn> columns, FlatSky map, CelestialFrame frame) implements EventPlane {

        @Override
        public void place(double lon, double lat, double[] place) {
            if (Double.isFinite(lon) && Math.abs(lat) <= 90) {
                map.place(frame.toIcrs(lon, lat), place);
            } else {
                place[0] = Double.NaN;
                place[1] = Double.NaN;
            }
        }

        @Override
        public Optional<SkyCoordinates> sky(Raster raster) {
            return Optional.of(SkyCoordinates.of(map, raster.xRange(), raster.yRange()));
        }

        @Override
        public PlotData.Axis xAxis(Range range) {
            return new PlotData.Axis("offset to the west on an equal-area map", "deg", Scale.LINEAR, range);
        }

        @Override
        public PlotData.Axis yAxis(Range range) {
            return new PlotData.Axis("offset to the north on an equal-area map", "deg", Scale.LINEAR, range);
        }

        @Override
        public String picture() {
            return "image";
        }
    }

    List<List<String>> DETECTORS = List.of(
            List.of("X", "Y"),
            List.of("DETX", "DETY"),
            List.of("DET1X", "DET1Y"),
            List.of("DETECX", "DETECY"),
            List.of("TDETX", "TDETY"),
            List.of("DX", "DY"),
            List.of("RAWX", "RAWY"),
            List.of("RAW_X", "RAW_Y"),
            List.of("CHIPX", "CHIPY"));

    /// Sky pixels before right ascension and declination before pixels of the detector.
    ///
    /// @return empty when the events have no places
    static Optional<EventPlane> of(Hdu events) {
        return skyPixels(events).or(() -> directions(events)).or(() -> detector(events));
    }

    private static Optional<EventPlane> skyPixels(Hdu events) {
        return ImageSky.columnsOf(events)
                .filter(columns -> columns.stream().allMatch(TableColumn::isScalarNumber))
                .flatMap(columns -> ImageSky.ofColumns(events, events.toString(), new ArrayList<>())
                        .filter(sky -> !sky.touchesAtZero())
                        .map(sky -> new SkyPixels(
                                columns,
                                Legal.of(events, columns.getFirst()),
                                Legal.of(events, columns.getLast()),
                                sky)));
    }

    private static Optional<EventPlane> directions(Hdu events) {
        return pair(events, "RA", "DEC")
                .filter(columns -> columns.stream().allMatch(EventPlane::isInDegrees))
                .map(columns -> new Directions(
                        columns, new FlatSky.Around(new UnitVector(1, 0, 0)), new CelestialFrame.Icrs()));
    }

    private static boolean isInDegrees(TableColumn column) {
        return column.unit().isEmpty()
                || column.unit().get().toLowerCase(Locale.ROOT).startsWith("deg");
    }

    private static Optional<EventPlane> detector(Hdu events) {
        for (List<String> names : DETECTORS) {
            Optional<List<TableColumn>> columns = pair(events, names.getFirst(), names.getLast());
            if (columns.isPresent()) {
                return columns.map(pair ->
                        new Detector(pair, Legal.of(events, pair.getFirst()), Legal.of(events, pair.getLast())));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<TableColumn>> pair(Hdu events, String first, String second) {
        Optional<TableColumn> one = events.column(first).filter(TableColumn::isScalarNumber);
        Optional<TableColumn> other = events.column(second).filter(TableColumn::isScalarNumber);
        return one.isPresent() && other.isPresent() ? Optional.of(List.of(one.get(), other.get())) : Optional.empty();
    }

    private static PlotData.Axis axis(TableColumn column, Range range) {
        return new PlotData.Axis(column.name(), column.unit().orElse(""), Scale.LINEAR, range);
    }
}
