// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.fits.HduWriter;
import org.vo4he.obscore.ObsCoreColumn;

/// The texts of a row that don't fit into one card where CONTINUE cards are not wanted.
///
/// @param moved to the JSON
record LongTexts(Map<ObsCoreColumn, String> moved) {

    /// Empty where texts may be long.
    static LongTexts of(Map<ObsCoreColumn, Object> values, WriteOptions.LongText treatment) {
        Map<ObsCoreColumn, String> moved = new EnumMap<>(ObsCoreColumn.class);
        if (treatment != WriteOptions.LongText.CONTINUE) {
            values.forEach((column, value) -> {
                if (value instanceof String text
                        && HduWriter.isPrintable(text)
                        && !HduWriter.fitsIntoOneCard(VoTagsKeyword.of(column).name(), text)) {
                    moved.put(column, text);
                }
            });
        }
        return new LongTexts(moved);
    }

    Map<String, String> byColumn() {
        Map<String, String> texts = new LinkedHashMap<>();
        moved.forEach((column, text) -> texts.put(column.columnName(), text));
        return texts;
    }
}
