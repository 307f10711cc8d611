// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.vo4he.events.EnergyGrid;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventsException;
import org.vo4he.events.Intervals;
import org.vo4he.events.Region;
import org.vo4he.events.Rings;
import org.vo4he.events.RowFilter;
import org.vo4he.events.Times;

/// What the text of an argument means, whichever way it is spelled: `2.0-7.0`, `2-7` and `2000-7000 eV` are one range
/// of energies. Two texts of one meaning have one spelling here; of two meanings, never.
final class Meaning {

    /// Where a name stands in the text.
    private static final Pattern PLACE = Pattern.compile(", at=[0-9]+");

    private Meaning() {}

    /// @return the text itself where it is not understood, or has no other spelling
    static String of(String argument, String text) {
        try {
            return switch (argument) {
                case ExtractStep.REGION, ExtractStep.BACKGROUND ->
                    Region.parse(text).parts().toString();
                case ExtractStep.ENERGY -> EnergyRange.parse(text).toString();
                case ExtractStep.BANDS, ExtractStep.HARDNESS -> bands(text);
                case ExtractStep.ENERGY_GRID -> EnergyGrid.parse(text).toString();
                case ExtractStep.RINGS -> Rings.parse(text).toString();
                case ExtractStep.TIME -> times(text);
                case ExtractStep.FILTER ->
                    PLACE.matcher(RowFilter.parse(text).expression().toString())
                            .replaceAll("")
                            .toUpperCase(Locale.ROOT); // columns have names in any case
                default -> text;
            };
        } catch (EventsException | IllegalArgumentException _) {
            return text;
        }
    }

    private static String bands(String text) throws EventsException {
        StringJoiner bands = new StringJoiner(", ");
        for (String band : text.split(",", -1)) {
            bands.add(EnergyRange.parse(band).toString());
        }
        return bands.toString();
    }

    private static String times(String text) throws EventsException {
        return switch (Times.parse(text)) {
            case Times.Readings(Intervals intervals) -> "readings" + spans(intervals);
            case Times.Mjd(Intervals intervals) -> "mjd" + spans(intervals);
            case Times.Dates dates -> dates.toString();
            case Times.OwnGoodTimes own -> own.toString();
            case Times.GoodTimesOf _ -> text;
        };
    }

    private static String spans(Intervals intervals) {
        StringJoiner spans = new StringJoiner(", ", " ", "");
        for (int i = 0; i < intervals.count(); i++) {
            spans.add(intervals.start(i) + " to " + intervals.stop(i));
        }
        return spans.toString();
    }
}
