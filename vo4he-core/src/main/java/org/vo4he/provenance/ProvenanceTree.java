// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A document as a JSON tree, keys always in the same order. What is empty is not written.
final class ProvenanceTree {

    private ProvenanceTree() {}

    static ObjectNode of(ProvenanceDocument document) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = root.putArray("provenance");
        document.steps().forEach(step -> steps.add(step(step)));
        put(root, "product_did", document.productDid());
        put(root, "parent_did", document.parentDid());
        if (!document.origins().isEmpty()) {
            ObjectNode origins = root.putObject("origins");
            document.origins()
                    .forEach((column, origin) -> origins.putArray(column)
                            .add(origin.kind())
                            .add(origin.detail())
                            .add(origin.seal()));
        }
        document.inference().ifPresent(inference -> root.set("inference", InferenceJson.of(inference)));
        return putOthers(root, document.others());
    }

    private static ObjectNode step(ProvenanceStep step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "name", step.name());
        put(node, "version", step.version());
        put(node, "image", step.image());
        put(node, "started", step.started());
        put(node, "ended", step.ended());
        put(node, "exit_code", step.exitCode());
        put(node, "host", step.host());
        put(node, "observed", step.observed());
        ArrayNode arguments = node.putArray("args");
        step.arguments().forEach(argument -> arguments.add(argument(argument)));
        return putOthers(node, step.others());
    }

    private static JsonNode argument(Argument argument) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("index", argument.index());
        return switch (argument) {
            case Argument.Input input -> node.set("inputdata", file(input.file()));
            case Argument.InputList list -> node.set("inputlist", list(list));
            case Argument.Output output -> node.set("outputdata", file(output.file()));
            case Argument.Parameter parameter -> node.set("parameter", parameter(parameter));
            case Argument.Unrecognised unrecognised -> tree(unrecognised.json());
        };
    }

    private static ObjectNode list(Argument.InputList list) {
        ObjectNode node = file(list.list());
        list.count().ifPresent(count -> node.put("count", count));
        return node;
    }

    static ObjectNode file(DataFile file) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "name", file.name());
        put(node, "description", file.description());
        node.put("editable", file.editable());
        put(node, "location", file.location());
        put(node, "path", file.path());
        put(node, "did", file.did());
        put(node, "checksum", file.checksum());
        file.sizeBytes().ifPresent(size -> node.put("size", size));
        return putOthers(node, file.others());
    }

    private static ObjectNode parameter(Argument.Parameter parameter) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "name", parameter.name());
        put(node, "description", parameter.description());
        node.put("editable", parameter.editable());
        node.put("value", parameter.value());
        put(node, "type", parameter.type());
        put(node, "unit", parameter.unit());
        put(node, "min", parameter.minimum());
        put(node, "max", parameter.maximum());
        if (!parameter.choices().isEmpty()) {
            ArrayNode choices = node.putArray("choices");
            parameter.choices().forEach(choices::add);
        }
        return putOthers(node, parameter.others());
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresent(text -> node.put(key, text));
    }

    private static void put(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static ObjectNode putOthers(ObjectNode node, OtherKeys others) {
        others.json().forEach((key, json) -> node.set(key, tree(json)));
        return node;
    }

    private static JsonNode tree(String json) {
        try {
            return ProvenanceJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + json + "' was to be kept as JSON but is none", e);
        }
    }
}
