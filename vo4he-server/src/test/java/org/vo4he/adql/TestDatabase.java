// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.UnitVector;
import org.vo4he.store.RegionFunctions;

/// A DuckDB in memory with the tables of [TestCatalogue], for queries that are really run.
final class TestDatabase implements AutoCloseable {

    private final DuckDBConnection connection;

    TestDatabase() throws SQLException {
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        execute(TestCatalogue.DDL);
        RegionFunctions.register(connection);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Adds a row to `ivoa.obscore` with its index, the other columns NULL; the number becomes `obs_id`.
    void addPositions(List<UnitVector> positions) throws SQLException {
        execute(
                "CREATE OR REPLACE TABLE pos (id INTEGER, ra DOUBLE, dec DOUBLE, h BIGINT, x DOUBLE, y DOUBLE, z DOUBLE)");
        try (DuckDBAppender appender = connection.createAppender("main", "pos")) {
            for (int i = 0; i < positions.size(); i++) {
                double raDeg = positions.get(i).raDeg();
                double decDeg = positions.get(i).decDeg();
                UnitVector stored = UnitVector.of(raDeg, decDeg);
                appender.beginRow()
                        .append(i)
                        .append(raDeg)
                        .append(decDeg)
                        .append(Healpix.index(29, raDeg, decDeg))
                        .append(stored.x())
                        .append(stored.y())
                        .append(stored.z())
                        .endRow();
            }
        }
        execute("INSERT INTO ivoa.obscore (obs_id, s_ra, s_dec, healpix, x, y, z)"
                + " SELECT CAST(id AS VARCHAR), ra, dec, h, x, y, z FROM pos ORDER BY h");
        execute("INSERT INTO cat.sources (id, ra, dec, obs_id) SELECT id, ra, dec, CAST(id AS VARCHAR) FROM pos");
    }

    /// The rows of a query, each value as Java has it.
    List<List<Object>> rows(String adql) throws AdqlException, SQLException {
        PrintedSql printed =
                new DuckDbDialect().print(AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE), -1);
        return run(printed);
    }

    List<List<Object>> run(PrintedSql printed) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(printed.sql())) {
            for (int i = 0; i < printed.binds().size(); i++) {
                statement.setObject(i + 1, printed.binds().get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getObject(i));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /// The only value of a query of one row and column.
    Object value(String expression) throws AdqlException, SQLException {
        List<List<Object>> rows = rows("SELECT TOP 1 " + expression + " AS v FROM cat.sources");
        return rows.getFirst().getFirst();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
