// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.store.FileEntry.ProductEntry;

/// [SkyOrder], through the ledger: the order of the rows as DuckDB keeps them (`rowid`).
class SkyOrderTest {

    private static final Origin ORIGIN = new Origin.Minted("test");

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    @Test
    void aLongTailIsMergedAndAShortOneStays() throws StoreException {
        try (Store store = Store.open(folder.resolve("state"), StoreSettings.defaults())) {
            write(store, 0, 6_000);
            assertThat(outOfOrder(store)).isPositive();

            store.ledger().settle();
            assertThat(outOfOrder(store)).isZero();
            assertThat(count(store, "SELECT count(*) FROM ivoa.obscore")).isEqualTo(6_000);
            assertThat(count(store, """
                    SELECT count(*) FROM information_schema.columns
                    WHERE table_schema = 'ivoa' AND table_name = 'obscore' AND is_nullable = 'NO'""")).isEqualTo(4);

            write(store, 6_000, 100);
            store.ledger().settle();
            assertThat(count(store, "SELECT count(*) FROM ivoa.obscore")).isEqualTo(6_100);
            assertThat(outOfOrder(store)).as("a tail of 100 rows is left alone").isPositive();
        }
    }

    /// More rows than DuckDB keeps to itself until a transaction ends.
    @Test
    void noRowIsLostWhenALargeTableIsMerged() throws StoreException {
        try (Store store = Store.open(folder.resolve("state"), StoreSettings.defaults())) {
            for (int batch = 0; batch < 7; batch++) {
                write(store, batch * 20_000, 20_000);
            }
            store.ledger().settle();
            assertThat(count(store, "SELECT count(DISTINCT obs_id) FROM ivoa.obscore"))
                    .isEqualTo(140_000);
            assertThat(outOfOrder(store)).isZero();
        }
        try (Store store = Store.open(folder.resolve("state"), StoreSettings.defaults())) {
            assertThat(count(store, "SELECT count(DISTINCT obs_id) FROM ivoa.obscore"))
                    .isEqualTo(140_000);
        }
    }

    @Test
    void aReaderThatBeganBeforeTheMergeReadsOnUndisturbed() throws StoreException {
        try (Store store = Store.open(folder.resolve("state"), StoreSettings.defaults())) {
            write(store, 0, 6_000);
            try (QueryRun run = store.query(
                    "SELECT obs_id FROM ivoa.obscore", List.of(), new QueryLimits(Duration.ofSeconds(20), ""))) {
                run.next();
                store.ledger().settle();
                int rows = 1;
                while (run.next()) {
                    rows++;
                }
                assertThat(rows).isEqualTo(6_000);
            }
        }
    }

    private static long outOfOrder(Store store) throws StoreException {
        return count(store, """
                SELECT count(*) FROM (
                    SELECT healpix < lag(healpix) OVER (ORDER BY rowid) AS falls FROM ivoa.obscore)
                WHERE falls""");
    }

    private static long count(Store store, String sql) throws StoreException {
        try (QueryRun run = store.query(sql, List.of(), new QueryLimits(Duration.ofSeconds(20), ""))) {
            run.next();
            return (Long) run.get(0);
        }
    }

    private void write(Store store, int first, int count) throws StoreException {
        List<FileRows> files = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            files.add(FileRows.of(file(i)));
        }
        store.ledger().write(new LedgerChange(Set.of(), files, List.of(), List.of()));
    }

    private FileEntry file(int number) {
        String path = "file-" + number;
        ObsCoreRow row = ObsCoreRow.builder()
                .set(ObsCoreColumn.CALIB_LEVEL, 2, ORIGIN)
                .set(ObsCoreColumn.OBS_ID, path, ORIGIN)
                .set(ObsCoreColumn.OBS_COLLECTION, "test", ORIGIN)
                .set(ObsCoreColumn.OBS_PUBLISHER_DID, "ivo://test/c?" + path, ORIGIN)
                .set(ObsCoreColumn.S_RA, 360 * random.nextDouble(), ORIGIN)
                .set(ObsCoreColumn.S_DEC, Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), ORIGIN)
                .build();
        ProductRecord product = new ProductRecord(
                "ivo://test/c?" + path,
                path,
                path,
                0,
                "PRIMARY",
                "PRODUCT",
                true,
                "test",
                1,
                "application/fits",
                Optional.empty(),
                Optional.empty(),
                false);
        return new FileEntry(
                new FileRecord(
                        path,
                        new FileStamp(1, 2, ""),
                        "PUBLISHED",
                        "application/fits",
                        Optional.empty(),
                        "test",
                        List.of(),
                        List.of(),
                        "hash"),
                List.of(new ProductEntry(product, row, Map.of(), Map.of(), Optional.empty(), List.of())),
                List.of());
    }
}
