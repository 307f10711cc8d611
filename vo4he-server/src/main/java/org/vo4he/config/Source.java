// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import java.nio.file.Path;

/// Where a setting's value came from.
public sealed interface Source {

    /// Nobody set it.
    record Default() implements Source {}

    /// A line of the settings file.
    record File(Path file, int line) implements Source {}

    record Environment(String variable) implements Source {}

    record Option(String name) implements Source {}

    /// For a person: `default`, `vo4he.yaml line 3`, `VO4HE_PORT`, `--port`.
    default String where() {
        return switch (this) {
            case Default() -> "default";
            case File(Path file, int line) -> file + " line " + line;
            case Environment(String variable) -> variable;
            case Option(String name) -> name;
        };
    }
}
