// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.vo4he.obscore.ObsCoreColumn;

/// Keeps `ivoa.obscore` in the order of its HEALPix index, so that DuckDB skips the blocks of rows that a cone cannot
/// touch.
///
/// New rows go to a tail at the end of the table, which every search reads in full; it is merged into the order when it
/// has grown beyond 5,000 rows and a twentieth of the table.
final class SkyOrder {

    private static final long LONGEST_TAIL = 5_000;
    private static final long TAIL_SHARE = 20;
    private static final long SLICE_ROWS = 200_000;

    /// From an index of order 29 to one of order 7: cells of half a degree.
    private static final int CELL_BITS = 2 * (29 - 7);

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
        long all = rows(connection, "ivoa.obscore");
        if (tail <= LONGEST_TAIL || tail * TAIL_SHARE <= all) {
            return;
        }
        copyInOrder(connection);
        long copied = rows(connection, "ivoa.obscore_in_order");
        if (copied != all) {
            throw new SQLException(
                    "the copy of ivoa.obscore in the order of the sky has " + copied + " rows, not " + all);
        }
        Sql.transaction(connection, () -> {
            Sql.execute(connection, "DROP TABLE ivoa.obscore");
            Sql.execute(connection, "ALTER TABLE ivoa.obscore_in_order RENAME TO obscore");
            setTail(connection, 0);
        });
    }

    /// What a process killed while it copied has left.
    static void dropUnfinishedCopy(Connection connection) throws SQLException {
        Sql.execute(connection, "DROP TABLE IF EXISTS ivoa.obscore_in_order");
    }

    /// Into a table of its own, in transactions of their own: DuckDB 2.0.0 loses every row when a table is emptied and
    /// filled again from another new one within one transaction.
    private static void copyInOrder(Connection connection) throws SQLException {
        dropUnfinishedCopy(connection);
        Sql.execute(connection, "CREATE TABLE ivoa.obscore_in_order AS SELECT * FROM ivoa.obscore LIMIT 0");
        for (ObsCoreColumn column : ObsCoreColumn.core()) {
            if (column.need() == ObsCoreColumn.Need.NEVER_NULL) {
                Sql.execute(
                        connection, "ALTER TABLE ivoa.obscore_in_order ALTER " + column.columnName() + " SET NOT NULL");
            }
        }
        for (Slice slice : slices(connection)) {
            Sql.execute(connection, """
                    INSERT INTO ivoa.obscore_in_order
                    SELECT * FROM ivoa.obscore WHERE healpix BETWEEN ? AND ?
                    ORDER BY healpix, obs_publisher_did""", slice.first(), slice.last());
        }
        Sql.execute(connection, """
                INSERT INTO ivoa.obscore_in_order SELECT * FROM ivoa.obscore WHERE healpix IS NULL""");
    }

    private static long rows(Connection connection, String table) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), "SELECT count(*) FROM " + table)
                .orElseThrow();
    }

    /// A stretch of the index, both ends within.
    private record Slice(long first, long last) {}

    /// Stretches that follow each other and hold about as many rows as can be sorted in little memory: sorting a
    /// million of these wide rows at once needs more than the database may have.
    private static List<Slice> slices(Connection connection) throws SQLException {
        List<Slice> slices = new ArrayList<>();
        long first = 0;
        long rows = 0;
        List<long[]> cells =
                Sql.list(connection, row -> new long[] {row.getLong(1), row.getLong(2)}, """
                SELECT healpix >> %d AS cell, count(*) FROM ivoa.obscore
                WHERE healpix IS NOT NULL GROUP BY cell ORDER BY cell""".formatted(CELL_BITS));
        for (long[] cell : cells) {
            rows += cell[1];
            if (rows >= SLICE_ROWS) {
                long end = (cell[0] + 1) << CELL_BITS;
                slices.add(new Slice(first, end - 1));
                first = end;
                rows = 0;
            }
        }
        slices.add(new Slice(first, Long.MAX_VALUE));
        return slices;
    }

    /// Without it the log is read again at every start until DuckDB thinks it large enough. When a query holds it up,
    /// the next one will do.
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
