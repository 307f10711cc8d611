// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.events.PlaneShape.Axes;
import org.vo4he.events.Shape.CoordinateSystem;
import org.vo4he.events.Shape.Measure;
import org.vo4he.events.Shape.Position;
import org.vo4he.events.Shape.Span;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.CelestialWcs;

/// Brings the shapes of a [Region] to the plane of an event list's sky pixels, or to the sphere.
final class RegionOnPlane {

    private final EventList events;
    private final EventPlaces.SkyPixels places;

    private RegionOnPlane(EventList events, EventPlaces.SkyPixels places) {
        this.events = events;
        this.places = places;
    }

    /// @throws EventsException if the events have no places, or the region can't be brought there
    static RowTest of(Region region, EventList events) throws EventsException {
        EventPlaces places = events.places()
                .orElseThrow(() -> new EventsException(events.path() + " " + events.hdu()
                        + " has no sky coordinates: no columns of sky pixels, no RA and DEC in degrees"));
        return switch (places) {
            case EventPlaces.SkyPixels pixels -> new RegionOnPlane(events, pixels).test(region);
            case EventPlaces.Directions directions -> onSphere(region, directions);
        };
    }

    static List<PlaneShape.Ring> rings(Rings rings, EventList events, EventPlaces.SkyPixels places)
            throws EventsException {
        RegionOnPlane plane = new RegionOnPlane(events, places);
        List<PlaneShape.Ring> onPlane = new ArrayList<>();
        for (int i = 1; i < rings.edges().size(); i++) {
            onPlane.add((PlaneShape.Ring) plane.onPlane(new Shape.Annulus(
                    rings.centre(), rings.edges().get(i - 1), rings.edges().get(i))));
        }
        return onPlane;
    }

    private static SphereRegion onSphere(Region region, EventPlaces.Directions places) throws EventsException {
        List<SphereShape> included = new ArrayList<>();
        List<SphereShape> excluded = new ArrayList<>();
        for (Region.Part part : region.parts()) {
            (part.excluded() ? excluded : included).add(SphereShape.of(part.shape(), places.frame()));
        }
        return SphereRegion.of(places, included, excluded);
    }

    private PlaneRegion test(Region region) throws EventsException {
        List<PlaneShape> included = new ArrayList<>();
        List<PlaneShape> excluded = new ArrayList<>();
        for (Region.Part part : region.parts()) {
            (part.excluded() ? excluded : included).add(onPlane(part.shape()));
        }
        return new PlaneRegion(places, List.copyOf(included), List.copyOf(excluded));
    }

    private PlaneShape onPlane(Shape shape) throws EventsException {
        return switch (shape) {
            case Shape.Circle(Position centre, Span radius) -> {
                double[] at = pixel(centre);
                yield new PlaneShape.Ring(at[0], at[1], axes(centre), 0, pixels(radius, centre));
            }
            case Shape.Annulus(Position centre, Span inner, Span outer) -> {
                double[] at = pixel(centre);
                yield new PlaneShape.Ring(at[0], at[1], axes(centre), pixels(inner, centre), pixels(outer, centre));
            }
            case Shape.Ellipse(Position centre, Span first, Span second, double angleDeg) -> {
                double[] at = pixel(centre);
                yield new PlaneShape.Oval(
                        at[0], at[1], axes(centre).turned(angleDeg), pixels(first, centre), pixels(second, centre));
            }
            case Shape.Box(Position centre, Span width, Span height, double angleDeg) -> {
                double[] at = pixel(centre);
                yield new PlaneShape.Rectangle(
                        at[0],
                        at[1],
                        axes(centre).turned(angleDeg),
                        pixels(width, centre) / 2,
                        pixels(height, centre) / 2);
            }
            case Shape.Polygon(List<Position> corners) -> {
                double[] x = new double[corners.size()];
                double[] y = new double[corners.size()];
                for (int i = 0; i < x.length; i++) {
                    double[] at = pixel(corners.get(i));
                    x[i] = at[0];
                    y[i] = at[1];
                }
                yield new PlaneShape.Corners(new PlanePolygon(x, y));
            }
        };
    }

