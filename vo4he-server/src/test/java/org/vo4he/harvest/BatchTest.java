// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.product.Outcome;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FileStamp;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// What a harvest that is killed leaves behind. Closing a batch that was not finished drops what a kill would.
class BatchTest {

    @TempDir
    Path temporary;

    private final AtomicLong nanos = new AtomicLong();
    private Store store;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void fewFilesThatComeQuicklyAreWrittenTogetherAtTheEnd() throws Exception {
        Batch batch = batch();
        add(batch, "a.txt");
        add(batch, "b.txt");
        batch.close();

        assertThat(store.ledger().files()).isEmpty();
    }

    @Test
    void whatCameWithinASecondIsWrittenWithoutWaitingForMore() throws Exception {
        Batch batch = batch();
        add(batch, "a.txt");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        add(batch, "b.txt");
        add(batch, "c.txt");
        batch.close();

        assertThat(store.ledger().files()).extracting(FileRecord::path).containsExactly("a.txt", "b.txt");
    }

    @Test
    void aHarvestThatTookLongMayLoseATenthOfThat() throws Exception {
        Batch batch = batch();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        add(batch, "a.txt");
        batch.awaitWriter();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        add(batch, "b.txt");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        add(batch, "c.txt");
        add(batch, "d.txt");
        batch.close();

        assertThat(store.ledger().files()).extracting(FileRecord::path).containsExactly("a.txt", "b.txt", "c.txt");
    }

    @Test
    void filesThatOnlyLookOtherwiseAreWrittenWithinASecondToo() throws Exception {
        Batch batch = batch();
        batch.restamp(record("a.txt"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        batch.restamp(record("b.txt"));
        batch.close();

        assertThat(store.ledger().files()).hasSize(2);
    }

    private Batch batch() {
        return new Batch(store.ledger(), false, nanos::get);
    }

    private static void add(Batch batch, String path) throws StoreException {
        batch.change(Set.of(), List.of(FileRows.of(new FileEntry(record(path), List.of(), List.of()))), List.of());
    }

    private static FileRecord record(String path) {
        return new FileRecord(
                path,
                new FileStamp(10, 1, "ino=1"),
                Outcome.NOT_FITS.name(),
                "text/plain",
                Optional.empty(),
                "1",
                List.of(),
                List.of(),
                "hash");
    }
}
