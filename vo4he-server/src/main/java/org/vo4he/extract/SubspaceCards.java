// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventEnergies;
import org.vo4he.events.EventList;
import org.vo4he.events.EventPlaces;
import org.vo4he.events.EventsException;
import org.vo4he.events.FilterRanges;
import org.vo4he.events.RegionCircle;
import org.vo4he.events.Selection;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.HduChange;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.DataSubspace;

/// The selections that a list of Fermi or of a Cherenkov telescope states of itself (DSTYPn, DSUNIn, DSVALn), with
/// those that were made here: what is narrower takes the place of what was, all else is added, since cards of one kind
/// hold together. Of a filter they say the ranges of single columns, as `GRADE` in `0:0,2:4`. Lists that state none, or
/// alternatives (`2DSVAL1`, XMM-Newton), stay as they are.
final class SubspaceCards {

    private static final String FERMI_UNIT = "DSUNI";
    private static final String NO_UNIT = "dimensionless";
    /// Characters of a value on one card.
    private static final int LONGEST = 68;

    private final FitsHeader header;
    private final String unitOf;
    private HduChange change;
    private int count;

    private SubspaceCards(FitsHeader header, HduChange change) {
        this.header = header;
        this.change = change;
        while (header.has("DSTYP" + (count + 1))) {
            count++;
        }
        this.unitOf = header.has("DSUNIT1") || header.has("DSFORM1") ? "DSUNIT" : FERMI_UNIT;
    }

    /// @param region whether the file has the region as an extension REGION
    static HduChange in(HduChange change, EventList events, Selection selection, boolean region)
            throws EventsException {
        SubspaceCards cards = new SubspaceCards(events.hdu().header(), change);
        if (cards.count == 0 || cards.hasAlternatives()) {
            return change;
        }
        if (selection.energy().isPresent()) {
            cards.energy(selection.energy().get(), events);
        }
        if (selection.times().isPresent() && cards.find("TIME").isEmpty()) {
            cards.add("TIME", "s", "TABLE");
            cards.card("DSREF" + cards.count, ":GTI");
        }
        if (selection.region().isPresent() && events.places().orElse(null) instanceof EventPlaces.Directions) {
            cards.place(RegionCircle.of(selection.region().get(), events), region);
        }
        if (selection.filter().isPresent()) {
            FilterRanges.of(selection.filter().get(), events.hdu()).forEach(cards::ranges);
        }
        return cards.change;
    }

    private boolean hasAlternatives() {
        for (int n = 1; n <= count; n++) {
            if (header.has("2DSVAL" + n) || header.has("2DSTYP" + n)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Integer> find(String type) {
        for (int n = 1; n <= count; n++) {
            String stated = header.text("DSTYP" + n).orElse("").replace(" ", "");
            if (stated.equalsIgnoreCase(type)) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    private void energy(EnergyRange range, EventList events) {
        switch (range) {
            case EnergyRange.Channels channels ->
                events.channel()
                        .ifPresent(column -> add(name(column), "CHANNEL", text(channels.low(), channels.high())));
            case EnergyRange.Kev kev -> {
                if (events.energies() instanceof EventEnergies.InColumn in) {
                    narrow(name(in.column()), in.column().unit().orElse(""), in.inColumn(kev));
                }
            }
        }
    }

    /// Values longer than a card are left to HISTORY.
    private void ranges(TableColumn column, List<FilterRanges.Range> ranges) {
        String unit = column.unit().orElse("");
        if (ranges.size() == 1) {
            narrow(name(column), unit, new double[] {
                ranges.getFirst().low(), ranges.getFirst().high()
            });
            return;
        }
        String text =
                ranges.stream().map(range -> text(range.low(), range.high())).collect(Collectors.joining(","));
        if (text.length() <= LONGEST) {
            add(name(column), unit, text);
        }
    }

    private static String name(TableColumn column) {
        return column.name().toUpperCase(Locale.ROOT);
    }

    /// The range that a card states in the same unit is cut; where nothing would be left, both stand.
    private void narrow(String type, String unit, double[] range) {
        Optional<DataSubspace.Selected<double[]>> stated = DataSubspace.range(header, type);
        Optional<Integer> place = find(type);
        if (stated.isPresent()
                && place.isPresent()
                && stated.get().keyword().equals("DSVAL" + place.get())
                && isIn(place.get(), unit)) {
            double low = Math.max(range[0], stated.get().value()[0]);
            double high = Math.min(range[1], stated.get().value()[1]);
            if (low <= high) {
                card("DSVAL" + place.get(), text(low, high));
                return;
            }
        }
        add(type, unit, text(range[0], range[1]));
    }

    private boolean isIn(int place, String unit) {
        String stated = header.text(unitOf + place)
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(NO_UNIT, "");
        return stated.equals(unit.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(double low, double high) {
        return (Double.isInfinite(low) ? "" : EnergyRange.plain(low))
                + ":"
                + (Double.isInfinite(high) ? "" : EnergyRange.plain(high));
    }

    /// A circle within the one that was selected takes its place, one around it says nothing new.
    private void place(Optional<RegionCircle> own, boolean region) {
        String type = "POS(RA,DEC)";
        Optional<Integer> at = find(type);
        Optional<DataSubspace.Selected<DataSubspace.Circle>> stated =
                DataSubspace.circle(header).filter(_ -> at.isPresent());
        if (own.isEmpty()) {
            if (region) {
                add(type, "deg", "TABLE");
                card("DSREF" + count, ":REGION");
            }
            return;
        }
        RegionCircle circle = own.get();
        if (stated.isPresent() && stated.get().keyword().equals("DSVAL" + at.get())) {
            DataSubspace.Circle before = stated.get().value();
            double apart = circle.separationDeg(before.lonDeg(), before.latDeg());
            if (apart + before.radiusDeg() <= circle.radiusDeg()) {
                return;
            }
            if (apart + circle.radiusDeg() <= before.radiusDeg()) {
                card("DSVAL" + at.get(), text(circle));
                return;
            }
        }
        add(type, "deg", text(circle));
    }

    private static String text(RegionCircle circle) {
        return "CIRCLE(" + EnergyRange.plain(circle.raDeg()) + "," + EnergyRange.plain(circle.decDeg()) + ","
                + EnergyRange.plain(circle.radiusDeg()) + ")";
    }

    private void add(String type, String unit, String value) {
        count++;
        card("DSTYP" + count, type);
        if (!unit.isEmpty()) {
            card(unitOf + count, unit);
        } else if (unitOf.equals(FERMI_UNIT)) {
            card(unitOf + count, NO_UNIT);
        }
        card("DSVAL" + count, value);
        if (header.has("NDSKEYS")) {
            change = change.with("NDSKEYS", (long) count, "number of data subspace keywords");
        }
    }

    private void card(String keyword, String value) {
        change = change.with(keyword, value, "of the events kept");
    }
}
