// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.vo4he.store.QueryLimits;
import org.vo4he.store.QueryRun;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// What a store holds, as text to compare.
final class Rows {

    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(30), "http://base:1");

    private Rows() {}

    /// Each row with `|` between its values.
    static List<String> of(Store store, String sql) throws StoreException {
        List<String> rows = new ArrayList<>();
        try (QueryRun run = store.query(sql, List.of(), LIMITS)) {
            while (run.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int column = 0; column < run.columnCount(); column++) {
                    row.add(String.valueOf(run.get(column)));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /// Everything a harvest writes but the stamps of the files.
    static List<String> all(Store store) throws StoreException {
        List<String> rows = new ArrayList<>();
        rows.addAll(of(store, "SELECT * FROM ivoa.obscore ORDER BY obs_publisher_did"));
        rows.addAll(of(store, "SELECT * FROM ivoa.obscore_hea ORDER BY obs_publisher_did"));
        rows.addAll(of(store, "SELECT * FROM vo4he.products ORDER BY obs_publisher_did"));
        rows.addAll(of(store, "SELECT * FROM vo4he.details ORDER BY did"));
        rows.addAll(of(store, "SELECT * FROM vo4he.links ORDER BY ALL"));
        rows.addAll(of(store, "SELECT * FROM vo4he.observations ORDER BY ALL"));
        rows.addAll(of(store, "SELECT * FROM vo4he.neighbours ORDER BY name"));
        rows.addAll(of(store, "SELECT * FROM vo4he.prov_entities ORDER BY ALL"));
        rows.addAll(of(store, "SELECT * FROM vo4he.prov_used ORDER BY ALL"));
        rows.addAll(of(store, "SELECT * FROM vo4he.prov_generations ORDER BY ALL"));
        rows.addAll(of(store, "SELECT * FROM vo4he.findings ORDER BY ALL"));
        rows.addAll(of(
                store,
                "SELECT path, size, outcome, media_type, fingerprint, described_by, content_hash"
                        + " FROM vo4he.files ORDER BY path"));
        return rows;
    }
}
