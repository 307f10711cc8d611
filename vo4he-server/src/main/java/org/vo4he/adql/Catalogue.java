// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables a query may name. Implemented by whoever has them; [#of] serves a fixed list.
public interface Catalogue {

    /// The one table of that name.
    ///
    /// @param schema null when the query names none: then the name must be unique over all schemas
    /// @param delimited whether the name was written in double quotes, and so must match exactly; otherwise case
    ///     does not matter
    Optional<CatalogueTable> table(String schema, String name, boolean delimited);

    /// All tables, for messages that name what there is.
    List<CatalogueTable> tables();

    /// A catalogue of these tables, with the lookup rules of ADQL 2.1, section 2.1.3.
    static Catalogue of(List<CatalogueTable> tables) {
        return new FixedCatalogue(List.copyOf(tables));
    }

    /// See [Catalogue#of].
    record FixedCatalogue(List<CatalogueTable> tables) implements Catalogue {

        @Override
        public Optional<CatalogueTable> table(String schema, String name, boolean delimited) {
            List<CatalogueTable> matches = tables.stream()
                    .filter(table -> schema == null || fold(table.schema()).equals(fold(schema)))
                    .filter(table -> delimited
                            ? table.name().equals(name)
                            : fold(table.name()).equals(fold(name)))
                    .toList();
            return matches.size() == 1 ? Optional.of(matches.getFirst()) : Optional.empty();
        }

        private static String fold(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
