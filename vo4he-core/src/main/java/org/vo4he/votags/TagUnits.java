// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.EM_UCD;
import static org.vo4he.obscore.ObsCoreColumn.EM_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.O_UCD;
import static org.vo4he.obscore.ObsCoreColumn.O_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.S_UCD;
import static org.vo4he.obscore.ObsCoreColumn.S_UNIT;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.units.Unit;
import org.vo4he.units.Unit.Dimension;
import org.vo4he.units.VoUnit;

/// The units and UCDs of the axes (ObsCore 1.1, sections B.6.1 to B.6.5): spelled as VOUnits 1.1 and UCD1+ want it, and
/// of what the axis measures. What is odd is told and kept: nothing is computed with it.
final class TagUnits {

    /// What a unit of an axis can measure.
    private static final Map<ObsCoreColumn, Set<Dimension>> DIMENSIONS = new EnumMap<>(Map.of(
            S_UNIT, Set.of(Dimension.ANGLE),
            EM_UNIT, Set.of(Dimension.ENERGY, Dimension.LENGTH, Dimension.FREQUENCY)));

    /// The first word of the UCD of an axis.
    private static final Map<ObsCoreColumn, String> FIRST_WORDS =
            new EnumMap<>(Map.of(S_UCD, "pos", EM_UCD, "em", O_UCD, ""));

    /// UCD1+ (REC 2023-01-25), section 3: words of atoms with dots, joined with `;`. The high-energy extension joins
    /// several with `#`.
    private static final Pattern UCD =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*(;[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*)*");

    private final TagValues values;

    TagUnits(TagValues values) {
        this.values = values;
    }

    void look() {
        DIMENSIONS.forEach((column, dimensions) -> text(column).ifPresent(unit -> axis(column, unit, dimensions)));
        text(O_UNIT)
                .filter(unit -> !VoUnit.isWellFormed(unit))
                .ifPresent(unit ->
                        note(VoTagsFinding.UNIT_SPELLING, O_UNIT, unit, "which is no unit as VOUnits 1.1 spells them"));
        FIRST_WORDS.forEach((column, first) -> text(column).ifPresent(ucd -> ucd(column, ucd, first)));
    }

    private void axis(ObsCoreColumn column, String unit, Set<Dimension> dimensions) {
        Optional<Unit> known = Unit.parse(unit);
        if (known.isEmpty() || !dimensions.contains(known.get().dimension())) {
            String wanted = dimensions.stream()
                    .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", "));
            note(VoTagsFinding.UNIT, column, unit, "which is no unit of this axis (" + wanted + ")");
        } else if (!known.get().vounit().equals(unit)) {
            note(
                    VoTagsFinding.UNIT_SPELLING,
                    column,
                    unit,
                    "in VOUnits 1.1 '" + known.get().vounit() + "'");
        }
    }

    private void ucd(ObsCoreColumn column, String ucd, String first) {
        for (String one : ucd.split("#", -1)) {
            if (!UCD.matcher(one.strip()).matches()) {
                note(VoTagsFinding.UCD, column, ucd, "of which '" + one + "' is no UCD");
            } else if (!first.isEmpty()
                    && !one.strip().equals(first)
                    && !one.strip().startsWith(first + ".")) {
                note(VoTagsFinding.UCD, column, ucd, "which is about something else: this axis has '" + first + "'");
            }
        }
    }

    private Optional<String> text(ObsCoreColumn column) {
        return Optional.ofNullable(values.content(column)).map(Object::toString);
    }

    private void note(VoTagsFinding code, ObsCoreColumn column, String found, String why) {
        String keyword = VoTagsKeyword.of(column).name();
        values.note(code, keyword, keyword + " is '" + found + "', " + why);
    }
}
