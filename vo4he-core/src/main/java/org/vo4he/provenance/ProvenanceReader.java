// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns a JSON tree into a [ProvenanceDocument], noting what was odd. One object reads one document.
final class ProvenanceReader {

    private static final Set<String> DOCUMENT_KEYS =
            Set.of("provenance", "product_did", "parent_did", "origins", "inference");
    private static final Set<String> STEP_KEYS =
            Set.of("args", "name", "version", "image", "started", "ended", "exit_code", "host", "observed");

    private final List<String> remarks = new ArrayList<>();

    ProvenanceJson.Reading read(JsonNode root) throws ProvenanceFormatException {
        if (root instanceof ArrayNode list) {
            return reading(new ProvenanceDocument(steps(list)));
        }
        if (!root.isObject()) {
            throw new ProvenanceFormatException("provenance is a list of steps, not " + word(root));
        }
        if (root.has("args") && !root.has("provenance")) {
            remarks.add("a single step stands where a list of steps is expected");
            return reading(new ProvenanceDocument(List.of(step(root, 0))));
        }
        TypedKeys keys = new TypedKeys(root, JsonPlace.DOCUMENT, remarks);
        ProductRecords.check(root, remarks);
        if (!root.path("provenance").isArray()) {
            remarks.add("there is no list 'provenance'");
        }
        return reading(new ProvenanceDocument(
                steps(root.path("provenance")),
                keys.optional("product_did"),
                keys.optional("parent_did"),
                origins(root.path("origins")),
                inference(root.path("inference")),
                keys.others(DOCUMENT_KEYS)));
    }

    private Optional<RecordedInference> inference(JsonNode node) {
        Optional<RecordedInference> inference = InferenceJson.read(node);
        if (inference.isEmpty() && !node.isMissingNode()) {
            remarks.add("'inference' is not as vo4he writes it");
        }
        return inference;
    }

    private static String word(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case OBJECT, POJO -> "an object";
            case ARRAY -> "a list";
            case BINARY -> "bytes";
        };
    }

    private ProvenanceJson.Reading reading(ProvenanceDocument document) {
        return new ProvenanceJson.Reading(document, remarks);
    }

    private List<ProvenanceStep> steps(JsonNode node) throws ProvenanceFormatException {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new ProvenanceFormatException("'provenance' is a list of steps, not " + word(node));
        }
        List<ProvenanceStep> steps = new ArrayList<>();
        for (JsonNode step : node) {
            if (!step.isObject()) {
                throw new ProvenanceFormatException(
                        "step " + steps.size() + " is an object with 'args', not " + step.getNodeType());
            }
            steps.add(step(step, steps.size()));
        }
        return steps;
    }

    private ProvenanceStep step(JsonNode node, int number) {
        TypedKeys keys = new TypedKeys(node, JsonPlace.ofStep(number), remarks);
        ProvenanceStep step = new ProvenanceStep(
                new ArgumentReader(number, remarks).arguments(node.path("args")),
                keys.optional("name"),
                keys.optional("version"),
                keys.optional("image"),
                keys.optional("started"),
                keys.optional("ended"),
                keys.optional("exit_code"),
                keys.optional("host"),
                keys.optional("observed"),
                keys.others(STEP_KEYS));
        if (step.observed().isPresent() && keys.anyArgumentIsEditable()) {
            keys.remark("what was observed in headers can't be edited");
        }
        return step;
    }

    private Map<String, RecordedOrigin> origins(JsonNode node) {
        Map<String, RecordedOrigin> origins = new LinkedHashMap<>();
        if (!node.isMissingNode() && !node.isObject()) {
            remarks.add("'origins' is no object");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode origin = entry.getValue();
            if (origin.isArray() && origin.size() == 3) {
                for (JsonNode text : origin) {
                    if (!text.isTextual()) {
                        remarks.add("the recorded origin of " + entry.getKey() + " is not a list of three texts");
                    }
                }
                origins.put(
                        entry.getKey(),
                        new RecordedOrigin(
                                TypedKeys.anyText(origin.get(0)),
                                TypedKeys.anyText(origin.get(1)),
                                TypedKeys.anyText(origin.get(2))));
            } else {
                remarks.add("the recorded origin of " + entry.getKey() + " is not a list of three texts");
            }
        }
        return origins;
    }
}
