// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;

/// The JSON inside columns of the store: a row of values with origins as
/// `{"t_min":[51544.5,"card","EVENTS TSTART"],…}`, and maps of text.
final class StoredJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "[]";

    private StoredJson() {}

    /// Without the columns that nobody looked for.
    static String of(ObsCoreRow row) {
        return written(json -> {
            json.writeStartObject();
            for (ObsCoreColumn column : row.told()) {
                json.writeArrayFieldStart(column.columnName());
                write(json, row.get(column));
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    /// Writes some JSON.
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        switch (value.value()) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number.intValue());
            case Long number -> json.writeNumber(number.longValue());
            case Double number -> json.writeNumber(number.doubleValue());
            case Object text -> json.writeString(text.toString());
        }
        json.writeString(value.origin().kind());
        json.writeString(value.origin().detail());
    }

    static ObsCoreRow row(String json) {
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        tree(json)
                .properties()
                .forEach(entry -> ObsCoreColumn.named(entry.getKey())
                        .ifPresent(column -> row.set(column, value(column, entry.getValue()))));
        return row.build();
    }

    private static Value value(ObsCoreColumn column, JsonNode triple) {
        Origin origin = Origin.of(triple.get(1).asText(), triple.get(2).asText());
        JsonNode content = triple.get(0);
        if (content.isNull()) {
            return new Value(null, origin);
        }
        return new Value(
                switch (column.type()) {
                    case TEXT, TIMESTAMP, REGION -> content.asText();
                    case INTEGER -> content.asInt();
                    case BIGINT -> content.asLong();
                    case DOUBLE -> content.asDouble();
                },
                origin);
    }

    static String of(Map<String, String> texts) {
        return written(json -> {
            json.writeStartObject();
            for (var entry : texts.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        });
    }

    static Map<String, String> texts(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree(json)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /// A text as it stands within these columns, without its quotes.
    static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    static String ofLookups(List<FileRecord.Lookup> lookups) {
        if (lookups.isEmpty()) {
            return NONE;
        }
        ArrayNode json = JSON.createArrayNode();
        for (FileRecord.Lookup lookup : lookups) {
            ArrayNode item =
                    json.addArray().add(lookup.name()).add(lookup.path().orElse(null));
            lookup.candidates().forEach(item::add);
        }
        return json.toString();
    }

    static List<FileRecord.Lookup> lookups(String json) {
        return items(
                json,
                item -> new FileRecord.Lookup(
                        item.get(0).asText(),
                        item.get(1).isNull()
                                ? Optional.empty()
                                : Optional.of(item.get(1).asText()),
                        item.valueStream().skip(2).map(JsonNode::asText).toList()));
    }

    static String ofConsulted(List<FileRecord.Consulted> consulted) {
        if (consulted.isEmpty()) {
            return NONE;
        }
        ArrayNode json = JSON.createArrayNode();
        consulted.forEach(file -> json.addArray()
                .add(file.path())
                .add(file.stamp().size())
                .add(file.stamp().modifiedNanos())
                .add(file.stamp().key()));
        return json.toString();
    }

    static List<FileRecord.Consulted> consulted(String json) {
        return items(
                json,
                item -> new FileRecord.Consulted(
                        item.get(0).asText(),
                        new FileStamp(
                                item.get(1).asLong(),
                                item.get(2).asLong(),
                                item.get(3).asText())));
    }

    private static <T> List<T> items(String json, Function<JsonNode, T> reader) {
        return json.equals(NONE)
                ? List.of()
                : tree(json).valueStream().map(reader).toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the store holds JSON it did not write: " + json, damaged);
        }
    }
}
