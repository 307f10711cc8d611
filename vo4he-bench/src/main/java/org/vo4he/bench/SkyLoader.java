// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// Fills the `ivoa.obscore` of a new state directory with synthetic rows, in the order of their sky index as the store
/// keeps them. The rows have no files behind them: they are there to be searched.
public final class SkyLoader {

    private SkyLoader() {}

    /// @param arguments the state directory, and how many rows
    public static void main(String[] arguments) throws SQLException, StoreException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments are expected: a state directory and the number of rows");
        }
        Path state = Path.of(arguments[0]);
        Store.open(state, StoreSettings.defaults()).close();
        String database = "jdbc:duckdb:" + state.resolve("archive.duckdb");
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection(database)) {
            load(connection, Integer.parseInt(arguments[1]));
        }
    }

    private record Placed(long cell, SyntheticRow row) {}

    private static void load(DuckDBConnection connection, int rows) throws SQLException {
        var inOrder = IntStream.range(0, rows)
                .mapToObj(SyntheticRow::of)
                .map(row -> new Placed(Healpix.index(Healpix.FINEST_ORDER, row.raDeg(), row.decDeg()), row))
                .sorted(Comparator.comparingLong(Placed::cell))
                .iterator();
        try (DuckDBAppender appender = connection.createAppender("ivoa", "obscore")) {
            while (inOrder.hasNext()) {
                append(appender, inOrder.next());
            }
        }
    }

    private static void append(DuckDBAppender appender, Placed placed) throws SQLException {
        Map<ObsCoreColumn, Object> values = placed.row().values();
        appender.beginRow();
        for (ObsCoreColumn column : ObsCoreColumn.core()) {
            Object value = values.get(column);
            if (value == null) {
                appender.appendNull();
                continue;
            }
            switch (column.type()) {
                case TEXT, TIMESTAMP, REGION -> appender.append((String) value);
                case INTEGER -> appender.append((Integer) value);
                case BIGINT -> appender.append((Long) value);
                case DOUBLE -> appender.append((Double) value);
            }
        }
        UnitVector direction = placed.row().direction();
        appender.append(placed.cell());
        appender.append(direction.x());
        appender.append(direction.y());
        appender.append(direction.z());
        SkyCircle bounds =
                Region.parse((String) values.get(ObsCoreColumn.S_REGION)).boundingCircle();
        appender.append(bounds.centre().x());
        appender.append(bounds.centre().y());
        appender.append(bounds.centre().z());
        appender.append(bounds.radiusDeg());
        appender.endRow();
    }
}
