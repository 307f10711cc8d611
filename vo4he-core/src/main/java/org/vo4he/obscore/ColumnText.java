// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The text that somebody wrote for an ObsCore column, understood as a value of the column's type or refused.
///
/// Used for keywords of VO-TAGS, `--set column=value`, and what rules and profiles say.
public sealed interface ColumnText {

    /// What is wrong with a text, or had to be overlooked.
    enum Fault {
        /// Not in the case of the vocabulary.
        LETTER_CASE,
        /// A word that is called otherwise now.
        OLD_WORD,
        /// None of the words that the column may have.
        VOCABULARY,
        /// Not of the type of the column.
        BAD_VALUE,
        /// A number that the column can't have.
        OUT_OF_RANGE
    }

    /// @param value of the column's Java type
    /// @param remarks what had to be overlooked to understand it
    record Understood(Object value, List<Remark> remarks) implements ColumnText {}

    /// @param why a sentence's end, such as "is 'red', not a number"
    record Refused(Fault fault, String why) implements ColumnText {}

    /// A word that means "no value".
    record Unset() implements ColumnText {}

    /// @param text a sentence's end, such as "is written 'SPECTRUM'"
    record Remark(Fault fault, String text) {}

    /// Saada's and SVOM's words for no value, in lower case.
    Set<String> NO_VALUE = Set.of(
            "",
            "notset",
            "null",
            "nan",
            "infinity",
            "+infinity",
            "-infinity",
            "inf",
            "+inf",
            "-inf",
            "2147483647",
            "2147483647.0",
            "n.a",
            "n.a.",
            "n/a");

    /// Words of the seed and of the high-energy extension draft of 2026-08-03 for what ObsCore 1.1 calls
    /// otherwise.
    Map<String, String> PRODUCT_TYPES = Map.of(
            "events", "event",
            "event-list", "event",
            "hea-event-list", "event",
            "hea-event-bundle", "event",
            "spectral", "spectrum",
            "time-series", "timeseries",
            "light-curve", "timeseries",
            "lightcurve", "timeseries");

    static ColumnText read(ObsCoreColumn column, String text) {
        String word = text.strip();
        if (NO_VALUE.contains(word.toLowerCase(Locale.ROOT))) {
            return new Unset();
        }
        return switch (column.type()) {
            case TEXT -> text(column, word);
            case INTEGER, BIGINT, DOUBLE -> NumberText.read(column, word);
            case TIMESTAMP -> TimestampText.read(word);
            case REGION -> WrittenRegion.read(word);
        };
    }

    private static ColumnText text(ObsCoreColumn column, String word) {
        if (column == ObsCoreColumn.MESSENGER_PDGID) {
            return particle(word);
        }
        return column.allowed().isEmpty() ? new Understood(word, List.of()) : vocabulary(column, word);
    }

    /// A number of the Particle Data Group with its sign, as the draft of the extension has it: `+22`, `-11`.
    private static ColumnText particle(String word) {
        if (!word.matches("[+-]?\\d{1,10}")) {
            return new Refused(
                    Fault.BAD_VALUE, "is '" + word + "', not a number of the Particle Data Group such as +22");
        }
        return Character.isDigit(word.charAt(0))
                ? new Understood("+" + word, List.of(new Remark(Fault.OLD_WORD, "is '" + word + "', without its sign")))
                : new Understood(word, List.of());
    }

    private static ColumnText vocabulary(ObsCoreColumn column, String word) {
        if (column.allowed().contains(word)) {
            return new Understood(word, List.of());
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (column.allowed().contains(lower)) {
            return new Understood(lower, List.of(new Remark(Fault.LETTER_CASE, "is written '" + word + "'")));
        }
        if (column == ObsCoreColumn.DATAPRODUCT_TYPE && PRODUCT_TYPES.containsKey(lower)) {
            String type = PRODUCT_TYPES.get(lower);
            return new Understood(
                    type, List.of(new Remark(Fault.OLD_WORD, "is '" + word + "', which ObsCore 1.1 calls " + type)));
        }
        if (column.isOpen()) {
            return new Understood(word, List.of());
        }
        return new Refused(
                Fault.VOCABULARY, "is '" + word + "', which is none of " + String.join(", ", column.allowed()));
    }
}
