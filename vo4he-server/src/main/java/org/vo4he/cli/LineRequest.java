// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vo4he.provenance.JsonFault;

/// One line of standard input: a JSON object whose members are known. A misspelt member is refused, for what it was to
/// say would else be passed over in silence.
///
/// @param number of the line, from 1
record LineRequest(int number, ObjectNode object) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param members those that an object may have
    static LineRequest read(int number, LineReader.Line line, Set<String> members) throws BadLineException {
        if (line.tooLong()) {
            throw new BadLineException("the line is longer than " + (LineReader.LONGEST >> 20) + " MB");
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(line.bytes());
        } catch (JsonProcessingException e) {
            throw new BadLineException("the line is no JSON: " + JsonFault.sentence(e));
        } catch (IOException e) {
            throw new BadLineException("the line is no JSON in UTF-8: " + e.getMessage());
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadLineException("the line is no JSON object");
        }
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!members.contains(name)) {
                throw new BadLineException("'" + name + "' is none of "
                        + String.join(", ", members.stream().sorted().toList()));
            }
        }
        return new LineRequest(number, object);
    }

    /// The member `file` as it was sent.
    String shownFile() {
        return object.path("file").asText();
    }

    Path file() throws BadLineException {
        return path("file").orElseThrow(() -> new BadLineException("'file' is missing"));
    }

    Optional<Path> path(String member) throws BadLineException {
        Optional<String> text = text(member);
        try {
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            throw new BadLineException("'" + member + "' is no path: " + e.getMessage());
        }
    }

    Optional<String> text(String member) throws BadLineException {
        return value(member, JsonNode::isTextual, "text").map(JsonNode::textValue);
    }

    Optional<Boolean> flag(String member) throws BadLineException {
        return value(member, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    Optional<JsonNode> value(String member, Predicate<JsonNode> type, String wanted) throws BadLineException {
        JsonNode node = object.get(member);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!type.test(node)) {
            throw new BadLineException("'" + member + "' is " + shown(node) + ", not " + wanted);
        }
        return Optional.of(node);
    }

    static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
