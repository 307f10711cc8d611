// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.LinkedProduct.Unlisted;

/// Writes rows of `vo4he.neighbours` from products, links and observations; what to write is in the temporary tables of
/// [Neighbourhoods].
final class NeighbourWriter {

    /// A product `p` with its row `o`.
    private static final String CARD = """
            p.obs_publisher_did, p.short_id, p.path, p.role, o.dataproduct_type, o.instrument_name, p.media_type,
            p.file_size, p.withdrawn""";

    private static final int CARD_COLUMNS = 9;

    private static final String ROW_OF_PRODUCT =
            "LEFT JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did";

    /// What a keyword of `vo4he.links` says, as name of a [Relation].
    private static final String RELATION = """
            CASE WHEN l.keyword LIKE 'FILIN%' OR l.keyword LIKE 'XPROC%' THEN 'PROGENITOR'
                 WHEN l.keyword IN ('XMM_EVENTS', 'PROVENANCE_INPUT') THEN 'PROGENITOR'
                 WHEN l.keyword = 'PROVENANCE_OUTPUT' THEN 'COPRODUCT'
                 ELSE l.keyword END""";

    /// Whether there is anything for the two inserts that follow; they cost more.
    private static final String HAS_PATHS = """
            SELECT EXISTS (FROM vo4he.links WHERE did IN (FROM chunk))
                OR EXISTS (FROM vo4he.links WHERE target_path IN (
                    SELECT path FROM vo4he.products WHERE obs_publisher_did IN (FROM chunk)))""";

    private static final String HAS_DIDS = """
            SELECT EXISTS (FROM vo4he.links WHERE target_path IS NULL AND lower(name[1:6]) = 'ivo://')""";

    /// A link leads to the first product of the file it names; within one file, to the only other product.
    private static final String EDGES_OF_PATHS = """
            INSERT INTO edges
            SELECT place, source, relation, target FROM (
                SELECT l.rowid AS place, l.did AS source, %s AS relation, p.obs_publisher_did AS target,
                    s.path = p.path AS own,
                    row_number() OVER (PARTITION BY l.rowid ORDER BY p.hdu_index, p.obs_publisher_did) AS n,
                    count(*) OVER (PARTITION BY l.rowid) AS candidates
                FROM vo4he.links l
                JOIN vo4he.products s ON s.obs_publisher_did = l.did AND s.withdrawn = 0
                JOIN vo4he.products p ON p.path = l.target_path AND p.withdrawn = 0 AND p.obs_publisher_did <> l.did
                WHERE l.did IN (FROM chunk) OR l.target_path IN (
                    SELECT path FROM vo4he.products WHERE obs_publisher_did IN (FROM chunk)))
            WHERE n = 1 AND (NOT own OR candidates = 1)""".formatted(RELATION);

    /// A link to a DID leads to the product of that DID, else to the only one that declares it.
    private static final String EDGES_OF_DIDS = """
            INSERT INTO edges
            SELECT place, source, relation, target FROM (
                SELECT l.place, l.did AS source, %s AS relation, p.obs_publisher_did AS target,
                    p.obs_publisher_did = l.name AS own_did,
                    count(*) OVER (PARTITION BY l.place) AS candidates,
                    bool_or(p.obs_publisher_did = l.name) OVER (PARTITION BY l.place) AS has_own
                FROM (SELECT rowid AS place, did, keyword, name FROM vo4he.links
                      WHERE target_path IS NULL AND lower(name[1:6]) = 'ivo://' AND (
                        did IN (FROM chunk) OR name IN (
                            SELECT obs_publisher_did FROM vo4he.products WHERE obs_publisher_did IN (FROM chunk)
                            UNION ALL SELECT declared_did FROM vo4he.products
                                WHERE obs_publisher_did IN (FROM chunk) AND declared_did IS NOT NULL))) l
                JOIN (SELECT obs_publisher_did AS name, obs_publisher_did FROM vo4he.products WHERE withdrawn = 0
                      UNION ALL
                      SELECT declared_did, obs_publisher_did FROM vo4he.products
                      WHERE withdrawn = 0 AND declared_did <> obs_publisher_did) p ON p.name = l.name
                JOIN vo4he.products s ON s.obs_publisher_did = l.did AND s.withdrawn = 0)
            WHERE source <> target AND (own_did OR candidates = 1 AND NOT has_own)""".formatted(RELATION);

    private static final String FORWARD = """
            SELECT e.source, e.relation, %s
            FROM edges e JOIN vo4he.products p ON p.obs_publisher_did = e.target %s
            WHERE e.source IN (FROM chunk)
            ORDER BY e.source, e.place""".formatted(CARD, ROW_OF_PRODUCT);

