// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.fits.Card;
import org.vo4he.fits.HduWriter;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;

/// What stands against writing a row: our own reader would leave values out again, or a value that was ordered
/// can't stand in a header.
final class RowCheck {

    /// What the reader says of values that contradict each other or their column.
    private static final Set<FindingCode> CONTRADICTIONS =
            Set.of(VoTagsFinding.OUT_OF_RANGE, VoTagsFinding.SECONDS_FOR_DAYS, VoTagsFinding.ENERGY_FOR_WAVELENGTH);

    private RowCheck() {}

    /// @return sentences; empty when the row can be written
    static List<String> of(ObsCoreRow row) {
        List<String> reasons = new ArrayList<>();
        Map<VoTagsKeyword, Card> cards = new EnumMap<>(VoTagsKeyword.class);
        row.forEach((column, value) -> {
            if (isUnprintableOrder(value)) {
                reasons.add(column.columnName() + " was given as '" + value.value()
                        + "', which a FITS header can't hold: it has printable ASCII only");
            } else if (value.isPresent() && !VoTagsKeyword.PUBLISHER_COLUMNS.contains(column)) {
                VoTagsKeyword keyword = VoTagsKeyword.of(column);
                cards.put(keyword, card(keyword, value.value()));
            }
        });
        List<Finding> findings = new ArrayList<>();
        new TagValues(new TagCards(cards, List.of()), Optional::empty, "", findings);
        findings.stream()
                .filter(finding -> CONTRADICTIONS.contains(finding.code()))
                .map(finding -> "reading it would leave values out: " + finding.message())
                .forEach(reasons::add);
        return reasons;
    }

    private static boolean isUnprintableOrder(Value value) {
        return value.origin() instanceof Origin.Given
                && value.value() instanceof String text
                && !HduWriter.isPrintable(text);
    }

    private static Card card(VoTagsKeyword keyword, Object value) {
        return new Card(keyword.name(), value.toString(), value instanceof String, "");
    }
}
