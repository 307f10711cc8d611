// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.sphere.UnitVector;
import org.vo4he.wcs.CelestialWcs;

/// A radial profile checked against an event list.
///
/// @param centre in ICRS; empty if unknown
/// @param edges in degrees, or in sky pixels where their sky is not known
/// @param squares of the edges as `distance` has it
/// @param areas of the rings within the region, in the unit of the edges
record ProfilePlan(
        RingDistance distance,
        Optional<UnitVector> centre,
        boolean isSky,
        double[] edges,
        double[] squares,
        double[] areas)
        implements Plan {

    static ProfilePlan of(Sink.Profile sink, EventList events, CompiledSelection source) throws EventsException {
        EventPlaces places = events.places()
                .orElseThrow(() -> new EventsException(
                        events.path() + " " + events.hdu() + " has no sky coordinates, so there is no profile of it"));
        return switch (places) {
            case EventPlaces.SkyPixels pixels ->
                onPlane(
                        RegionOnPlane.rings(sink.rings(), events, pixels),
                        pixels,
                        source.area()
                                .map(PlaneRegion.class::cast)
                                .orElse(new PlaneRegion(pixels, List.of(), List.of())));
            case EventPlaces.Directions directions ->
                onSphere(SphereShape.rings(sink.rings(), directions.frame()), directions, source.area());
        };
    }

    private static ProfilePlan onPlane(List<PlaneShape.Ring> rings, EventPlaces.SkyPixels places, PlaneRegion region) {
        PlaneShape.Ring first = rings.getFirst();
        double scaleDeg = places.wcs().map(CelestialWcs::pixelScaleArcsec).orElse(3600.0) / 3600;
        double[] pixels =
                edges(rings.stream().mapToDouble(PlaneShape.Ring::outer).toArray(), first.inner());
        return new ProfilePlan(
                new RingDistance.OnPlane(places.first(), places.second(), first.x0(), first.y0(), first.axes()),
                places.wcs().flatMap(wcs -> wcs.at(first.x0(), first.y0())),
                places.wcs().isPresent(),
                Arrays.stream(pixels).map(edge -> edge * scaleDeg).toArray(),
                Arrays.stream(pixels).map(edge -> edge * edge).toArray(),
                rings.stream()
                        .mapToDouble(ring -> region.pixelsIn(ring) * scaleDeg * scaleDeg)
                        .toArray());
    }

    private static ProfilePlan onSphere(
            List<SphereShape.Cap> rings, EventPlaces.Directions places, Optional<SkyArea> region) {
        SphereShape.Cap first = rings.getFirst();
        UnitVector centre = first.centre();
        return new ProfilePlan(
                new RingDistance.OnSphere(places.first(), places.second(), centre),
                Optional.of(places.frame().toIcrs(centre.raDeg(), centre.decDeg())),
                true,
                edges(rings.stream().mapToDouble(SphereShape.Cap::outerDeg).toArray(), first.innerDeg()),
                edges(rings.stream().mapToDouble(SphereShape.Cap::outerChord).toArray(), first.innerChord()),
                region.map(of -> ((SphereRegion) of).squareDegreesIn(rings))
                        .orElseGet(() -> rings.stream()
                                .mapToDouble(SphereShape.Cap::squareDegrees)
                                .toArray()));
    }

    private static double[] edges(double[] outer, double inner) {
        return IntStream.rangeClosed(0, outer.length)
                .mapToDouble(i -> i == 0 ? inner : outer[i - 1])
                .toArray();
    }

    @Override
    public Tally tally(boolean background) {
        return background ? new Tally.Nothing() : new Tally.OfRings(distance, squares, new long[areas.length]);
    }

    EventProfile product(Tally source, Outcome outcome, Optional<Outcome> background) {
        return new EventProfile(
                isSky,
                centre.map(UnitVector::raDeg).orElse(Double.NaN),
                centre.map(UnitVector::decDeg).orElse(Double.NaN),
                edges,
                ((Tally.OfRings) source).counts(),
                areas,
                background.map(of ->
                        new EventProfile.Background(of.selected(), isSky ? of.solidAngleDeg2() : of.areaPixels())),
                outcome.exposureSeconds());
    }
}
