// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a product carries in the JSON beside the steps that made it (superset keys `models`, `bands` and `texts`), for
/// keywords that only refer to it.
///
/// @param models records of spectral models by URI, each a JSON object: what the keyword FLX_MDL refers to
/// @param bands records of energy bands by identifier, each a JSON object: what the keyword EBAND refers to
/// @param texts values of columns that were too long for one card, by column name
public record ProductRecords(Map<String, String> models, Map<String, String> bands, Map<String, String> texts) {

    public static final ProductRecords NONE = new ProductRecords(Map.of(), Map.of(), Map.of());

    private static final String MODELS = "models";
    private static final String BANDS = "bands";
    private static final String TEXTS = "texts";
    private static final ObjectMapper JSON = new ObjectMapper();

    public ProductRecords {
        models = copy(models);
        bands = copy(bands);
        texts = copy(texts);
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// What the document carries.
    public static ProductRecords of(ProvenanceDocument document) {
        Map<String, String> others = document.others().json();
        if (others.isEmpty()) {
            return NONE;
        }
        return new ProductRecords(
                entries(others.get(MODELS), true), entries(others.get(BANDS), true), entries(others.get(TEXTS), false));
    }

    /// The document with these records in the place of its own.
    public ProvenanceDocument in(ProvenanceDocument document) {
        Map<String, String> others = new LinkedHashMap<>(document.others().json());
        put(others, MODELS, models, true);
        put(others, BANDS, bands, true);
        put(others, TEXTS, texts, false);
        return document.withOthers(new OtherKeys(others));
    }

    /// The same with one model more.
    ///
    /// @param record a JSON object: expression, parameters, units, valid energies
    /// @throws IllegalArgumentException if the record is no JSON object
    public ProductRecords withModel(String uri, String record) {
        return new ProductRecords(with(models, uri, object(record)), bands, texts);
    }

    /// The same with one band more.
    ///
    /// @param record a JSON object: edges, unit, catalogue and release
    /// @throws IllegalArgumentException if the record is no JSON object
    public ProductRecords withBand(String id, String record) {
        return new ProductRecords(models, with(bands, id, object(record)), texts);
    }

    /// The same with these texts instead.
    public ProductRecords withTexts(Map<String, String> newTexts) {
        return new ProductRecords(models, bands, newTexts);
    }

    /// Tells what of these keys is not as it should be.
    static void check(JsonNode document, List<String> remarks) {
        for (String key : List.of(MODELS, BANDS, TEXTS)) {
            JsonNode node = document.path(key);
            if (!node.isMissingNode() && !isObjectOf(node, key.equals(TEXTS))) {
                remarks.add("'" + key + "' is no object of " + (key.equals(TEXTS) ? "texts" : "objects"));
            }
        }
    }

    private static boolean isObjectOf(JsonNode node, boolean texts) {
        return node.isObject() && node.valueStream().allMatch(value -> texts ? value.isTextual() : value.isObject());
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static String object(String record) {
        JsonNode node = tree(record);
        if (!node.isObject()) {
            throw new IllegalArgumentException("a record is a JSON object, not " + record);
        }
        return ProvenanceJson.printable(node);
    }

    private static Map<String, String> entries(String json, boolean objects) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (json != null) {
            tree(json).properties().forEach(entry -> {
                if (objects ? entry.getValue().isObject() : entry.getValue().isTextual()) {
                    entries.put(
                            entry.getKey(),
                            objects
                                    ? ProvenanceJson.printable(entry.getValue())
                                    : entry.getValue().textValue());
                }
            });
        }
        return entries;
    }

    private static void put(Map<String, String> others, String key, Map<String, String> entries, boolean objects) {
        others.remove(key);
        if (!entries.isEmpty()) {
            var node = JSON.createObjectNode();
            entries.forEach((name, value) -> {
                if (objects) {
                    node.set(name, tree(value));
                } else {
                    node.put(name, value);
                }
            });
            others.put(key, ProvenanceJson.printable(node));
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + json, e);
        }
    }
}
