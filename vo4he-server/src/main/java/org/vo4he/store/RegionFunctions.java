// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.INTEGER;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiFunction;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.vo4he.sphere.Healpix;

/// The exact tests of regions and the HEALPix index, as functions of DuckDB; SQL narrows the rows by a bounding
/// circle before it calls them where it can. What they answer is written in [org.vo4he.sphere.RegionFunctions].
public final class RegionFunctions {

    private RegionFunctions() {}

    /// Makes the functions known to the database of a connection.
    public static void register(Connection connection) throws SQLException {
        register(connection, "vo4he_region_contains", BOOLEAN, RegionFunctions::contains, VARCHAR, DOUBLE, DOUBLE);
        register(
                connection,
                "vo4he_regions_intersect",
                BOOLEAN,
                (in, row) -> org.vo4he.sphere.RegionFunctions.intersect(text(in, 0, row), text(in, 1, row)),
                VARCHAR,
                VARCHAR);
        register(
                connection,
                "vo4he_region_within",
                BOOLEAN,
                (in, row) -> org.vo4he.sphere.RegionFunctions.within(text(in, 0, row), text(in, 1, row)),
                VARCHAR,
                VARCHAR);
        register(
                connection,
                "vo4he_region_area",
                DOUBLE,
                (in, row) -> org.vo4he.sphere.RegionFunctions.areaDeg2(text(in, 0, row)),
                VARCHAR);
        register(
                connection,
                "vo4he_region_centroid",
                VARCHAR,
                (in, row) -> org.vo4he.sphere.RegionFunctions.centroid(text(in, 0, row)),
                VARCHAR);
        register(connection, "vo4he_healpix_index", BIGINT, RegionFunctions::healpixIndex, INTEGER, DOUBLE, DOUBLE);
    }

    private static void register(
            Connection connection,
            String name,
            DuckDBColumnType result,
            BiFunction<DuckDBDataChunkReader, Long, Object> rowByRow,
            DuckDBColumnType... parameters)
            throws SQLException {
        DuckDBFunctions.scalarFunction()
                .withName(name)
                .withParameters(parameters)
                .withReturnType(result)
                .withVectorizedFunction((input, output) -> {
                    for (long row = 0; row < input.rowCount(); row++) {
                        write(rowByRow.apply(input, row), output, row);
                    }
                })
                .register(connection);
    }

    private static void write(Object answer, DuckDBWritableVector output, long row) {
        switch (answer) {
            case null -> output.setNull(row);
            case Boolean truth -> output.setBoolean(row, truth);
            case Double number -> output.setDouble(row, number);
            case Long index -> output.setLong(row, index);
            default -> output.setString(row, answer.toString());
        }
    }

    private static Boolean contains(DuckDBDataChunkReader in, long row) {
        return org.vo4he.sphere.RegionFunctions.contains(text(in, 0, row), number(in, 1, row), number(in, 2, row));
    }

    /// NULL for an order or a position that does not exist.
    private static Long healpixIndex(DuckDBDataChunkReader in, long row) {
        Double raDeg = number(in, 1, row);
        Double decDeg = number(in, 2, row);
        if (in.vector(0).isNull(row) || raDeg == null || decDeg == null) {
            return null;
        }
        int order = in.vector(0).getInt(row);
        boolean exists =
                order >= 0 && order <= Healpix.FINEST_ORDER && Double.isFinite(raDeg) && Math.abs(decDeg) <= 90;
        return exists ? Healpix.index(order, raDeg, decDeg) : null;
    }

    private static String text(DuckDBDataChunkReader in, int parameter, long row) {
        DuckDBReadableVector vector = in.vector(parameter);
        return vector.isNull(row) ? null : vector.getString(row);
    }

    private static Double number(DuckDBDataChunkReader in, int parameter, long row) {
        DuckDBReadableVector vector = in.vector(parameter);
        return vector.isNull(row) ? null : vector.getDouble(row);
    }
}
