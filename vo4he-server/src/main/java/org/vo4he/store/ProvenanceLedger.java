// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.store.FileRecord.Lookup;
import org.vo4he.store.ProvenanceRows.Carrier;

/// Keeps the graph of provenance true while a harvest writes: the rows of the changed products, then which products the
/// files are that provenance names. Whatever comes first, the graph ends up the same: a file is found when its product
/// arrives, as well as when the product that names it does. All inside the transaction of the change.
final class ProvenanceLedger {

    static final String SCHEMA = "vo4he";

    private static final List<String> TABLES = List.of(
            "prov_entities",
            "prov_activities",
            "prov_settings",
            "prov_agents",
            "prov_used",
            "prov_generations",
            "prov_derivations",
            "prov_associations",
            "prov_successions");

    private static final String FACT = "provenance_graph";

    private final DuckDBConnection connection;

    private ProvenanceLedger(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// To be called once the change is in the other tables.
    static void write(DuckDBConnection connection, LedgerChange change, GatheredRows gathered) throws SQLException {
        new ProvenanceLedger(connection).writeRows(change, gathered);
    }

    private void writeRows(LedgerChange change, GatheredRows gathered) throws SQLException {
        if (TABLES.stream().noneMatch(gathered::hasRows) && isEmpty()) {
            return;
        }
        nameChanged(change);
        if (!change.forget().isEmpty()) {
            for (String table : TABLES) {
                Sql.execute(
                        connection,
                        "DELETE FROM vo4he." + table
                                + " WHERE product IN (SELECT did FROM prov_changed WHERE present = 1)");
            }
        }
        for (String table : TABLES) {
            gathered.flush(table);
        }
        new EntityMatching(connection).ofChanged();
        Sql.execute(connection, "DROP TABLE prov_changed");
    }

    private boolean isEmpty() throws SQLException {
        return Sql.first(connection, row -> !row.getBoolean(1), "SELECT EXISTS (FROM vo4he.prov_entities)")
                .orElseThrow();
    }

    private void nameChanged(LedgerChange change) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (FileRows file : change.files()) {
            file.products().forEach(product -> rows.add(changed(product)));
        }
        change.tombstones().forEach(product -> rows.add(changed(product)));
        Sql.execute(connection, """
                CREATE OR REPLACE TEMPORARY TABLE prov_changed (
                    did VARCHAR, declared VARCHAR, path VARCHAR, plain_name VARCHAR, present INTEGER)""");
        Sql.append(connection, "prov_changed", rows);
    }

    private static Object[] changed(ProductRecord product) {
        return new Object[] {
            product.did(),
            product.declaredDid().orElse(null),
            product.path(),
            PlainName.of(product.fileName()),
            product.withdrawn() ? 0 : 1
        };
    }

    private void append(Map<String, List<Object[]>> rows) throws SQLException {
        for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
            Sql.append(connection, SCHEMA, table.getKey(), table.getValue());
        }
    }

    /// For a database that an older version filled.
    static void fillOnce(DuckDBConnection connection) throws SQLException {
        if (Sql.first(connection, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", FACT)
                .isPresent()) {
            return;
        }
        Sql.transaction(connection, () -> {
            ProvenanceLedger ledger = new ProvenanceLedger(connection);
            List<Carrier> carriers = ledger.stored();
            if (!carriers.isEmpty()) {
                ledger.append(ProvenanceRows.of(carriers));
                new EntityMatching(connection).ofAll();
            }
            Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, '1')", FACT);
        });
    }

    private List<Carrier> stored() throws SQLException {
        Map<String, List<LinkRecord>> links = new HashMap<>();
        for (LinkRecord link : Sql.list(
                connection,
                Products::link,
                "SELECT did, keyword, name, target_path FROM vo4he.links WHERE target_path IS NOT NULL ORDER BY rowid")) {
            links.computeIfAbsent(link.did(), _ -> new ArrayList<>()).add(link);
        }
        List<Optional<Carrier>> carriers = Sql.list(
                connection,
                row -> {
                    List<Lookup> lookups = StoredJson.lookups(row.getString(4));
                    return Carrier.of(
                            row.getString(1),
                            row.getString(2),
                            Optional.of(CarriedProvenance.read(row.getString(3))),
                            links.getOrDefault(row.getString(1), List.of()),
                            lookups);
                },
                """
                SELECT p.obs_publisher_did, p.path, d.provenance, f.lookups
                FROM vo4he.details d
                JOIN vo4he.products p ON p.obs_publisher_did = d.did
                JOIN vo4he.files f ON f.path = p.path
                WHERE d.provenance IS NOT NULL
                ORDER BY p.path, p.hdu_index""");
        return carriers.stream().flatMap(Optional::stream).toList();
    }
}
