// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/// The products of one observation and source, of its whole field, and of any of its sources: the groups in the
/// temporary table `touched_groups`. An observation of one product has no groups.
final class GroupNeighbours {

    /// A product that was alone in its observation before the change, and had no groups.
    private static final String ALONE = """
            INSERT INTO touched_groups
            SELECT observation, source FROM (
                SELECT g.observation, g.source, count(*) OVER (PARTITION BY g.observation) AS unchanged
                FROM vo4he.observations g JOIN vo4he.products p ON p.obs_publisher_did = g.did
                WHERE g.observation IN (SELECT observation FROM touched_groups) AND p.path NOT IN (FROM changed))
            WHERE unchanged = 1""";

    private static final String TOUCHED = "SELECT DISTINCT observation, source FROM touched_groups ORDER BY ALL";

    private static final String SHARED = """
            CREATE TEMPORARY TABLE shared AS
            SELECT observation FROM vo4he.observations
            WHERE observation IN (SELECT observation FROM touched_groups)
            GROUP BY observation HAVING count(*) > 1""";

    private static final String MEMBERS = """
            SELECT g.observation, %%s, %s, count(*) OVER of_group
            FROM vo4he.observations g
            JOIN vo4he.products p ON p.obs_publisher_did = g.did AND p.withdrawn = 0 %s
            WHERE g.observation IN (FROM shared) AND %%s
            WINDOW of_group AS (PARTITION BY g.observation, %%s)
            QUALIFY row_number() OVER (PARTITION BY g.observation, %%s ORDER BY p.obs_publisher_did) <= ?
            ORDER BY p.obs_publisher_did""".formatted(NeighbourTable.CARD, NeighbourTable.ROW_OF_PRODUCT);

    private final DuckDBConnection connection;
    private final NeighbourTable table;

    GroupNeighbours(DuckDBConnection connection, NeighbourTable table) {
        this.connection = connection;
        this.table = table;
    }

    void write() throws SQLException {
        Sql.execute(connection, ALONE);
        Set<String> names = touched();
        if (names.isEmpty()) {
            return;
        }
        Map<String, Neighbour> content = new LinkedHashMap<>();
        Sql.execute(connection, SHARED);
        if (table.isTrue("SELECT EXISTS (FROM shared)")) {
            String touched = "(g.observation, g.source) IN (FROM touched_groups)";
            members(MEMBERS.formatted("g.source", touched, "g.source", "g.source"), false, content);
            String ofASource = "g.source <> '' AND g.observation IN (SELECT observation FROM touched_groups"
                    + " WHERE source <> '')";
            members(MEMBERS.formatted("''", ofASource, "''", "''"), true, content);
        }
        Sql.execute(connection, "DROP TABLE temp.shared");
        table.name(names);
        table.replace(content);
    }

    private Set<String> touched() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        Sql.list(
                connection,
                row -> {
                    String observation = row.getString(1);
                    String source = row.getString(2);
                    return names.add(nameOf(observation, source))
                            && !source.isEmpty()
                            && names.add(Neighbour.ofAnySource(observation));
                },
                TOUCHED);
        return names;
    }

    private static String nameOf(String observation, String source) {
        return source.isEmpty() ? Neighbour.wholeField(observation) : Neighbour.ofSource(observation, source);
    }

    private void members(String sql, boolean ofAnySource, Map<String, Neighbour> content) throws SQLException {
        Map<String, List<ProductCard>> members = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> {
                    String name = ofAnySource
                            ? Neighbour.ofAnySource(row.getString(1))
                            : nameOf(row.getString(1), row.getString(2));
                    counts.put(name, row.getLong(NeighbourTable.CARD_COLUMNS + 3));
                    return members.computeIfAbsent(name, _ -> new ArrayList<>()).add(NeighbourTable.card(row, 2));
                },
                sql,
                Neighbour.MOST + 1);
        members.forEach((name, cards) -> content.put(name, new Neighbour.Group(counts.get(name), cards)));
    }
}