    private static final String INVERSE = """
            SELECT e.target, e.relation, %s, count(*) OVER (PARTITION BY e.target, e.relation)
            FROM (SELECT DISTINCT source, relation, target FROM edges) e
            JOIN vo4he.products p ON p.obs_publisher_did = e.source %s
            WHERE e.target IN (FROM chunk)
            QUALIFY row_number() OVER (PARTITION BY e.target, e.relation ORDER BY p.obs_publisher_did) <= ?
            ORDER BY e.target, p.obs_publisher_did""".formatted(CARD, ROW_OF_PRODUCT);

    private static final String OF_GROUP = """
            , count(*) OVER of_group
            FROM vo4he.observations g
            JOIN vo4he.products p ON p.obs_publisher_did = g.did AND p.withdrawn = 0 %s
            """.formatted(ROW_OF_PRODUCT);

    /// Of each touched source and whole field.
    private static final String MEMBERS = "SELECT g.observation, g.source, " + CARD + OF_GROUP + """
            WHERE (g.observation, g.source) IN (FROM touched_groups)
            WINDOW of_group AS (PARTITION BY g.observation, g.source)
            QUALIFY row_number() OVER (PARTITION BY g.observation, g.source ORDER BY p.obs_publisher_did) <= ?
            ORDER BY p.obs_publisher_did""";

    /// Of all sources of an observation, one of which was touched.
    private static final String MEMBERS_OF_ANY_SOURCE = "SELECT g.observation, '', " + CARD + OF_GROUP + """
            WHERE g.source <> '' AND g.observation IN (SELECT observation FROM touched_groups WHERE source <> '')
            WINDOW of_group AS (PARTITION BY g.observation)
            QUALIFY row_number() OVER (PARTITION BY g.observation ORDER BY p.obs_publisher_did) <= ?
            ORDER BY p.obs_publisher_did""";

    private final DuckDBConnection connection;

