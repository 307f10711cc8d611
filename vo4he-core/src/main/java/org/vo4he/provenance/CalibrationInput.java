// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a product was calibrated by, as its header says: an input of its making whose file may be told, or only the
/// version of a database.
///
/// @param keyword the card that says it
/// @param value its words
/// @param kind `version`, `index`, `file`, `response` or `auxiliary`
public record CalibrationInput(String keyword, String value, String kind) {

    /// The superset key that lists them.
    static final String KEY = "calibration";

    /// More of one keyword than this are an index: XMM-Newton's event lists name hundreds of files.
    private static final int MOST_OF_ONE_KEYWORD = 8;

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

    /// What a document records.
    public static List<CalibrationInput> of(ProvenanceDocument document) {
        return read(document.others());
    }

    /// What a document lists; entries that say nothing are passed over.
    static List<CalibrationInput> read(OtherKeys keys) {
        List<CalibrationInput> inputs = new ArrayList<>();
        try {
            for (JsonNode entry : ProvenanceJson.MAPPER.readTree(keys.json().getOrDefault(KEY, "[]"))) {
                String value = entry.path("value").asText("").strip();
                if (!value.isEmpty()) {
                    inputs.add(new CalibrationInput(
                            entry.path("keyword").asText("").strip(),
                            value,
                            entry.path("kind").asText("version")));
                }
            }
        } catch (JsonProcessingException _) {
            return List.of();
        }
        return inputs;
    }

    /// The same with one entry of kind `index` for each keyword that names many.
    public static List<CalibrationInput> gathered(List<CalibrationInput> inputs) {
        Map<String, List<CalibrationInput>> byKeyword = new LinkedHashMap<>();
        inputs.forEach(input ->
                byKeyword.computeIfAbsent(input.keyword, _ -> new ArrayList<>()).add(input));
        List<CalibrationInput> gathered = new ArrayList<>();
        byKeyword.forEach((keyword, some) -> {
            if (some.size() > MOST_OF_ONE_KEYWORD) {
                gathered.add(new CalibrationInput(
                        keyword,
                        some.getFirst().value + " and " + (some.size() - 1) + " more of the same index",
                        "index"));
            } else {
                gathered.addAll(some);
            }
        });
        return gathered;
    }

    /// Whether the value is the name of a file.
    boolean namesAFile() {
        return kind.equals("file");
    }
}
