// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import java.util.Optional;

/// A part of a YAML file that knows where it stands, so that a refusal can point at it.
public sealed interface YamlPart {

    Place place();

    /// @param line from 1
    /// @param column from 1
    record Place(String file, int line, int column) {

        @Override
        public String toString() {
            return file + " line " + line + ", column " + column;
        }
    }

    /// @param text empty for null
    record Scalar(Place place, Optional<String> text) implements YamlPart {}

    /// @param entries in the order of the file, no key twice
    record Mapping(Place place, List<Entry> entries) implements YamlPart {

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    /// @param place of the key
    record Entry(Place place, String key, YamlPart value) {

        /// The value, if it is one word and not null.
        public Optional<String> text() {
            return value instanceof Scalar(Place _, Optional<String> text) ? text : Optional.empty();
        }
    }

    record Sequence(Place place, List<YamlPart> parts) implements YamlPart {}
}
