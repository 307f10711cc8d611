// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a definition in YAML or JSON into [YamlPart]s.
public final class YamlFile {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 50;

    private final String file;
    private final JsonParser yaml;

    private YamlFile(String file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /// The first document of the file; empty when it holds none.
    ///
    /// @param file its name, for messages
    /// @throws RulesException if the content is no YAML
    public static Optional<YamlPart> read(String file, byte[] content) throws RulesException {
        return read(file, content, YAML);
    }

    /// As [#read], of JSON.
    public static Optional<YamlPart> readJson(String file, byte[] content) throws RulesException {
        return read(file, content, JSON);
    }

    private static Optional<YamlPart> read(String file, byte[] content, JsonFactory form) throws RulesException {
        try (JsonParser yaml = form.createParser(content)) {
            YamlFile reading = new YamlFile(file, yaml);
            return yaml.nextToken() == null ? Optional.empty() : Optional.of(reading.part(0));
        } catch (JsonProcessingException e) {
            throw new RulesException(
                    place(file, e.getLocation()),
                    e.getOriginalMessage()
                            .lines()
                            .findFirst()
                            .orElse("no YAML")
                            .replaceFirst(" \\(start marker at \\[Source: .*", ""));
        } catch (IOException e) {
            throw new RulesException(file, "can't be read: " + e.getMessage(), e);
        }
    }

    private YamlPart part(int depth) throws IOException, RulesException {
        YamlPart.Place place = here();
        if (depth > DEEPEST) {
            throw new RulesException(place, "more than " + DEEPEST + " parts are nested here");
        }
        if (yaml instanceof YAMLParser aliased && aliased.isCurrentAlias()) {
            throw new RulesException(place, "aliases (*" + yaml.getText() + ") are not understood");
        }
        return switch (yaml.currentToken()) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NULL -> new YamlPart.Scalar(place, Optional.empty());
            default -> new YamlPart.Scalar(place, Optional.of(yaml.getText()));
        };
    }

    private YamlPart.Mapping mapping(YamlPart.Place place, int depth) throws IOException, RulesException {
        List<YamlPart.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            YamlPart.Place keyPlace = here();
            String key = yaml.currentName();
            if (!keys.add(key)) {
                throw new RulesException(keyPlace, "'" + key + "' stands here twice");
            }
            yaml.nextToken();
            entries.add(new YamlPart.Entry(keyPlace, key, part(depth + 1)));
        }
        return new YamlPart.Mapping(place, List.copyOf(entries));
    }

    private YamlPart.Sequence sequence(YamlPart.Place place, int depth) throws IOException, RulesException {
        List<YamlPart> parts = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            parts.add(part(depth + 1));
        }
        return new YamlPart.Sequence(place, List.copyOf(parts));
    }

    private YamlPart.Place here() {
        return place(file, yaml.currentTokenLocation());
    }

    private static YamlPart.Place place(String file, JsonLocation location) {
        return location == null
                ? new YamlPart.Place(file, 1, 1)
                : new YamlPart.Place(file, location.getLineNr(), location.getColumnNr());
    }
}
