// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.DATAPRODUCT_TYPE;
import static org.vo4he.obscore.ObsCoreColumn.DATA_RIGHTS;
import static org.vo4he.obscore.ObsCoreColumn.EM_MAX;
import static org.vo4he.obscore.ObsCoreColumn.EM_MIN;
import static org.vo4he.obscore.ObsCoreColumn.ENERGY_MAX;
import static org.vo4he.obscore.ObsCoreColumn.ENERGY_MIN;
import static org.vo4he.obscore.ObsCoreColumn.PUBLISHER_ID;
import static org.vo4he.obscore.ObsCoreColumn.S_CALIB_STATUS;
import static org.vo4he.obscore.ObsCoreColumn.S_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.T_CALIB_STATUS;
import static org.vo4he.obscore.ObsCoreColumn.T_MAX;
import static org.vo4he.obscore.ObsCoreColumn.T_MIN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Card;
import org.vo4he.obscore.ColumnText;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.ogip.Clock;

/// The cards of a VO-TAGS header as values: each by the type of its column, then the rules that look at
/// several.
final class TagValues {

    private static final Set<String> RIGHTS = Set.copyOf(DATA_RIGHTS.allowed());

    private final String where;
    private final List<Finding> findings;
    private final Map<ObsCoreColumn, Value> values = new EnumMap<>(ObsCoreColumn.class);
    private final Map<ObsCoreColumn, String> declared = new EnumMap<>(ObsCoreColumn.class);
    private final List<String> unset = new ArrayList<>();
    /// As the header has them, of those that stand as they were read.
    private final Map<ObsCoreColumn, String> written = new EnumMap<>(ObsCoreColumn.class);

    /// @param clock of the file, for times that were written in its seconds
    TagValues(TagCards cards, Supplier<Optional<Clock>> clock, String where, List<Finding> findings) {
        this.where = where;
        this.findings = findings;
        cards.tags().forEach(this::read);
        if (!unset.isEmpty()) {
            note(VoTagsFinding.UNSET, "", "no value: " + String.join(", ", unset));
        }
        cards.other("DISC_TYP").ifPresent(this::fallBackToDiscType);
        new TagEnergies(this).settle(cards);
        new TagTimes(this, clock).settle();
        ordered(T_MIN, T_MAX);
        ordered(EM_MIN, EM_MAX);
        ordered(ENERGY_MIN, ENERGY_MAX);
        new TagUnits(this).look();
        defaultOnly(S_UNIT, "deg");
        defaultOnly(S_CALIB_STATUS, "calibrated");
        defaultOnly(T_CALIB_STATUS, "calibrated");
    }

    Map<ObsCoreColumn, Value> values() {
        return values;
    }

    Map<ObsCoreColumn, String> declared() {
        return declared;
    }

    /// Whether a value has this seal: as it is written, or else as vo4he would write it.
    boolean isSealed(ObsCoreColumn column, String seal) {
        Value value = values.get(column);
        String text = written.get(column);
        return value != null
                && (text != null && Seal.of(text).equals(seal)
                        || Seal.of(value.value()).equals(seal));
    }

    /// Of all values together.
    String seal() {
        Map<ObsCoreColumn, Object> contents = new EnumMap<>(ObsCoreColumn.class);
        values.forEach((column, value) -> contents.put(column, value.value()));
        return Seal.ofTags(contents);
    }

    private void read(VoTagsKeyword tag, Card card) {
        if (tag == VoTagsKeyword.PUB_ID) {
            publisherId(card);
        } else {
            read(tag.column(), card);
        }
    }

    private void read(ObsCoreColumn column, Card card) {
        if (card.isLogical()) {
            note(
                    VoTagsFinding.of(ColumnText.Fault.BAD_VALUE),
                    card.keyword(),
                    card.keyword() + " is the logical value " + card.value() + ", which no column has");
            return;
        }
        switch (ColumnText.read(column, card.value())) {
            case ColumnText.Unset _ -> unset.add(card.keyword() + " = '" + card.value() + "'");
            case ColumnText.Refused refused ->
                note(VoTagsFinding.of(refused.fault()), card.keyword(), card.keyword() + " " + refused.why());
            case ColumnText.Understood understood -> {
                understood
                        .remarks()
                        .forEach(remark -> note(
                                VoTagsFinding.of(remark.fault()),
                                card.keyword(),
                                card.keyword() + " " + remark.text()));
                numberAsText(understood, card);
                set(column, understood.value(), card.keyword());
                written.put(column, card.value());
            }
        }
    }

