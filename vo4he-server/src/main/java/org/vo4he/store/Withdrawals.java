// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Notes when products are withdrawn, and forgets it of those that come back.
final class Withdrawals {

    private Withdrawals() {}

    /// After the rows of the change were written. A product that was withdrawn before stays so since then; only a
    /// change that forgets can bring one back.
    static void note(DuckDBConnection connection, LedgerChange change, Instant now) throws SQLException {
        if (change.forget().isEmpty() && change.tombstones().isEmpty()) {
            return;
        }
        Sql.execute(connection, "CREATE OR REPLACE TEMPORARY TABLE named_dids (did VARCHAR, withdrawn INTEGER)");
        List<Object[]> rows = new ArrayList<>();
        change.files().stream()
                .flatMap(file -> file.products().stream())
                .forEach(product -> rows.add(new Object[] {product.did(), 0}));
        change.tombstones().forEach(product -> rows.add(new Object[] {product.did(), 1}));
        Sql.append(connection, "named_dids", rows);
        Sql.execute(
                connection,
                "DELETE FROM vo4he.withdrawals WHERE did IN (SELECT did FROM named_dids WHERE withdrawn = 0)");
        Sql.execute(connection, """
                INSERT INTO vo4he.withdrawals
                SELECT did, ?::BIGINT FROM named_dids
                WHERE withdrawn = 1 AND did NOT IN (SELECT did FROM vo4he.withdrawals)""", now.toEpochMilli());
        Sql.execute(connection, "DROP TABLE named_dids");
    }
}
