// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// The doubts of inference, and what rules can't do.
public enum MappingFinding implements FindingCode {
    NO_PRODUCT(
            "mapping-no-product",
            Severity.INFO,
            "No HDU is an event list, spectrum, light curve, image, cube or source list; the file is kept as an associated one."),
    POSITION_UNSET(
            "mapping-position-unset",
            Severity.WARNING,
            "A position of exactly 0.0, 0.0 that nothing else supports is taken as not set."),
    POSITION_IMPOSSIBLE(
            "mapping-position-impossible",
            Severity.WARNING,
            "A right ascension outside 0 to 360 or a declination outside -90 to 90 degrees; it is not used."),
    POSITION_OF_POINTING(
            "mapping-position-of-pointing",
            Severity.INFO,
            "Nothing states where the target of a spectrum or light curve is; s_ra and s_dec are those of the pointing."),
    GRID_AS_FIELD(
            "mapping-grid-as-field",
            Severity.INFO,
            "s_fov and s_region are those of the coordinate grid of the event columns; the exposed field is inside it."),
    EXPOSURE_UNSET(
            "mapping-exposure-unset",
            Severity.WARNING,
            "An exposure of zero or less is taken as not set; the next card that gives one is used."),
    EXPOSURE_EXCEEDS_SPAN(
            "mapping-exposure-exceeds-span",
            Severity.WARNING,
            "The exposure is longer than the time from start to end; one of the cards, or its unit, is wrong. Both are published as they are."),
    VALUE_NOT_A_NUMBER(
            "mapping-value-not-a-number",
            Severity.WARNING,
            "A card that must hold a number holds something else, or a number beyond the range of doubles; it is not used."),
    VALUE_NOT_A_NAME(
            "mapping-value-not-a-name",
            Severity.WARNING,
            "A card that must hold a name holds a logical value, an unquoted T or F; it is not used."),
    ENERGY_NOT_POSITIVE(
            "mapping-energy-not-positive",
            Severity.INFO,
            "The ENERGY column holds values of zero or less, which mark events without an energy; the least positive one is the limit."),
    CHANNELS_AS_BAND(
            "mapping-channels-as-band",
            Severity.INFO,
            "em_min and em_max are those of all channels, by the mission's documents; the energies of the events lie inside."),
    LINKED_UNREADABLE(
            "mapping-linked-unreadable",
            Severity.WARNING,
            "A response that the file names can't be read, so the energies it would give are missing."),
    COLUMN_TOO_LONG(
            "mapping-column-too-long",
            Severity.INFO,
            "A column would have to be read in full to know its range, and is too long for that; state the limits in a rule."),
    RULE_VALUE_REFUSED(
            "mapping-rule-value-refused",
            Severity.WARNING,
            "What a rule makes of the headers of this file is not of the column's type, out of its range, or in a unit that can't be converted; the column is NULL, or keeps its value if it may not be."),
    RULE_WITHOUT_VALUE(
            "mapping-rule-without-value",
            Severity.WARNING,
            "A rule takes a keyword that the file does not state, for a column that may not be NULL; the column keeps the value it has without the rule. Give the rule an 'otherwise', or a 'when'."),
    RULE_UNIT_DISAGREES(
            "mapping-rule-unit-disagrees",
            Severity.WARNING,
            "A rule says another unit than the comment of the card; the rule is believed."),
    RULE_LIMITS_CROSSED(
            "mapping-rule-limits-crossed",
            Severity.WARNING,
            "Rules make a least value that is above the greatest; both are NULL. Of energies, em_min is that of the highest.");

    private final FindingMeaning meaning;

    MappingFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
