// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.vo4he.obscore.ObsCoreColumn;

/// How much of what is in the store: for an operator's monitoring.
///
/// The keys come from small closed sets, whatever files say of themselves.
///
/// @param productsByType rows of `ivoa.obscore`; `other` for words that ObsCore 1.1 lacks, `none` where it is NULL
/// @param filesByOutcome in lower case
/// @param findingsBySeverity in lower case
/// @param databaseBytes what the database holds in memory, by whether it is in `memory` or spilled to `disk`
public record StoreCounts(
        Map<String, Long> productsByType,
        Map<String, Long> filesByOutcome,
        Map<String, Long> findingsBySeverity,
        Map<String, Long> databaseBytes) {

    public StoreCounts {
        productsByType = Map.copyOf(productsByType);
        filesByOutcome = Map.copyOf(filesByOutcome);
        findingsBySeverity = Map.copyOf(findingsBySeverity);
        databaseBytes = Map.copyOf(databaseBytes);
    }

    static StoreCounts read(DuckDBConnection own) throws SQLException {
        Map<String, Long> types = new TreeMap<>();
        grouped(own, "SELECT coalesce(dataproduct_type, 'none'), count(*) FROM ivoa.obscore GROUP BY 1")
                .forEach((type, count) -> types.merge(known(type), count, Long::sum));
        return new StoreCounts(
                types,
                grouped(own, "SELECT lower(outcome), count(*) FROM vo4he.files GROUP BY 1"),
                grouped(own, "SELECT lower(severity), count(*) FROM vo4he.findings GROUP BY 1"),
                grouped(own, """
                        SELECT 'memory', coalesce(sum(memory_usage_bytes), 0)::BIGINT FROM duckdb_memory()
                        UNION ALL
                        SELECT 'disk', coalesce(sum(temporary_storage_bytes), 0)::BIGINT FROM duckdb_memory()"""));
    }

    private static String known(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return word.equals("none") || ObsCoreColumn.DATAPRODUCT_TYPE.allowed().contains(word) ? word : "other";
    }

    private static Map<String, Long> grouped(Connection connection, String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Sql.list(connection, row -> counts.put(row.getString(1), row.getLong(2)), sql);
        return counts;
    }
}
