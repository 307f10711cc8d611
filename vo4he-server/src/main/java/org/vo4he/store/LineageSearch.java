// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.provenance.ProvGraph.Activity;
import org.vo4he.provenance.ProvGraph.Agent;
import org.vo4he.provenance.ProvGraph.AgentKind;
import org.vo4he.provenance.ProvGraph.Basis;
import org.vo4he.provenance.ProvGraph.Entity;
import org.vo4he.provenance.ProvGraph.Setting;
import org.vo4he.provenance.ProvGraph.Used;
import org.vo4he.provenance.ProvGraph.WasAssociatedWith;
import org.vo4he.provenance.ProvGraph.WasDerivedFrom;
import org.vo4he.provenance.ProvGraph.WasGeneratedBy;
import org.vo4he.provenance.ProvGraph.WasInformedBy;
import org.vo4he.store.Lineage.Direction;

/// Follows the relations of the stored graph from one product. One object makes one search, on a connection of its own.
final class LineageSearch {

    /// Each relation as a pair: what it leads from, going back, and what it leads to.
    private static final String RELATIONS = """
            SELECT e.entity AS younger, g.activity AS older
            FROM vo4he.prov_generations g JOIN vo4he.prov_entities e ON e.product = g.product AND e.ref = g.ref
            UNION ALL
            SELECT u.activity, e.entity
            FROM vo4he.prov_used u JOIN vo4he.prov_entities e ON e.product = u.product AND e.ref = u.ref
            UNION ALL
            SELECT e.entity, f.entity
            FROM vo4he.prov_derivations d
            JOIN vo4he.prov_entities e ON e.product = d.product AND e.ref = d.ref
            JOIN vo4he.prov_entities f ON f.product = d.product AND f.ref = d.from_ref
            UNION ALL
            SELECT activity, former FROM vo4he.prov_successions""";

    /// A node is met once, at its least depth: that ends every cycle. Beyond the limit of nodes nothing more is
    /// followed.
    private static final String REACHED = """
            CREATE OR REPLACE TEMPORARY TABLE lineage AS
            WITH RECURSIVE relation AS MATERIALIZED (%1$s),
            reached(node, depth) USING KEY (node) AS (
                SELECT ?::VARCHAR, 0
                UNION
                SELECT r.%3$s, min(n.depth) + 1
                FROM reached n JOIN relation r ON r.%2$s = n.node
                WHERE n.depth < ? AND (SELECT count(*) FROM recurring.reached) < ?
                    AND NOT EXISTS (FROM recurring.reached known WHERE known.node = r.%3$s)
                GROUP BY r.%3$s)
            SELECT node, depth FROM reached ORDER BY depth, node LIMIT ?""";

    /// Whether a relation leads from the deepest nodes to one that is not told of.
    private static final String GOES_ON = """
            SELECT EXISTS (
                FROM (%1$s) r JOIN lineage l ON l.node = r.%2$s
                WHERE l.depth = ? AND r.%3$s NOT IN (SELECT node FROM lineage))""";

    private final DuckDBConnection own;

    /// @param own closed by whoever opened it
    LineageSearch(DuckDBConnection own) {
        this.own = own;
    }

