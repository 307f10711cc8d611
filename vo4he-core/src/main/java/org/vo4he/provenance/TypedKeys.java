// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The keys of one JSON object, each read as the type it should have; one of another type is read as well as it can
/// be, with a remark. What gets no remark is what the JSON Schema accepts.
///
/// @param where for the remarks
record TypedKeys(JsonNode node, JsonPlace where, List<String> remarks) {

    /// A text, empty when the key is missing.
    String text(String key) {
        return optional(key).orElse("");
    }

    /// A text; a number or flag is taken as its text, as the seed writes all values as strings and others don't.
    Optional<String> optional(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            remark(key + " is " + kind(value) + ", not a text");
        }
        return value.isNull() ? Optional.empty() : Optional.of(anyText(value));
    }

    /// Missing is false.
    boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            remark(key + " is " + kind(value) + ", not true or false");
        }
        return value.isBoolean() ? value.booleanValue() : anyText(value).strip().equalsIgnoreCase("true");
    }

    /// A number of bytes or files.
    OptionalLong count(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        try {
            if (value.isNumber() && value.decimalValue().signum() >= 0) {
                return OptionalLong.of(value.decimalValue().longValueExact());
            }
        } catch (ArithmeticException _) {
            // a fraction, or beyond every file
        }
        remark(key + " " + ProvenanceJson.printable(value) + " is no count");
        return OptionalLong.empty();
    }

    List<String> texts(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        boolean clean = value instanceof ArrayNode;
        for (JsonNode element : value) {
            clean &= element.isTextual();
            texts.add(anyText(element));
        }
        if (!clean) {
            remark(key + " is no list of texts");
        }
        return texts;
    }

    /// The keys that are not ours.
    OtherKeys others(Set<String> known) {
        Map<String, String> others = null;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                others = others == null ? new LinkedHashMap<>() : others;
                others.put(entry.getKey(), ProvenanceJson.printable(entry.getValue()));
            }
        }
        return others == null ? OtherKeys.NONE : new OtherKeys(others);
    }

    /// Whether an argument of this step calls itself editable.
    boolean anyArgumentIsEditable() {
        return node.path("args").findValues("editable").stream()
                .anyMatch(value -> anyText(value).strip().equalsIgnoreCase("true"));
    }

    void remark(String words) {
        remarks.add(where.remark(words));
    }

    /// Any value as text; null and nothing are the empty one.
    static String anyText(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : ProvenanceJson.printable(value);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "the number " + value;
            case BOOLEAN -> "the flag " + value;
            case NULL -> "null";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "the text '" + value.textValue() + "'";
            case BINARY, MISSING, POJO -> "nothing";
        };
    }
}
