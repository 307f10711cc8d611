// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votags.VoTagsKeyword;

/// One keyword as a profile defines it.
///
/// @param extension EXTNAME of the HDU it stands in; empty: the primary one, or the product's own
/// @param unit as written, empty for none
/// @param fallback the value that holds when the keyword is absent; empty when there is none
/// @param required whether a file without the keyword is worth a warning
/// @param scienceSearch `sdb_search`: searchable in the science data base
/// @param burstSearch `ba_search`: searchable in the tools of burst advocates
public record ProfileKeyword(
        String name,
        String extension,
        String description,
        Type type,
        String unit,
        Optional<String> fallback,
        Expected expected,
        boolean required,
        boolean scienceSearch,
        boolean burstSearch) {

    static final String VO_TAGS = "VO-TAGS";

    private static final Map<String, ObsCoreColumn> COLUMNS = columns();

    public ProfileKeyword {
        Objects.requireNonNull(type);
        Objects.requireNonNull(fallback);
        Objects.requireNonNull(expected);
    }

    /// What a value is.
    public enum Type {
        STRING("str", "char", "text"),
        INTEGER("int", "long", "short"),
        FLOAT("double", "real", "number"),
        BOOLEAN("bool", "logical"),
        DATE("datetime", "timestamp", "isodate");

        private final java.util.List<String> spellings;

        Type(String... spellings) {
            this.spellings = Arrays.asList(spellings);
        }

        /// The word of vo4he's own form: `string`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Type> of(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(type -> type.word().equals(word) || type.spellings.contains(word))
                    .findFirst();
        }
    }

    private static Map<String, ObsCoreColumn> columns() {
        Map<String, ObsCoreColumn> columns = new HashMap<>();
        for (ObsCoreColumn column : ObsCoreColumn.values()) {
            VoTagsKeyword keyword = VoTagsKeyword.of(column);
            keyword.aliases().forEach(alias -> columns.putIfAbsent(alias, column));
            columns.put(keyword.name(), column);
        }
        return Map.copyOf(columns);
    }

    /// The ObsCore column, if this is a keyword of VO-TAGS.
    public Optional<ObsCoreColumn> column() {
        return extension.equalsIgnoreCase(VO_TAGS) ? Optional.ofNullable(COLUMNS.get(name)) : Optional.empty();
    }
}
