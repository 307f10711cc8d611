// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// How long, and of how much sky, events were selected.
final class Exposures {

    private Exposures() {}

    /// @param from which extension, and why
    record Good(Intervals intervals, String from, boolean known) {}

    /// The good times that hold for the chip of most events, so far as they are selected; without a GTI
    /// extension, TSTART to TSTOP.
    static Good goodTimes(EventList events, Intervals selected, Optional<Long> chip) {
        GoodTimeSet set = events.goodTimes();
        if (!set.isEmpty()) {
            GoodTimeSet.Table table =
                    set.forChip(set.isByChip() ? chip : Optional.empty()).orElseThrow();
            String from = set.tables().size() == 1
                    ? table.name()
                    : table.chip()
                            .map(number -> table.name() + ", of chip " + number + " on which most of the events fell")
                            .orElse(table.name() + ", of " + set.tables().size() + " GTI extensions");
            return new Good(table.intervals().and(selected), from, true);
        }
        Optional<Double> start =
                events.headers().number("TSTART").map(found -> events.clock().ofCard(found.value()));
        Optional<Double> stop =
                events.headers().number("TSTOP").map(found -> events.clock().ofCard(found.value()));
        if (start.isPresent() && stop.isPresent() && stop.get() > start.get()) {
            return new Good(
                    Intervals.of(start.get(), stop.get()).and(selected), "TSTART to TSTOP; there is no GTI", true);
        }
        return new Good(selected, "nothing: there is no GTI, and no TSTART and TSTOP", false);
    }

    static Outcome outcome(
            EventList events, CompiledSelection selection, Area area, long selected, Optional<Tally.Chips> chips) {
        Optional<Long> chip =
                chips.map(Tally.Chips::most).filter(number -> number >= 0).map(Integer::longValue);
        Good good = goodTimes(events, selection.times(), chip);
        Good all = goodTimes(events, Intervals.ALWAYS, chip);
        double secondsPerReading = events.clock().secondsPerReading();
        DeadTime deadTime = DeadTime.of(
                events.headers(),
                chip.filter(_ -> events.goodTimes().isByChip()),
                all.intervals().total() * secondsPerReading);
        double total = good.intervals().total() * secondsPerReading;
        return new Outcome(
                selected,
                good.intervals(),
                good.from(),
                good.known() && Double.isFinite(total) ? Optional.of(total) : Optional.empty(),
                deadTime,
                area.pixels(),
                area.squareDegrees());
    }

    /// Of a region, or of all that the list covers.
    ///
    /// @param pixels in sky pixels; NaN if it is unknown
    /// @param squareDegrees NaN if it is unknown
    record Area(double pixels, double squareDegrees) {

        static Area of(EventList events, CompiledSelection selection) {
            return selection
                    .area()
                    .or(() -> whole(events))
                    .map(area -> new Area(area.pixels(), area.squareDegrees()))
                    .orElse(new Area(Double.NaN, Double.NaN));
        }

        /// This by another, the same way for both; empty if it can't be told.
        Optional<Double> by(Area other) {
            double byAngle = squareDegrees / other.squareDegrees;
            double scale = Double.isNaN(byAngle) ? pixels / other.pixels : byAngle;
            return Double.isFinite(scale) && scale > 0 ? Optional.of(scale) : Optional.empty();
        }

        private boolean isKnown() {
            return squareDegrees > 0 || pixels > 0;
        }

        /// @throws EventsException if a background can't be scaled to the source
        static void requireScale(EventList events, Area source, Area background) throws EventsException {
            if (source.by(background).isPresent()) {
                return;
            }
            boolean ofSource = !source.isKnown();
            throw new EventsException("the background can't be scaled to the source: the area of the "
                    + (ofSource ? "source's" : "background's") + " region is "
                    + (0 == (ofSource ? source : background).pixels
                                    || 0 == (ofSource ? source : background).squareDegrees
                            ? "0"
                            : "not known")
                    + " in " + events.path() + " " + events.hdu()
                    + "; give a region with an end, such as annulus(83.63,22.01,90\",150\")");
        }
    }

    /// All sky pixels that exist.
    private static Optional<SkyArea> whole(EventList events) {
        return events.places()
                .filter(EventPlaces.SkyPixels.class::isInstance)
                .map(EventPlaces.SkyPixels.class::cast)
                .filter(places -> places.bounds().areKnown())
                .map(places -> new PlaneRegion(places, java.util.List.of(), java.util.List.of()));
    }
}
