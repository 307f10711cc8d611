// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Keeps `ivoa.obscore` in the order of its HEALPix index, so that DuckDB skips the blocks of rows that a cone cannot
/// touch.
///
/// New rows go to a tail at the end of the table, which every search reads in full; it is merged into the order when it
/// has grown beyond 5,000 rows and a twentieth of the table.
final class SkyOrder {

    private static final long LONGEST_TAIL = 5_000;
    private static final long TAIL_SHARE = 20;
    private static final String TAIL = "sky_order_tail";

    private SkyOrder() {}

    /// Inside the transaction that appends the rows.
    static void addedToTail(Connection connection, int rows) throws SQLException {
        if (rows > 0) {
            setTail(connection, tail(connection) + rows);
        }
    }

    static void restore(Connection connection) throws SQLException {
        long tail = tail(connection);
        long all = Sql.first(connection, row -> row.getLong(1), "SELECT count(*) FROM ivoa.obscore")
                .orElse(0L);
        if (tail <= LONGEST_TAIL || tail * TAIL_SHARE <= all) {
            return;
        }
        Sql.transaction(connection, () -> {
            Sql.execute(connection, """
                    CREATE TABLE ivoa.obscore_in_order AS
                    SELECT * FROM ivoa.obscore ORDER BY healpix NULLS LAST, obs_publisher_did""");
            Sql.execute(connection, "DELETE FROM ivoa.obscore");
            Sql.execute(connection, "INSERT INTO ivoa.obscore SELECT * FROM ivoa.obscore_in_order");
            Sql.execute(connection, "DROP TABLE ivoa.obscore_in_order");
            setTail(connection, 0);
        });
    }

    /// Without it the log is read again at every start until DuckDB thinks it large enough. When a query holds it up,
    /// the
    /// next one will do.
    static void checkpoint(Connection connection) {
        try {
            Sql.execute(connection, "CHECKPOINT");
        } catch (SQLException _) {
            // The log keeps everything until then.
        }
    }

    private static long tail(Connection connection) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", TAIL)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static void setTail(Connection connection, long rows) throws SQLException {
        Sql.execute(connection, "DELETE FROM vo4he.facts WHERE name = ?", TAIL);
        Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, ?)", TAIL, Long.toString(rows));
    }
}
