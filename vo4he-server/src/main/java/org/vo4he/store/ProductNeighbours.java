// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.LinkedProduct.Unlisted;

/// What headers, names and provenance say belongs to each product in the temporary table `chunk`, from
/// `vo4he.links`.
final class ProductNeighbours {

    /// What a keyword of `vo4he.links` says, as name of a [Relation].
    private static final String RELATION = """
            CASE WHEN l.keyword LIKE 'FILIN%' OR l.keyword LIKE 'XPROC%' THEN 'PROGENITOR'
                 WHEN l.keyword IN ('XMM_EVENTS', 'PROVENANCE_INPUT', 'PROVENANCE_CHECKSUM') THEN 'PROGENITOR'
                 WHEN l.keyword = 'PROVENANCE_OUTPUT' THEN 'COPRODUCT'
                 ELSE l.keyword END""";

    /// Whether there is anything for the two inserts that follow; they cost more.
    private static final String HAS_PATHS = """
            SELECT EXISTS (FROM vo4he.links WHERE did IN (FROM chunk))
                OR EXISTS (FROM vo4he.links WHERE target_path IN (
                    SELECT path FROM vo4he.products WHERE obs_publisher_did IN (FROM chunk)))""";

    private static final String HAS_DIDS = """
            SELECT EXISTS (FROM vo4he.links WHERE target_path IS NULL AND lower(name[1:6]) = 'ivo://')""";

    /// A link leads to the first product of the file it names; within one file, to the only other product. Links and
    /// products are narrowed down first: joined as they are, a table of all products is held in memory, twice.
    private static final String EDGES_OF_PATHS = """
            INSERT INTO edges
            WITH named AS MATERIALIZED (
                SELECT rowid AS place, did, keyword, target_path FROM vo4he.links WHERE did IN (FROM chunk)
                UNION
                SELECT rowid, did, keyword, target_path FROM vo4he.links WHERE target_path IN (
                    SELECT path FROM vo4he.products WHERE obs_publisher_did IN (FROM chunk))),
            sources AS MATERIALIZED (
                SELECT obs_publisher_did, path FROM vo4he.products
                WHERE withdrawn = 0 AND obs_publisher_did IN (SELECT did FROM named)),
            targets AS MATERIALIZED (
                SELECT obs_publisher_did, path, hdu_index FROM vo4he.products
                WHERE withdrawn = 0 AND path IN (SELECT target_path FROM named))
            SELECT place, source, relation, target FROM (
                SELECT l.place, l.did AS source, %s AS relation, p.obs_publisher_did AS target,
                    s.path = p.path AS own,
                    row_number() OVER (PARTITION BY l.place ORDER BY p.hdu_index, p.obs_publisher_did) AS n,
                    count(*) OVER (PARTITION BY l.place) AS candidates
                FROM named l
                JOIN sources s ON s.obs_publisher_did = l.did
                JOIN targets p ON p.path = l.target_path AND p.obs_publisher_did <> l.did)
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
            ORDER BY e.source, e.place""".formatted(NeighbourTable.CARD, NeighbourTable.ROW_OF_PRODUCT);

    private static final String INVERSE = """
            SELECT e.target, e.relation, %s, count(*) OVER (PARTITION BY e.target, e.relation)
            FROM (SELECT DISTINCT source, relation, target FROM edges) e
            JOIN vo4he.products p ON p.obs_publisher_did = e.source %s
            WHERE e.target IN (FROM chunk)
            QUALIFY row_number() OVER (PARTITION BY e.target, e.relation ORDER BY p.obs_publisher_did) <= ?
            ORDER BY e.target, p.obs_publisher_did""".formatted(NeighbourTable.CARD, NeighbourTable.ROW_OF_PRODUCT);

    private final DuckDBConnection connection;
    private final NeighbourTable table;

    ProductNeighbours(DuckDBConnection connection, NeighbourTable table) {
        this.connection = connection;
        this.table = table;
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
    void write() throws SQLException {
        Map<String, Gathered> gathered = gather();
        Map<String, Neighbour> content = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> {
                    ProductCard card = NeighbourTable.card(row, 0);
                    Gathered all = gathered.getOrDefault(card.did(), new Gathered());
                    return content.put(
                            card.did(), new Neighbour.Told(card, groups(row), all.related(), all.unlisted()));
                },
                """
                SELECT %s, g.observation, g.source FROM vo4he.products p %s
                LEFT JOIN vo4he.observations g ON g.did = p.obs_publisher_did
                WHERE p.obs_publisher_did IN (FROM chunk)""".formatted(NeighbourTable.CARD, NeighbourTable.ROW_OF_PRODUCT));
        table.replace(content);
    }

    private static List<String> groups(ResultSet row) throws SQLException {
        String observation = row.getString(NeighbourTable.CARD_COLUMNS + 1);
        return observation == null
                ? List.of()
                : Neighbour.groups(observation, row.getString(NeighbourTable.CARD_COLUMNS + 2));
    }

    private Map<String, Gathered> gather() throws SQLException {
        Map<String, Gathered> gathered = new HashMap<>();
        Sql.execute(connection, "DELETE FROM edges");
        if (table.isTrue(HAS_PATHS)) {
            Sql.execute(connection, EDGES_OF_PATHS);
        }
        if (table.isTrue(HAS_DIDS)) {
            Sql.execute(connection, EDGES_OF_DIDS);
        }
        if (!table.isTrue("SELECT EXISTS (FROM edges)")) {
            return gathered;
        }
        Sql.list(
                connection,
                row -> {
                    Optional<Relation> relation = Relation.of(row.getString(2));
                    ProductCard target = NeighbourTable.card(row, 2);
                    Gathered of = gathered.computeIfAbsent(row.getString(1), _ -> new Gathered());
                    relation.ifPresent(how -> of.add(how, target));
                    return of;
                },
                FORWARD);
        Sql.list(
                connection,
                row -> {
                    Optional<Relation> relation = Relation.of(row.getString(2)).flatMap(Relation::inverse);
                    ProductCard source = NeighbourTable.card(row, 2);
                    long all = row.getLong(NeighbourTable.CARD_COLUMNS + 3);
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
}
