// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds many products and what belongs to them with four queries, however many there are.
final class LinkLookup {

    /// One text of many lines: a DID has no line end in it.
    private static final String ASKED = "(SELECT unnest(string_split(?, chr(10))) AS id) asked";

    private static final String PRODUCT = """
            p.obs_publisher_did, p.short_id, p.path, p.hdu_index, p.hdu_name, p.role, p.published, p.obs_collection,
            p.file_size, p.media_type, p.fingerprint, p.declared_did, p.withdrawn""";

    /// A product, and the text that led to it.
    private record Keyed(String key, String keyword, ProductRecord product) {}

    private final Connection connection;

    LinkLookup(Connection connection) {
        this.connection = connection;
    }

    /// The products of these IDs, by ID; what a file's own tags declare counts where no product has that DID
    /// and only one declares it.
    ///
    /// @param ids without line ends
    Map<String, LinkedProduct> find(Collection<String> ids) throws SQLException {
        Map<String, ProductRecord> products = byDid(ids);
        Set<String> others = new LinkedHashSet<>(ids);
        others.removeAll(products.keySet());
        products.putAll(byDeclaredDid(others));

        Set<String> dids = products.values().stream().map(ProductRecord::did).collect(Collectors.toSet());
        Map<String, String> types = types(dids);
        Map<String, List<LinkedProduct.Related>> related = related(dids);
        Map<String, LinkedProduct> found = new LinkedHashMap<>();
        products.forEach((id, product) -> found.put(
                id,
                new LinkedProduct(
                        card(product, Optional.ofNullable(types.get(product.did()))),
                        related.getOrDefault(product.did(), List.of()),
                        List.of())));
        return found;
    }

    private Map<String, ProductRecord> byDid(Collection<String> ids) throws SQLException {
        Map<String, ProductRecord> products = new HashMap<>();
        for (Keyed row : rows(
                "SELECT asked.id, '', " + PRODUCT + " FROM " + ASKED
                        + " JOIN vo4he.products p ON p.obs_publisher_did = asked.id",
                ids)) {
            products.put(row.key(), row.product());
        }
        return products;
    }

    private Map<String, ProductRecord> byDeclaredDid(Collection<String> ids) throws SQLException {
        Map<String, List<Keyed>> declaring = rows(
                        "SELECT asked.id, '', " + PRODUCT + " FROM " + ASKED
                                + " JOIN vo4he.products p ON p.declared_did = asked.id",
                        ids)
                .stream()
                .collect(Collectors.groupingBy(Keyed::key));
        Map<String, ProductRecord> products = new HashMap<>();
        declaring.forEach((id, rows) -> {
            if (rows.size() == 1) {
                products.put(id, rows.getFirst().product());
            }
        });
        return products;
    }

    private Map<String, String> types(Collection<String> dids) throws SQLException {
        Map<String, String> types = new HashMap<>();
        if (!dids.isEmpty()) {
            Sql.list(
                    connection,
                    row -> types.put(row.getString(1), row.getString(2)),
                    "SELECT o.obs_publisher_did, o.dataproduct_type FROM " + ASKED
                            + " JOIN ivoa.obscore o ON o.obs_publisher_did = asked.id",
                    lines(dids));
        }
        return types;
    }

    private Map<String, List<LinkedProduct.Related>> related(Collection<String> dids) throws SQLException {
        Map<String, List<LinkedProduct.Related>> related = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Keyed row : rows(
                "SELECT l.did, l.keyword, " + PRODUCT + " FROM " + ASKED
                        + " JOIN vo4he.links l ON l.did = asked.id"
                        + " JOIN vo4he.products p ON p.path = l.target_path AND p.withdrawn = 0"
                        + " ORDER BY l.rowid, p.hdu_index, p.obs_publisher_did",
                dids)) {
            if (seen.add(row.key() + '\n' + row.keyword() + '\n' + row.product().path())) {
                Relation.of(row.keyword())
                        .ifPresent(relation -> related.computeIfAbsent(row.key(), _ -> new ArrayList<>())
                                .add(new LinkedProduct.Related(relation, card(row.product(), Optional.empty()))));
            }
        }
        return related;
    }

    private static ProductCard card(ProductRecord product, Optional<String> type) {
        return new ProductCard(
                product.did(),
                product.shortId(),
                product.path(),
                product.role(),
                type,
                Optional.empty(),
                product.mediaType(),
                product.size(),
                product.withdrawn());
    }

    private List<Keyed> rows(String sql, Collection<String> ids) throws SQLException {
        return ids.isEmpty() ? List.of() : Sql.list(connection, LinkLookup::keyed, sql, lines(ids));
    }

    private static Keyed keyed(ResultSet row) throws SQLException {
        return new Keyed(row.getString(1), row.getString(2), Products.product(row, 2));
    }

    private static String lines(Collection<String> texts) {
        return String.join("\n", texts);
    }
}
