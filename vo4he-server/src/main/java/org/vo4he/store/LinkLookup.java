// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.LinkedProduct.Unlisted;

/// Finds many products and what belongs to them by their names in `vo4he.neighbours`: first the products, then the
/// groups they are members of, fifty names a query. For one thread at a time.
final class LinkLookup implements AutoCloseable {

    /// More names take several queries; fewer are filled up with the first of them.
    private static final int AT_ONCE = 50;

    private final Connection connection;
    private final PreparedStatement one;
    private final PreparedStatement many;
    private final PreparedStatement oneMaking;
    private final PreparedStatement manyMakings;
    private final PreparedStatement oneRecord;
    private final PreparedStatement manyRecords;

    LinkLookup(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        this.one = connection.prepareStatement("SELECT name, content FROM vo4he.neighbours WHERE key = ?");
        this.many = connection.prepareStatement(
                "SELECT name, content FROM vo4he.neighbours WHERE key IN (?" + ", ?".repeat(AT_ONCE - 1) + ")");
        this.oneMaking = connection.prepareStatement("SELECT product FROM vo4he.prov_generations WHERE product = ?");
        this.manyMakings = connection.prepareStatement(
                "SELECT product FROM vo4he.prov_generations WHERE product IN (?" + ", ?".repeat(AT_ONCE - 1) + ")");
        this.oneRecord = connection.prepareStatement(
                "SELECT did, provenance FROM vo4he.details WHERE provenance IS NOT NULL AND did = ?");
        this.manyRecords = connection.prepareStatement(
                "SELECT did, provenance FROM vo4he.details WHERE provenance IS NOT NULL AND did IN (?"
                        + ", ?".repeat(AT_ONCE - 1) + ")");
    }

    /// The products of these IDs, by ID; what a file's own tags declare counts where no product has that DID and only
    /// one declares it.
    Map<String, LinkedProduct> find(Collection<String> ids) throws SQLException {
        Map<String, Neighbour> named = read(new LinkedHashSet<>(ids));
        Set<String> targets = new LinkedHashSet<>();
        named.values().forEach(neighbour -> target(neighbour).ifPresent(targets::add));
        named.putAll(read(targets));

        Map<String, Neighbour.Told> products = new LinkedHashMap<>();
        Set<String> groups = new LinkedHashSet<>();
        for (String id : ids) {
            told(id, named).ifPresent(product -> {
                products.put(id, product);
                groups.addAll(product.groups());
            });
        }
        Map<String, Neighbour> siblings = read(groups);
        Map<String, LinkedProduct> found = new LinkedHashMap<>();
        products.forEach((id, product) -> found.put(id, linked(product, siblings)));
        return found;
    }

    /// The products that declare these IDs, where no product has the ID itself and several declare it.
    Map<String, Contested> contested(Collection<String> ids) throws SQLException {
        Map<String, Contested> contested = new LinkedHashMap<>();
        read(new LinkedHashSet<>(ids)).forEach((id, neighbour) -> {
            if (neighbour instanceof Neighbour.Alias alias && alias.dids().size() > 1) {
                contested.put(id, new Contested(alias.dids()));
            }
        });
        return contested;
    }

    /// Those of these DIDs whose products carry provenance.
    Set<String> traced(Collection<String> dids) throws SQLException {
        Set<String> traced = new HashSet<>();
        eachOf(dids, oneMaking, manyMakings, row -> traced.add(row.getString(1)));
        return traced;
    }

    /// The provenance JSON by DID, of those of these DIDs that carry any.
    Map<String, String> provenance(Collection<String> dids) throws SQLException {
        Map<String, String> records = new HashMap<>();
        eachOf(dids, oneRecord, manyRecords, row -> records.put(row.getString(1), row.getString(2)));
        return records;
    }

    /// Reads all rows of these DIDs.
    private static void eachOf(
            Collection<String> dids, PreparedStatement one, PreparedStatement many, Sql.RowReader<?> reader)
            throws SQLException {
        List<String> all = List.copyOf(new LinkedHashSet<>(dids));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            PreparedStatement statement = some.size() == 1 ? one : many;
            for (int i = 0; i < (some.size() == 1 ? 1 : AT_ONCE); i++) {
                statement.setString(i + 1, some.get(i < some.size() ? i : 0));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static Optional<String> target(Neighbour neighbour) {
        return neighbour instanceof Neighbour.Alias alias && alias.dids().size() == 1
                ? Optional.of(alias.dids().getFirst())
                : Optional.empty();
    }

    private static Optional<Neighbour.Told> told(String id, Map<String, Neighbour> named) {
        Neighbour neighbour = named.get(id);
        Neighbour meant =
                neighbour == null ? null : target(neighbour).map(named::get).orElse(neighbour);
        return meant instanceof Neighbour.Told told ? Optional.of(told) : Optional.empty();
    }

    /// The links of the product, then its siblings that no link leads to.
    private static LinkedProduct linked(Neighbour.Told product, Map<String, Neighbour> groups) {
        List<Related> related = new ArrayList<>(product.related());
        List<Unlisted> unlisted = new ArrayList<>(product.unlisted());
        Set<String> listed = new HashSet<>(Set.of(product.card().did()));
        related.forEach(each -> listed.add(each.target().did()));
        Map<Relation, List<Related>> siblings = new LinkedHashMap<>();
        siblings.put(Relation.SAME_OBSERVATION, new ArrayList<>());
        siblings.put(Relation.OTHER_INSTRUMENT, new ArrayList<>());
        long all = 0;
        long inGroups = 0;
        for (String name : product.groups()) {
            if (groups.get(name) instanceof Neighbour.Group group) {
                all += group.all();
                inGroups += group.members().size();
                for (ProductCard member : group.members()) {
                    if (listed.add(member.did())) {
                        Relation relation = relation(product.card(), member);
                        siblings.get(relation).add(new Related(relation, member));
                    }
                }
            }
        }
        siblings.values().forEach(of -> related.addAll(of.subList(0, Math.min(of.size(), Neighbour.MOST))));
        boolean more = all > inGroups || siblings.values().stream().anyMatch(of -> of.size() > Neighbour.MOST);
        if (more) {
            unlisted.add(new Unlisted(Relation.SAME_OBSERVATION, all - 1));
        }
        return new LinkedProduct(product.card(), related, unlisted);
    }

    private static Relation relation(ProductCard product, ProductCard sibling) {
        boolean other = product.instrument().isPresent()
                && sibling.instrument().isPresent()
                && !product.instrument()
                        .get()
                        .equalsIgnoreCase(sibling.instrument().get());
        return other ? Relation.OTHER_INSTRUMENT : Relation.SAME_OBSERVATION;
    }

    private Map<String, Neighbour> read(Set<String> names) throws SQLException {
        Map<String, Neighbour> found = new HashMap<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            PreparedStatement statement = some.size() == 1 ? one : many;
            for (int i = 0; i < (some.size() == 1 ? 1 : AT_ONCE); i++) {
                statement.setLong(i + 1, Neighbour.key(some.get(i < some.size() ? i : 0)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (names.contains(name)) {
                        found.put(name, Neighbour.read(rows.getString(2)));
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                one;
                many;
                oneMaking;
                manyMakings;
                oneRecord;
                manyRecords) {
            // Only closed.
        }
    }
}
