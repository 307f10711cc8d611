// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The value of each setting and where it came from: default < settings file < environment < command line. Immutable,
/// and every value in it is well-formed.
public final class Configuration {

    private final Optional<Path> file;
    private final Map<Setting, Value> values;

    private Configuration(Optional<Path> file, Map<Setting, Value> values) {
        this.file = file;
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /// A value as text.
    public record Value(String text, Source source) {}

    /// @param file the settings file, if there is one
    /// @param environment the process's environment
    /// @param options what the command line sets
    /// @throws ConfigurationException for an unknown name or a value that is not of the setting's form
    public static Configuration of(Optional<Path> file, Map<String, String> environment, Map<Setting, String> options)
            throws ConfigurationException {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.fallback().ifPresent(text -> values.put(setting, new Value(text, new Source.Default())));
        }
        if (file.isPresent()) {
            values.putAll(SettingsFile.read(file.get()));
        }
        for (Setting setting : Setting.values()) {
            String inherited = environment.get(setting.variable());
            if (inherited != null && !inherited.isEmpty()) {
                values.put(setting, new Value(inherited, new Source.Environment(setting.variable())));
            }
        }
        options.forEach((setting, text) -> values.put(setting, new Value(text, new Source.Option(setting.option()))));
        for (Map.Entry<Setting, Value> entry : values.entrySet()) {
            entry.getKey().check(entry.getValue().text(), entry.getValue().source());
        }
        return new Configuration(file, values);
    }

    /// The settings file, if there is one.
    public Optional<Path> file() {
        return file;
    }

    public Optional<Value> value(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    public Optional<String> text(Setting setting) {
        return value(setting).map(Value::text);
    }

    public Optional<Path> path(Setting setting) {
        return text(setting).map(Path::of);
    }

    /// The values of a setting that takes several.
    public List<Path> paths(Setting setting) {
        return text(setting).stream()
                .flatMap(all -> Arrays.stream(all.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }

    /// The value of a setting that has a default and holds a number.
    public int whole(Setting setting) {
        return Integer.parseInt(text(setting).orElseThrow());
    }
}