    /// @param depth how many relations are followed, one after the other
    /// @param mostNodes how many entities and activities are told of
    Lineage from(String did, Direction direction, int depth, int mostNodes) throws SQLException {
        boolean back = direction == Direction.BACK;
        String from = back ? "younger" : "older";
        String to = back ? "older" : "younger";
        Sql.execute(own, REACHED.formatted(RELATIONS, from, to), did, depth, mostNodes + 1, mostNodes + 1);
        long nodes = Sql.first(own, row -> row.getLong(1), "SELECT count(*) FROM lineage")
                .orElseThrow();
        if (nodes == 1 && depth > 0) {
            return alone();
        }
        boolean whole = nodes <= mostNodes;
        if (!whole) {
            Sql.execute(own, """
                    DELETE FROM lineage WHERE node = (SELECT node FROM lineage ORDER BY depth DESC, node DESC LIMIT 1)""");
        }
        boolean goesOn = Sql.first(own, row -> row.getBoolean(1), GOES_ON.formatted(RELATIONS, from, to), depth)
                .orElseThrow();
        Map<String, ProductCard> products = products();
        Map<String, EntityMatch> matches = new LinkedHashMap<>();
        ProvGraph graph = new ProvGraph(
                entities(products, matches),
                activities(),
                agents(),
                used(),
                generations(),
                derivations(),
                associations(),
                successions());
        Sql.execute(own, "DROP TABLE lineage");
        return new Lineage(graph, products, matches, whole, goesOn, new Cycles(graph).found());
    }

    /// Most products record nothing of their making: of these no runs are asked for, of which there can be none. A file
    /// that is said to be derived from itself is a cycle still.
    private Lineage alone() throws SQLException {
        Map<String, ProductCard> products = products();
        Map<String, EntityMatch> matches = new LinkedHashMap<>();
        ProvGraph graph = new ProvGraph(
                entities(products, matches),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                derivations(),
                List.of(),
                List.of());
        Sql.execute(own, "DROP TABLE lineage");
        return new Lineage(graph, products, matches, true, false, new Cycles(graph).found());
    }

    private Map<String, ProductCard> products() throws SQLException {
        Map<String, ProductCard> products = new LinkedHashMap<>();
        Sql.list(own, row -> products.put(row.getString(1), card(row)), """
                SELECT p.obs_publisher_did, p.short_id, p.path, p.role, o.dataproduct_type, o.instrument_name,
                    p.media_type, p.file_size, p.withdrawn
                FROM lineage l JOIN vo4he.products p ON p.obs_publisher_did = l.node
                LEFT JOIN ivoa.obscore o ON o.obs_publisher_did = l.node
                ORDER BY l.depth, l.node""");
        return products;
    }

    private static ProductCard card(ResultSet row) throws SQLException {
        return new ProductCard(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                text(row, 5),
                text(row, 6),
                row.getString(7),
                row.getLong(8),
                row.getInt(9) == 1);
    }

    /// Products first, under the names they have here; then what the documents tell of them and of others.
    private List<Entity> entities(Map<String, ProductCard> products, Map<String, EntityMatch> matches)
            throws SQLException {
        List<Entity> entities = new ArrayList<>();
        products.values()
                .forEach(product -> entities.add(new Entity(
                        product.did(),
                        product.fileName(),
                        Optional.of(product.did()),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(product.size()),
                        Optional.empty(),
                        OptionalLong.empty())));
        entities.addAll(Sql.list(
                own,
                row -> {
                    EntityMatch match = EntityMatch.valueOf(row.getString(9));
                    if (match != EntityMatch.ITSELF) {
                        matches.merge(row.getString(1), match, (one, other) -> one.compareTo(other) < 0 ? one : other);
                    }
                    return new Entity(
                            row.getString(1),
                            row.getString(2),
                            text(row, 3),
                            text(row, 4),
                            text(row, 5),
                            number(row, 6),
                            text(row, 7),
                            number(row, 8));
                },
                """
                SELECT DISTINCT e.entity, e.name, e.did, e.location, e.checksum, e.size, e.description, e.members,
                    e.matched, l.depth
                FROM lineage l JOIN vo4he.prov_entities e ON e.entity = l.node
                ORDER BY l.depth, 1, 2, 3, 4, 5, 6, 7, 8, 9"""));
        return entities;
    }