    private CelestialWcs wcs() throws EventsException {
        return places.wcs()
                .orElseThrow(
                        () -> new EventsException(events.path() + " " + events.hdu() + ": nothing says where on the "
                                + "sky its columns " + places.first().name() + " and "
                                + places.second().name() + " lie; a region can be given in pixels of them"));
    }

    private static boolean isOfPixels(Position place) {
        return !place.system().isSky();
    }

    private double[] pixel(Position place) throws EventsException {
        if (isOfPixels(place)) {
            return new double[] {place.first(), place.second()};
        }
        UnitVector direction = frame(place.system()).toIcrs(place.first(), place.second());
        return wcs().pixelOf(direction)
                .orElseThrow(() -> new EventsException("the place " + place.first() + ", " + place.second()
                        + " is not on the plane of the sky pixels of " + events.path()));
    }

    /// The frame of the events where the region names none, if that is an equatorial one.
    private CelestialFrame frame(CoordinateSystem system) throws EventsException {
        if (system.frame().isPresent()) {
            return system.frame().get();
        }
        return switch (wcs().frame()) {
            case CelestialFrame.Icrs icrs -> icrs;
            case CelestialFrame.Fk5 fk5 -> fk5;
            case CelestialFrame.Fk4 fk4 -> fk4;
            case CelestialFrame.Galactic _, CelestialFrame.Supergalactic _, CelestialFrame.Ecliptic _ ->
                new CelestialFrame.Icrs();
        };
    }

    private double pixels(Span span, Position of) throws EventsException {
        boolean angle = span.measure() == Measure.DEGREES || span.measure() == Measure.AS_POSITION && !isOfPixels(of);
        return angle ? span.value() / (wcs().pixelScaleArcsec() / 3600) : span.value();
    }

    /// In units of a pixel: as the pixels lie, for a shape given in pixels; for one of the sky to the west and to
    /// the north of the plane, or, where the region is given in other coordinates than the events', to their west
    /// and north.
    private Axes axes(Position centre) throws EventsException {
        if (isOfPixels(centre)) {
            return Axes.SAME;
        }
        CelestialWcs wcs = wcs();
        double scale = wcs.pixelScaleArcsec() / 3600;
        Axes plane = new Axes(
                exact(wcs.westDeg(1, 0) / scale),
                exact(wcs.westDeg(0, 1) / scale),
                exact(wcs.northDeg(1, 0) / scale),
                exact(wcs.northDeg(0, 1) / scale));
        return sameNorth(frame(centre.system()), wcs.frame()) ? plane : plane.turned(norths(centre, plane));
    }

    /// Square pixels are so to the last digit in spite of the root that was drawn.
    private static double exact(double factor) {
        double whole = Math.rint(factor);
        return Math.abs(factor - whole) < 1e-12 ? whole + 0.0 : factor;
    }

    private static boolean sameNorth(CelestialFrame one, CelestialFrame other) {
        return isEquatorial(one) && isEquatorial(other) || one.equals(other);
    }

    private static boolean isEquatorial(CelestialFrame frame) {
        return switch (frame) {
            case CelestialFrame.Icrs _, CelestialFrame.Fk5 _, CelestialFrame.Fk4 _ -> true;
            case CelestialFrame.Galactic _, CelestialFrame.Supergalactic _, CelestialFrame.Ecliptic _ -> false;
        };
    }

    /// How far the north of the region's coordinates is turned from that of the plane, counter-clockwise,
    /// degrees.
    private double norths(Position centre, Axes plane) throws EventsException {
        double step = centre.second() > 0 ? -1e-3 : 1e-3;
        double[] at = pixel(centre);
        double[] next = pixel(new Position(centre.system(), centre.first(), centre.second() + step));
        double dx = (next[0] - at[0]) * Math.signum(step);
        double dy = (next[1] - at[1]) * Math.signum(step);
        return Math.toDegrees(Math.atan2(-plane.first(dx, dy), plane.second(dx, dy)));
    }
}
