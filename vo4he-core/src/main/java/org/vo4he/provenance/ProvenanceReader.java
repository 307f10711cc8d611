// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Turns a JSON tree into a [ProvenanceDocument], noting what was odd. One object reads one document.
final class ProvenanceReader {

    private static final Set<String> DOCUMENT_KEYS =
            Set.of("provenance", "product_did", "parent_did", "origins", "inference");
    private static final Set<String> STEP_KEYS =
            Set.of("args", "name", "version", "image", "started", "ended", "exit_code", "host");
    private static final Set<String> FILE_KEYS =
            Set.of("name", "description", "editable", "location", "path", "did", "checksum", "size");
    private static final Set<String> PARAMETER_KEYS =
            Set.of("name", "description", "editable", "value", "type", "unit", "min", "max", "choices");

    private final List<String> remarks = new ArrayList<>();

    ProvenanceJson.Reading read(JsonNode root) throws ProvenanceFormatException {
        if (root instanceof ArrayNode list) {
            return reading(new ProvenanceDocument(steps(list)));
        }
        if (!root.isObject()) {
            throw new ProvenanceFormatException("provenance is a list of steps, not " + root.getNodeType());
        }
        if (root.has("args") && !root.has("provenance")) {
            remarks.add("a single step stands where a list of steps is expected");
            return reading(new ProvenanceDocument(List.of(step(root, 0))));
        }
        return reading(new ProvenanceDocument(
                steps(root.path("provenance")),
                optional(root, "product_did"),
                optional(root, "parent_did"),
                origins(root.path("origins")),
                InferenceJson.read(root.path("inference")),
                others(root, DOCUMENT_KEYS)));
    }

    private ProvenanceJson.Reading reading(ProvenanceDocument document) {
        return new ProvenanceJson.Reading(document, remarks);
    }

    private List<ProvenanceStep> steps(JsonNode node) throws ProvenanceFormatException {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new ProvenanceFormatException("'provenance' is a list of steps, not " + node.getNodeType());
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
        return new ProvenanceStep(
                arguments(node.path("args"), number),
                optional(node, "name"),
                optional(node, "version"),
                optional(node, "image"),
                optional(node, "started"),
                optional(node, "ended"),
                optional(node, "exit_code"),
                optional(node, "host"),
                others(node, STEP_KEYS));
    }

    private List<Argument> arguments(JsonNode node, int step) {
        if (!node.isArray()) {
            remarks.add("step " + step + " has no list 'args'");
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (JsonNode argument : node) {
            int index = index(argument, arguments.size(), step);
            if (!taken.add(index)) {
                remarks.add("step " + step + " has several arguments of index " + index);
            }
            arguments.add(argument(argument, index, step));
        }
        return arguments;
    }

    private int index(JsonNode argument, int position, int step) {
        String text = text(argument.path("index"));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            remarks.add("step " + step + ", argument " + position + ": index '" + text
                    + "' is no integer; its place in the list is taken");
            return position;
        }
    }

    private Argument argument(JsonNode argument, int index, int step) {
        if (argument.path("inputdata") instanceof JsonNode file && file.isObject()) {
            return new Argument.Input(index, file(file));
        }
        if (argument.path("outputdata") instanceof JsonNode file && file.isObject()) {
            return new Argument.Output(index, file(file));
        }
        if (argument.path("parameter") instanceof JsonNode parameter && parameter.isObject()) {
            return parameter(index, parameter);
        }
        remarks.add("step " + step + ", index " + index + " is neither inputdata, parameter nor outputdata");
        return new Argument.Unrecognised(index, ProvenanceJson.printable(argument));
    }

    private DataFile file(JsonNode node) {
        return new DataFile(
                text(node.path("description")),
                flag(node.path("editable")),
                text(node.path("location")),
                text(node.path("path")),
                optional(node, "name"),
                optional(node, "did"),
                optional(node, "checksum"),
                node.path("size").canConvertToLong()
                        ? OptionalLong.of(node.path("size").asLong())
                        : OptionalLong.empty(),
                others(node, FILE_KEYS));
    }

    private Argument.Parameter parameter(int index, JsonNode node) {
        List<String> choices = new ArrayList<>();
        node.path("choices").forEach(choice -> choices.add(text(choice)));
        return new Argument.Parameter(
                index,
                text(node.path("description")),
                flag(node.path("editable")),
                text(node.path("value")),
                optional(node, "name"),
                optional(node, "type"),
                optional(node, "unit"),
                optional(node, "min"),
                optional(node, "max"),
                choices,
                others(node, PARAMETER_KEYS));
    }

    private Map<String, RecordedOrigin> origins(JsonNode node) {
        Map<String, RecordedOrigin> origins = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode origin = entry.getValue();
            if (origin.isArray() && origin.size() == 3) {
                origins.put(
                        entry.getKey(),
                        new RecordedOrigin(text(origin.get(0)), text(origin.get(1)), text(origin.get(2))));
            } else {
                remarks.add("the recorded origin of " + entry.getKey() + " is not a list of three texts");
            }
        });
        return origins;
    }

    private static OtherKeys others(JsonNode node, Set<String> known) {
        Map<String, String> others = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                others.put(entry.getKey(), ProvenanceJson.printable(entry.getValue()));
            }
        });
        return others.isEmpty() ? OtherKeys.NONE : new OtherKeys(others);
    }

    private static Optional<String> optional(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(value));
    }

    /// Any value as text: the seed writes all values as strings, others write numbers.
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : ProvenanceJson.printable(value);
    }

    private static boolean flag(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : text(value).strip().equalsIgnoreCase("true");
    }
}