    private void numberAsText(ColumnText.Understood understood, Card card) {
        if (understood.value() instanceof Number && card.string()) {
            note(
                    VoTagsFinding.NUMBER_AS_TEXT,
                    card.keyword(),
                    card.keyword() + " is the string '" + card.value() + "'");
        }
    }

    private void set(ObsCoreColumn column, Object value, String keyword) {
        if (VoTagsKeyword.PUBLISHER_COLUMNS.contains(column)) {
            declared.put(column, value.toString());
        } else {
            values.put(column, new Value(value, new Origin.Tag(keyword)));
        }
    }

    /// The seed calls one keyword PUB_ID and `data_rights` in its comment: the value decides.
    private void publisherId(Card card) {
        String word = card.value().strip();
        boolean isRight = RIGHTS.contains(word.toLowerCase(Locale.ROOT));
        if (!isRight) {
            read(PUBLISHER_ID, card);
        } else if (!values.containsKey(DATA_RIGHTS)) {
            read(DATA_RIGHTS, card);
        }
        if (isRight
                || declared.containsKey(PUBLISHER_ID)
                        && !word.toLowerCase(Locale.ROOT).startsWith("ivo://")) {
            note(
                    VoTagsFinding.PUBLISHER_ID,
                    card.keyword(),
                    "PUB_ID is '" + word + "', not an ivo:// identifier; it is read as "
                            + (isRight ? "data_rights" : "publisher_id"));
        }
    }

    private void fallBackToDiscType(Card card) {
        if (!values.containsKey(DATAPRODUCT_TYPE)
                && ColumnText.read(DATAPRODUCT_TYPE, card.value()) instanceof ColumnText.Understood understood) {
            set(DATAPRODUCT_TYPE, understood.value(), card.keyword());
            note(
                    VoTagsFinding.DISC_TYP,
                    card.keyword(),
                    "DP_TYPE has no value; DISC_TYP = '" + card.value() + "' is read as " + understood.value());
        }
    }

    /// The seed writes some values by default: they say something only when the axis has more.
    private void defaultOnly(ObsCoreColumn column, String usual) {
        if (usual.equals(content(column)) && isAloneOnItsAxis(column)) {
            String keyword = VoTagsKeyword.of(column).name();
            note(
                    VoTagsFinding.DEFAULT_ONLY,
                    keyword,
                    keyword + " is '" + usual + "' and no other keyword of its axis has a value");
        }
    }

    private boolean isAloneOnItsAxis(ObsCoreColumn column) {
        String axis = column.columnName().substring(0, 2);
        return values.keySet().stream()
                .filter(other -> other.columnName().startsWith(axis))
                .allMatch(other -> other == column || other == S_UNIT || other == S_CALIB_STATUS);
    }

    private void ordered(ObsCoreColumn least, ObsCoreColumn most) {
        Double first = number(least);
        Double second = number(most);
        if (first != null && second != null && first > second) {
            remove(least);
            remove(most);
            String keyword = VoTagsKeyword.of(least).name();
            note(
                    VoTagsFinding.OUT_OF_RANGE,
                    keyword,
                    keyword + " = " + first + " is above "
                            + VoTagsKeyword.of(most).name() + " = " + second + "; both are left out");
        }
    }

    /// Null when the column has no value.
    Double number(ObsCoreColumn column) {
        return (Double) content(column);
    }

    /// Null when the column has no value.
    Object content(ObsCoreColumn column) {
        Value value = values.get(column);
        return value == null ? null : value.value();
    }

    void remove(ObsCoreColumn column) {
        values.remove(column);
    }

    /// Another number in the place of one that is there.
    void replace(ObsCoreColumn column, double number) {
        values.put(column, new Value(number, values.get(column).origin()));
        written.remove(column);
    }

    /// Where a value of a tag came from when it was written.
    void cameFrom(ObsCoreColumn column, Origin recorded) {
        Value value = values.get(column);
        if (value.origin() instanceof Origin.Tag tag) {
            values.put(column, new Value(value.value(), new Origin.Tag(tag.keyword(), Optional.of(recorded))));
        }
    }

    void note(VoTagsFinding code, String keyword, String message) {
        findings.add(new Finding(code, keyword.isEmpty() ? where : where + " " + keyword, message));
    }
}
