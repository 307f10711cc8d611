// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// What a product was calibrated by, as its header says: an input of its making whose file may be told, or only the
/// version of a database.
///
/// @param keyword the card that says it
/// @param value its words
/// @param kind `version`, `index`, `file`, `response` or `auxiliary`
public record CalibrationInput(String keyword, String value, String kind) {

    /// The superset key that lists them.
    static final String KEY = "calibration";

    /// The list as the superset has it: inputs of role `calibration`.
    static String json(List<CalibrationInput> inputs) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        inputs.forEach(input -> list.addObject()
                .put("role", "calibration")
                .put("keyword", input.keyword)
                .put("value", input.value)
                .put("kind", input.kind));
        return list.toString();
    }
}
