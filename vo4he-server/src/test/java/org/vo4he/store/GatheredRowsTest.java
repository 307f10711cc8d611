// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Severity;

/// [GatheredRows]: rows are in the store with their change, and not before.
class GatheredRowsTest {

    /// More than a DuckDB appender keeps before it writes by itself.
    private static final int MANY = 300_000;

    @TempDir
    private Path folder;

    @Test
    void whatIsGatheredAndNotWrittenIsDropped() throws StoreException {
        try (Store store = open()) {
            try (GatheredRows gathered = store.ledger().gather()) {
                gathered.add(FileRows.of(file("a.fits", 3)), true);
            }
            assertThat(store.ledger().files()).isEmpty();
            assertThat(store.ledger().findings()).isEmpty();
        }
        try (Store store = open()) {
            assertThat(store.ledger().files()).isEmpty();
        }
    }

    @Test
    void rowsOfAFileWithVeryManyComeWithItsChangeAndNotBefore() throws StoreException {
        try (Store store = open();
                GatheredRows gathered = store.ledger().gather()) {
            FileRows rows = gathered.add(FileRows.of(file("a.fits", MANY)), true);
            assertThat(store.products().findingCounts()).isEmpty();
            assertThat(gathered.isMuch()).isTrue();

            store.ledger().write(new LedgerChange(Set.of(), List.of(rows), List.of(), List.of()), gathered);
            assertThat(store.products().findingCounts()).containsEntry("WARNING", (long) MANY);
        }
    }

    private Store open() throws StoreException {
        return Store.open(folder.resolve("state"), StoreSettings.defaults());
    }

    private static FileEntry file(String path, int findings) {
        FindingRecord finding = new FindingRecord(path, "fits-odd", Severity.WARNING, path, "a".repeat(120));
        return new FileEntry(
                new FileRecord(
                        path,
                        new FileStamp(1, 2, ""),
                        "NOT_FITS",
                        "application/octet-stream",
                        Optional.empty(),
                        "test",
                        List.of(),
                        List.of(),
                        "hash"),
                List.of(),
                Collections.nCopies(findings, finding));
    }
}
