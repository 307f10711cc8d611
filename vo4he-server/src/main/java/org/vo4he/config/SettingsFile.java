// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the settings file: YAML, one `name: value` for each setting, read as a stream because only that knows the
/// lines.
final class SettingsFile {

    private SettingsFile() {}

    static Map<Setting, Configuration.Value> read(Path file) throws ConfigurationException {
        Map<Setting, Configuration.Value> values = new EnumMap<>(Setting.class);
        try (JsonParser yaml = new YAMLFactory().createParser(file.toFile())) {
            JsonToken first = yaml.nextToken();
            if (first == null) {
                return values;
            }
            if (first != JsonToken.START_OBJECT) {
                throw new ConfigurationException(file + " holds no settings: lines like 'port: 8080' are wanted");
            }
            while (yaml.nextToken() == JsonToken.FIELD_NAME) {
                readOne(yaml, file, values);
            }
            return values;
        } catch (JacksonException e) {
            throw new ConfigurationException(
                    "%s line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ConfigurationException("can't read the settings file " + file + ": " + e.getMessage(), e);
        }
    }

    private static void readOne(JsonParser yaml, Path file, Map<Setting, Configuration.Value> values)
            throws IOException, ConfigurationException {
        String id = yaml.currentName();
        Source.File source = new Source.File(file, yaml.currentTokenLocation().getLineNr());
        Setting setting = Setting.named(id)
                .orElseThrow(() -> new ConfigurationException(
                        source.where() + ": no setting is called '" + id + "'; 'vo4he config' lists them all"));
        yaml.nextToken();
        String text = setting.takesSeveral() && yaml.currentToken() == JsonToken.START_ARRAY
                ? list(yaml, source, id)
                : one(yaml, source, id);
        if (values.put(setting, new Configuration.Value(text, source)) != null) {
            throw new ConfigurationException(source.where() + ": " + id + " is set twice");
        }
    }

    private static String one(JsonParser yaml, Source.File source, String id)
            throws IOException, ConfigurationException {
        if (!yaml.currentToken().isScalarValue()) {
            throw new ConfigurationException(source.where() + ": " + id + " takes one value, not a list or a map");
        }
        return yaml.getText();
    }

    private static String list(JsonParser yaml, Source.File source, String id)
            throws IOException, ConfigurationException {
        List<String> values = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            values.add(one(yaml, source, id));
        }
        return String.join(File.pathSeparator, values);
    }
}
