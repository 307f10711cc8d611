// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HduContent;

/// The good times of an event list: of the whole, or of each chip of a mosaic, in readings of its TIME column.
///
/// @param tables in the order of the file; empty when it has none
public record GoodTimeSet(List<Table> tables) {

    /// The number at the end of the names of GTI extensions of one chip each: `STDGTI04` of XMM-Newton.
    private static final Pattern NUMBERED = Pattern.compile("(?:STD)?GTI_?0*(\\d{1,2})");

    public GoodTimeSet {
        tables = List.copyOf(tables);
    }

    /// The intervals of one extension.
    ///
    /// @param chip the number of the chip that they hold for; empty if for all
    public record Table(String name, Optional<Long> chip, Intervals intervals) {}

    static GoodTimeSet of(FitsFile file, EventClock clock) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (Hdu hdu : file.hdus()) {
            if (HduContent.of(hdu) == HduContent.GOOD_TIMES) {
                Optional<double[][]> bounds = GoodTimeTable.bounds(hdu);
                if (bounds.isPresent()) {
                    Intervals raw = Intervals.of(bounds.get()[0], bounds.get()[1]);
                    tables.add(new Table(hdu.name(), chip(hdu), clock.ofTable(hdu, raw)));
                }
            }
        }
        return new GoodTimeSet(tables);
    }

    /// CCD_ID of Chandra's, else the number in the name.
    private static Optional<Long> chip(Hdu table) {
        Optional<Long> stated =
                table.header().integer("CCD_ID").or(() -> table.header().integer("CCDNR"));
        if (stated.isPresent()) {
            return stated;
        }
        Matcher numbered = NUMBERED.matcher(table.name().toUpperCase(Locale.ROOT));
        return numbered.matches() ? Optional.of(Long.parseLong(numbered.group(1))) : Optional.empty();
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /// Whether several extensions hold for a chip each.
    public boolean isByChip() {
        return tables.size() > 1
                && tables.stream().allMatch(table -> table.chip().isPresent());
    }

    /// What holds for events of which most fell on a chip: its own extension; else the first that is of no chip;
    /// else all of them together.
    ///
    /// @return empty when there are none
    Optional<Table> forChip(Optional<Long> chip) {
        Optional<Table> own = tables.stream()
                .filter(table -> chip.isPresent() && table.chip().equals(chip))
                .findFirst();
        return own.or(() ->
                        tables.stream().filter(table -> table.chip().isEmpty()).findFirst())
                .or(this::together);
    }

    private Optional<Table> together() {
        return tables.stream()
                .map(Table::intervals)
                .reduce(Intervals::or)
                .map(all -> new Table(
                        tables.size() == 1 ? tables.getFirst().name() : "all GTI extensions together",
                        Optional.empty(),
                        all));
    }
}
