// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.UnitVector;

/// The exact tests of regions, as functions of DuckDB; SQL narrows the rows by a bounding circle before it calls them.
/// A text that is no region, or a position off the sphere, gives NULL.
final class RegionFunctions {

    private RegionFunctions() {}

    static void register(Connection connection) throws SQLException {
        DuckDBFunctions.scalarFunction()
                .withName("vo4he_region_contains")
                .withParameters(DuckDBColumnType.VARCHAR, DuckDBColumnType.DOUBLE, DuckDBColumnType.DOUBLE)
                .withReturnType(DuckDBColumnType.BOOLEAN)
                .withVectorizedFunction(RegionFunctions::contains)
                .register(connection);
        DuckDBFunctions.scalarFunction()
                .withName("vo4he_regions_intersect")
                .withParameters(DuckDBColumnType.VARCHAR, DuckDBColumnType.VARCHAR)
                .withReturnType(DuckDBColumnType.BOOLEAN)
                .withVectorizedFunction(RegionFunctions::intersect)
                .register(connection);
    }

    private static void contains(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        DuckDBReadableVector regions = input.vector(0);
        DuckDBReadableVector longitudes = input.vector(1);
        DuckDBReadableVector latitudes = input.vector(2);
        Parsed parsed = new Parsed();
        for (long row = 0; row < input.rowCount(); row++) {
            Optional<Region> region = parsed.region(regions, row);
            Optional<UnitVector> position = position(longitudes, latitudes, row);
            if (region.isPresent() && position.isPresent()) {
                output.setBoolean(row, region.get().contains(position.get()));
            } else {
                output.setNull(row);
            }
        }
    }

    private static void intersect(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        DuckDBReadableVector left = input.vector(0);
        DuckDBReadableVector right = input.vector(1);
        Parsed parsed = new Parsed();
        for (long row = 0; row < input.rowCount(); row++) {
            Optional<Region> one = parsed.region(left, row);
            Optional<Region> other = parsed.region(right, row);
            if (one.isPresent() && other.isPresent()) {
                output.setBoolean(row, one.get().intersects(other.get()));
            } else {
                output.setNull(row);
            }
        }
    }

    private static Optional<UnitVector> position(DuckDBReadableVector ra, DuckDBReadableVector dec, long row) {
        if (ra.isNull(row) || dec.isNull(row)) {
            return Optional.empty();
        }
        double latitude = dec.getDouble(row);
        return Double.isFinite(ra.getDouble(row)) && Math.abs(latitude) <= 90
                ? Optional.of(UnitVector.of(ra.getDouble(row), latitude))
                : Optional.empty();
    }

    /// Regions of one chunk: most often one constant, or few.
    private static final class Parsed {

        private final Map<String, Optional<Region>> byText = new HashMap<>();

        Optional<Region> region(DuckDBReadableVector texts, long row) {
            return texts.isNull(row) ? Optional.empty() : byText.computeIfAbsent(texts.getString(row), Parsed::parse);
        }

        private static Optional<Region> parse(String text) {
            try {
                return Optional.of(Region.parse(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
