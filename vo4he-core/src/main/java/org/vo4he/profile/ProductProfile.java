// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.obscore.ColumnText;
import org.vo4he.obscore.ObsCoreColumn;

/// What the products of one kind have in common.
///
/// @param name by which people and origins call it
/// @param cards the words in the CARD keyword of such files; empty when it goes by `match` only
/// @param match pattern over the end of the path, as in a rules file; empty: by the CARD keyword only
/// @param heading what a product card says of itself
/// @param unicity which keywords together make a product unique
/// @param newest keywords by which the newest of equal products is known, the weightiest first
/// @param defaults of columns, each of the column's Java type
/// @param keywords in the order of the definition
public record ProductProfile(
        String name,
        List<String> cards,
        String match,
        Heading heading,
        UnicityRule unicity,
        List<String> newest,
        Map<ObsCoreColumn, Object> defaults,
        List<ProfileKeyword> keywords) {

    /// The keywords of the data model of SVOM that tell versions apart.
    static final List<String> NEWEST = List.of("PROC_VER", "DATE");

    /// The words of a product card's head; each empty when it says nothing.
    ///
    /// @param level `dp_level`, such as Q1, Q2, L1
    /// @param stream `dstream`, such as VHF, XBand
    /// @param version `prdm_ver`
    public record Heading(
            String description,
            String contact,
            String instrument,
            String level,
            String stream,
            String version,
            List<String> programs) {

        static final Heading EMPTY = new Heading("", "", "", "", "", "", List.of());

        public Heading {
            programs = List.copyOf(programs);
        }
    }

    public ProductProfile {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(unicity);
        cards = List.copyOf(cards);
        newest = List.copyOf(newest);
        defaults = defaults.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(defaults));
        keywords = List.copyOf(keywords);
    }

    /// The defaults of columns: those stated, then those of VO-TAGS keywords.
    public Map<ObsCoreColumn, Object> allDefaults() {
        Map<ObsCoreColumn, Object> all = new EnumMap<>(ObsCoreColumn.class);
        for (ProfileKeyword keyword : keywords) {
            columnDefault(keyword).ifPresent(value -> all.put(keyword.column().orElseThrow(), value));
        }
        all.putAll(defaults);
        return all;
    }

    private static Optional<Object> columnDefault(ProfileKeyword keyword) {
        return keyword.column()
                .flatMap(column -> keyword.fallback()
                        .map(text -> ColumnText.read(column, text))
                        .flatMap(read -> read instanceof ColumnText.Understood understood
                                ? Optional.of(understood.value())
                                : Optional.empty()));
    }

    /// The keywords that a search form of the mission offers.
    public List<ProfileKeyword> searchable() {
        List<ProfileKeyword> searchable = new ArrayList<>();
        keywords.stream()
                .filter(keyword -> keyword.scienceSearch() || keyword.burstSearch())
                .forEach(searchable::add);
        return searchable;
    }
}
