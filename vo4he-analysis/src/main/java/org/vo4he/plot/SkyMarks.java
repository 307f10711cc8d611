// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.List;
import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// A map of the sky with a mark for each position.
///
/// @param directions all of them, ICRS
record SkyMarks(Source source, PlotOptions options, FlatSky map, Range x, Range y, List<UnitVector> directions) {

    private static final int LINES_PER_AXIS = 5;
    private static final int FEW = 60;
    private static final int MANY = 1500;

    /// 7 pixels across for sixty marks, 2.6 for twenty thousand.
    private static final double LARGEST = 14;
    private static final double SHRINKING = -0.17;

    Plot plot() {
        int size = directions.size();
        double[] xs = new double[size];
        double[] ys = new double[size];
        double[] ra = new double[size];
        double[] dec = new double[size];
        double[] place = new double[2];
        long within = 0;
        for (int i = 0; i < size; i++) {
            map.place(directions.get(i), place);
            xs[i] = place[0];
            ys[i] = place[1];
            ra[i] = directions.get(i).raDeg();
            dec[i] = directions.get(i).decDeg();
            within += x.contains(xs[i]) && y.contains(ys[i]) ? 1 : 0;
        }
        SkyCoordinates sky = SkyCoordinates.of(map, x, y);
        String shown = shown(within, source.hdu().rows() - within);
        Heading heading = new Heading(source.title("sky map"), shown + " · " + projection(map));
        Figure figure =
                new Figure(options, heading.title(), description(source, heading, sky), drawing(heading, sky, xs, ys));
        return new SkyPlot(
                PlotKind.SKY,
                figure,
                () -> new PlotData(
                        xAxis(x),
                        yAxis(y),
                        List.of(
                                new PlotData.Column("x", "deg", "to the right on the map", xs),
                                new PlotData.Column("y", "deg", "up on the map", ys),
                                new PlotData.Column("ra", "deg", "right ascension, ICRS", ra),
                                new PlotData.Column("dec", "deg", "declination, ICRS", dec)),
                        List.of()));
    }

    static PlotData.Axis xAxis(Range range) {
        return new PlotData.Axis("to the right on an equal-area map", "deg", Scale.LINEAR, range);
    }

    static PlotData.Axis yAxis(Range range) {
        return new PlotData.Axis("up on an equal-area map", "deg", Scale.LINEAR, range);
    }

    /// @param left rows that are not shown: without a position, or outside of the field
    static String shown(long within, long left) {
        return left == 0 ? NumberText.count(within, "row") : within + " of " + NumberText.count(within + left, "row");
    }

    static String projection(FlatSky map) {
        return switch (map) {
            case FlatSky.Around _ -> "zenithal equal-area map";
            case FlatSky.Band _ -> "cylindrical equal-area map";
            case FlatSky.Whole _ -> "Hammer-Aitoff map, galactic coordinates";
        };
    }

    static String description(Source source, Heading heading, SkyCoordinates sky) {
        String where = sky.whole()
                ? ", all over the sky"
                : sky.centre().map(centre -> ", around " + centre).orElse("");
        return "Positions in " + source.hdu().name() + ": " + heading.title() + ". " + heading.remark() + where + ".";
    }

    private Drawing drawing(Heading heading, SkyCoordinates sky, double[] xs, double[] ys) {
        SkyAxes axes = sky.axes(LINES_PER_AXIS);
        double shape = x.length() / y.length();
        Optional<Compass> compass = Compass.of(sky.icrs(), shape);
        return canvas -> {
            double size = Layout.of(options).textSize();
            MapFrame frame = new MapFrame(options, heading, shape, sky.whole() ? 2 * size : axes.widthLeft(size), -1);
            axes.drawLines(canvas, frame);
            canvas.clipped(frame.area(), within -> marks(within, frame, xs, ys));
            frame.drawEdge(canvas, sky.whole());
            axes.drawNumbers(canvas, frame, false);
            compass.ifPresent(arrows -> arrows.draw(canvas, frame, false));
            frame.drawHeading(canvas);
        };
    }

    private void marks(Canvas canvas, MapFrame frame, double[] xs, double[] ys) {
        AxisMap across = new AxisMap(
                Scale.LINEAR, x, frame.area().getMinX(), frame.area().getMaxX());
        AxisMap up = new AxisMap(
                Scale.LINEAR, y, frame.area().getMaxY(), frame.area().getMinY());
        int[] shown = java.util.stream.IntStream.range(0, xs.length)
                .filter(i -> across.holds(xs[i]) && up.holds(ys[i]))
                .toArray();
        double line = frame.layout().lineWidth();
        double size = LARGEST * Math.pow(Math.max(FEW, shown.length), SHRINKING) * line;
        double opacity = shown.length <= FEW ? 0.9 : shown.length <= MANY ? 0.7 : 0.55;
        canvas.markers(
                java.util.Arrays.stream(shown)
                        .mapToDouble(i -> across.at(xs[i]))
                        .toArray(),
                java.util.Arrays.stream(shown).mapToDouble(i -> up.at(ys[i])).toArray(),
                Marker.DOT,
                size,
                frame.palette().ofSeries(0).withOpacity(opacity));
    }
}
