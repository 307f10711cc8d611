// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import java.util.Optional;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// What a rule says of one column: a constant, or how its value is made for each file.
sealed interface RuleValue {

    /// @param value of the column's Java type
    record Constant(Object value) implements RuleValue {}

    /// Takes a value away.
    record Nothing() implements RuleValue {}

    /// As an `otherwise`: what tags or inference say stays.
    record Kept() implements RuleValue {}

    /// Text, which is then read as the column's type.
    record Text(TextTemplate template, Optional<RuleValue> otherwise) implements RuleValue {}

    /// A card as it is, read as the column's type.
    ///
    /// @param keywords the first that is there is used
    record Word(List<HeaderKeyword> keywords, Optional<RuleValue> otherwise) implements RuleValue {}

    /// A card with a number, in a unit.
    ///
    /// @param unit of the number; empty: what the card's comment says, else the column's own
    record Quantity(List<HeaderKeyword> keywords, Optional<Unit> unit, Optional<RuleValue> otherwise)
            implements RuleValue {}

    /// A card with a moment: a date, an MJD, or the reading of a clock.
    ///
    /// @param unit of a number
    /// @param scale of the card; empty: what TIMESYS says
    record Moment(
            List<HeaderKeyword> keywords,
            Optional<Unit> unit,
            Since since,
            Optional<TimeSystem> scale,
            Optional<RuleValue> otherwise)
            implements RuleValue {}

    /// From when a number counts.
    sealed interface Since {}

    /// From the zero of MJD; or it is a date.
    record MjdZero() implements Since {}

    /// From what the cards MJDREFI, MJDREFF or MJDREF say.
    record MjdrefCards() implements Since {}

    /// From this MJD, in the scale of the card.
    record Day(double mjd) implements Since {}

    /// What to do when a card is missing; empty: the column is NULL.
    default Optional<RuleValue> otherwise() {
        return switch (this) {
            case Text text -> text.otherwise;
            case Word word -> word.otherwise;
            case Quantity quantity -> quantity.otherwise;
            case Moment moment -> moment.otherwise;
            case Constant _, Nothing _, Kept _ -> Optional.empty();
        };
    }
}