    NeighbourWriter(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// What is told of one product.
    private static final class Gathered {
        private final Map<String, Related> related = new LinkedHashMap<>();
        private final Map<Relation, Long> counts = new LinkedHashMap<>();

        void add(Relation relation, ProductCard target) {
            Related added = new Related(relation, target);
            String role = String.join("\n", added.semantics(), added.qualifier().orElse(""), target.did());
            related.putIfAbsent(role, added);
        }

        List<Related> related() {
            return related.values().stream()
                    .sorted(Comparator.comparing(Related::relation))
                    .toList();
        }

        List<Unlisted> unlisted() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() > Neighbour.MOST)
                    .map(entry -> new Unlisted(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /// The products of the chunk; those that are gone lose their row.
    void products() throws SQLException {
        Map<String, Gathered> gathered = gather();
        Map<String, Neighbour> content = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> {
                    ProductCard card = card(row, 0);
                    Gathered all = gathered.getOrDefault(card.did(), new Gathered());
                    return content.put(
                            card.did(), new Neighbour.Told(card, groups(row), all.related(), all.unlisted()));
                },
                """
                SELECT %s, g.observation, g.source FROM vo4he.products p %s
                LEFT JOIN vo4he.observations g ON g.did = p.obs_publisher_did
                WHERE p.obs_publisher_did IN (FROM chunk)""".formatted(CARD, ROW_OF_PRODUCT));
        Sql.execute(connection, "DELETE FROM vo4he.neighbours WHERE name IN (FROM chunk)");
        append(content);
    }

    private static List<String> groups(ResultSet row) throws SQLException {
        String observation = row.getString(CARD_COLUMNS + 1);
        return observation == null ? List.of() : Neighbour.groups(observation, row.getString(CARD_COLUMNS + 2));
    }

    private Map<String, Gathered> gather() throws SQLException {
        Map<String, Gathered> gathered = new HashMap<>();
        Sql.execute(connection, "DELETE FROM edges");
        if (isTrue(HAS_PATHS)) {
            Sql.execute(connection, EDGES_OF_PATHS);
        }
        if (isTrue(HAS_DIDS)) {
            Sql.execute(connection, EDGES_OF_DIDS);
        }
        if (!isTrue("SELECT EXISTS (FROM edges)")) {
            return gathered;
        }
        Sql.list(
                connection,
                row -> {
                    Optional<Relation> relation = Relation.of(row.getString(2));
                    ProductCard target = card(row, 2);
                    Gathered of = gathered.computeIfAbsent(row.getString(1), _ -> new Gathered());
                    relation.ifPresent(how -> of.add(how, target));
                    return of;
                },
                FORWARD);
        Sql.list(
                connection,
                row -> {
                    Optional<Relation> relation = Relation.of(row.getString(2)).flatMap(Relation::inverse);
                    ProductCard source = card(row, 2);
                    long all = row.getLong(CARD_COLUMNS + 3);
                    Gathered of = gathered.computeIfAbsent(row.getString(1), _ -> new Gathered());
                    relation.ifPresent(how -> {
                        of.add(how, source);
                        of.counts.put(how, all);
                    });
                    return of;
                },
                INVERSE,
                Neighbour.MOST);
        return gathered;
    }

    /// The touched groups: of each source, of whole fields, and of all sources of an observation.
    void groups() throws SQLException {
        Map<String, Neighbour> content = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (String[] group : Sql.list(
                connection,
                row -> new String[] {row.getString(1), row.getString(2)},
                "SELECT DISTINCT observation, source FROM touched_groups ORDER BY ALL")) {
            names.add(nameOf(group[0], group[1]));
            if (!group[1].isEmpty()) {
                names.add(Neighbour.ofAnySource(group[0]));
            }
        }
        if (names.isEmpty()) {
            return;
        }
        members(MEMBERS, false, content);
        if (isTrue("SELECT EXISTS (FROM touched_groups WHERE source <> '')")) {
            members(MEMBERS_OF_ANY_SOURCE, true, content);
        }
        replace(names, content);
    }

    private static String nameOf(String observation, String source) {
        return source.isEmpty() ? Neighbour.wholeField(observation) : Neighbour.ofSource(observation, source);
    }

    private void members(String sql, boolean ofAnySource, Map<String, Neighbour> content) throws SQLException {
        Map<String, List<ProductCard>> members = new LinkedHashMap<>();
        Map<String, Long> counts = new HashMap<>();
        Sql.list(
                connection,
                row -> {
                    String name = ofAnySource
                            ? Neighbour.ofAnySource(row.getString(1))
                            : nameOf(row.getString(1), row.getString(2));
                    counts.put(name, row.getLong(CARD_COLUMNS + 3));
                    return members.computeIfAbsent(name, _ -> new ArrayList<>()).add(card(row, 2));
                },
                sql,
                Neighbour.MOST + 1);
        members.forEach((name, cards) -> content.put(name, new Neighbour.Group(counts.get(name), cards)));
    }

    private boolean isTrue(String question) throws SQLException {
        return Sql.first(connection, row -> row.getBoolean(1), question).orElseThrow();
    }

    /// The touched declared DIDs.
    void aliases() throws SQLException {
        if (!isTrue("SELECT EXISTS (FROM touched_aliases)")) {
            return;
        }
        Map<String, List<String>> declaring = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> declaring
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(row.getString(2)),
                """
                SELECT p.declared_did, p.obs_publisher_did FROM vo4he.products p
                WHERE p.declared_did IN (FROM touched_aliases)
                    AND p.declared_did NOT IN (
                        SELECT obs_publisher_did FROM vo4he.products WHERE obs_publisher_did IN (FROM touched_aliases))
                QUALIFY p.withdrawn = min(p.withdrawn) OVER (PARTITION BY p.declared_did)
                ORDER BY ALL""");
        Set<String> names = new LinkedHashSet<>(Sql.list(connection, row -> row.getString(1), """
                SELECT DISTINCT did FROM touched_aliases
                WHERE did NOT IN (SELECT obs_publisher_did FROM vo4he.products)"""));
        Map<String, Neighbour> content = new LinkedHashMap<>();
        declaring.forEach((name, dids) -> content.put(name, new Neighbour.Alias(dids)));
        replace(names, content);
    }

    private void replace(Set<String> names, Map<String, Neighbour> content) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        Sql.execute(connection, "DELETE FROM chunk");
        Sql.append(
                connection,
                "chunk",
                names.stream().map(name -> new Object[] {name}).toList());
        Sql.execute(connection, "DELETE FROM vo4he.neighbours WHERE name IN (FROM chunk)");
        append(content);
    }

    private void append(Map<String, Neighbour> content) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        content.forEach((name, neighbour) -> rows.add(new Object[] {Neighbour.key(name), name, neighbour.json()}));
        Sql.append(connection, "vo4he", "neighbours", rows);
    }

    private static ProductCard card(ResultSet row, int before) throws SQLException {
        return new ProductCard(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                Optional.ofNullable(row.getString(before + 5)),
                Optional.ofNullable(row.getString(before + 6)),
                row.getString(before + 7),
                row.getLong(before + 8),
                row.getInt(before + 9) == 1);
    }
}
