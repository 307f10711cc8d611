// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A [RecordedInference] as JSON: reasons of absence are written once each, with the columns they are for.
final class InferenceJson {

    private InferenceJson() {}

    static ObjectNode of(RecordedInference inference) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("mapper", inference.mapper());
        node.put("file", inference.file());
        node.put("headers", inference.headers());
        node.put("seal", inference.seal());
        Map<String, ArrayNode> byReason = new LinkedHashMap<>();
        inference
                .absent()
                .forEach((column, why) -> byReason.computeIfAbsent(why, _ -> JsonNodeFactory.instance.arrayNode())
                        .add(column));
        node.putObject("absent").setAll(byReason);
        ArrayNode findings = node.putArray("findings");
        inference
                .findings()
                .forEach(finding -> findings.addArray()
                        .add(finding.code())
                        .add(finding.where())
                        .add(finding.message()));
        return node;
    }

    /// Empty when it is not as we write it: then the product is inferred anew.
    static Optional<RecordedInference> read(JsonNode node) {
        boolean whole = node.path("mapper").isInt()
                && node.path("file").isTextual()
                && node.path("headers").isTextual()
                && node.path("seal").isTextual()
                && node.path("absent").isObject()
                && node.path("findings").isArray();
        if (!whole) {
            return Optional.empty();
        }
        Map<String, String> absent = new LinkedHashMap<>();
        node.path("absent")
                .properties()
                .forEach(reason -> reason.getValue().forEach(column -> absent.put(column.asText(), reason.getKey())));
        List<RecordedInference.Remark> findings = new ArrayList<>();
        for (JsonNode finding : node.path("findings")) {
            if (finding.size() != 3) {
                return Optional.empty();
            }
            findings.add(new RecordedInference.Remark(
                    finding.get(0).asText(),
                    finding.get(1).asText(),
                    finding.get(2).asText()));
        }
        return Optional.of(new RecordedInference(
                node.path("mapper").intValue(),
                node.path("file").textValue(),
                node.path("headers").textValue(),
                node.path("seal").textValue(),
                absent,
                findings));
    }
}