    private List<Activity> activities() throws SQLException {
        Map<String, List<Setting>> settings = new LinkedHashMap<>();
        Sql.list(
                own,
                row -> settings.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Setting(
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                text(row, 5),
                                text(row, 6).orElse(""),
                                row.getInt(7) == 1)),
                """
                SELECT DISTINCT activity, place, name, value, unit, description, editable FROM vo4he.prov_settings
                WHERE activity IN (SELECT node FROM lineage) ORDER BY ALL""");
        return Sql.list(
                own,
                row -> new Activity(
                        row.getString(1),
                        row.getString(2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8),
                        settings.getOrDefault(row.getString(1), List.of())),
                """
                SELECT a.activity, a.name, a.version, a.image, a.started, a.ended, a.exit_code, a.observed
                FROM lineage l JOIN vo4he.prov_activities a ON a.activity = l.node
                QUALIFY row_number() OVER (PARTITION BY a.activity ORDER BY a.product) = 1
                ORDER BY l.depth, a.activity""");
    }

    private List<Agent> agents() throws SQLException {
        return Sql.list(
                own,
                row -> new Agent(row.getString(1), row.getString(2), AgentKind.valueOf(row.getString(3)), text(row, 4)),
                """
                SELECT DISTINCT a.agent, a.name, a.kind, a.version
                FROM vo4he.prov_agents a JOIN vo4he.prov_associations w ON w.product = a.product AND w.agent = a.agent
                WHERE w.activity IN (SELECT node FROM lineage) ORDER BY ALL""");
    }

    private List<Used> used() throws SQLException {
        return Sql.list(
                own,
                row -> new Used(row.getString(1), row.getString(2), text(row, 3), place(row, 4), row.getInt(5) == 1),
                """
                SELECT DISTINCT u.activity, e.entity, u.role, u.place, u.editable
                FROM vo4he.prov_used u JOIN vo4he.prov_entities e ON e.product = u.product AND e.ref = u.ref
                WHERE u.activity IN (SELECT node FROM lineage) AND e.entity IN (SELECT node FROM lineage)
                ORDER BY 1, 4, 2, 3""");
    }

    private List<WasGeneratedBy> generations() throws SQLException {
        return Sql.list(
                own,
                row -> new WasGeneratedBy(
                        row.getString(1),
                        row.getString(2),
                        text(row, 3),
                        place(row, 4),
                        Basis.valueOf(row.getString(5))),
                """
                SELECT e.entity, g.activity, any_value(g.role), min(g.place), min(g.basis)
                FROM vo4he.prov_generations g JOIN vo4he.prov_entities e ON e.product = g.product AND e.ref = g.ref
                WHERE g.activity IN (SELECT node FROM lineage) AND e.entity IN (SELECT node FROM lineage)
                GROUP BY ALL ORDER BY ALL""");
    }

    private List<WasDerivedFrom> derivations() throws SQLException {
        return Sql.list(own, row -> new WasDerivedFrom(row.getString(1), row.getString(2)), """
                SELECT DISTINCT e.entity, f.entity
                FROM vo4he.prov_derivations d
                JOIN vo4he.prov_entities e ON e.product = d.product AND e.ref = d.ref
                JOIN vo4he.prov_entities f ON f.product = d.product AND f.ref = d.from_ref
                WHERE e.entity IN (SELECT node FROM lineage) AND f.entity IN (SELECT node FROM lineage)
                ORDER BY ALL""");
    }

    private List<WasAssociatedWith> associations() throws SQLException {
        return Sql.list(own, row -> new WasAssociatedWith(row.getString(1), row.getString(2), row.getString(3)), """
                SELECT DISTINCT activity, agent, role FROM vo4he.prov_associations
                WHERE activity IN (SELECT node FROM lineage) ORDER BY ALL""");
    }

    private List<WasInformedBy> successions() throws SQLException {
        return Sql.list(own, row -> new WasInformedBy(row.getString(1), row.getString(2)), """
                SELECT DISTINCT activity, former FROM vo4he.prov_successions
                WHERE activity IN (SELECT node FROM lineage) AND former IN (SELECT node FROM lineage) ORDER BY ALL""");
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static OptionalInt place(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
