// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.GatheredRows;
import org.vo4he.store.Ledger;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// Gathers changes and writes some thousands at a time, or what came within a second, and later within a tenth of the
/// time that the harvest took until then: each transaction costs a sync to disk, and what is not written yet is lost
/// with the process. While one batch is written, by a thread of its own, the next is gathered.
final class Batch implements AutoCloseable {

    private static final int FILES = 2_000;
    private static final long LONG_NANOS = 1_000_000_000;
    private static final int PART = 10;

    private final Ledger ledger;
    private final boolean dryRun;
    private final LongSupplier nanos;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vo4he-write").daemon().factory());
    private final Set<String> forget = new HashSet<>();
    private final List<FileRows> files = new ArrayList<>();
    private final List<ProductRecord> tombstones = new ArrayList<>();
    private final List<FileRecord> restamped = new ArrayList<>();
    private GatheredRows gathered;
    private boolean wrote;
    private final long startNanos;
    private long begunNanos;

    /// What went wrong with the batch that was written last, or null.
    private CompletableFuture<Throwable> writing = CompletableFuture.completedFuture(null);

    Batch(Ledger ledger, boolean dryRun) {
        this(ledger, dryRun, System::nanoTime);
    }

    /// @param nanos the time, from any beginning
    Batch(Ledger ledger, boolean dryRun, LongSupplier nanos) {
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.nanos = nanos;
        this.gathered = ledger.gather();
        this.startNanos = nanos.getAsLong();
        this.begunNanos = startNanos;
    }

    /// One file's change, which is written with all its parts in one transaction.
    void change(Set<String> forgotten, List<FileRows> written, List<ProductRecord> withdrawn) throws StoreException {
        if (dryRun) {
            return;
        }
        forget.addAll(forgotten);
        for (FileRows file : written) {
            files.add(gathered.add(file, forgotten.isEmpty()));
        }
        tombstones.addAll(withdrawn);
        writeIfFull();
    }

    void restamp(FileRecord file) throws StoreException {
        if (!dryRun) {
            restamped.add(file);
            writeIfFull();
        }
    }

    private void writeIfFull() throws StoreException {
        boolean many = Math.max(files.size() + restamped.size(), forget.size()) >= FILES || gathered.isMuch();
        if (many || isLate() && writing.isDone()) {
            write();
        }
    }

    private boolean isLate() {
        long now = nanos.getAsLong();
        return now - begunNanos >= Math.max(LONG_NANOS, (begunNanos - startNanos) / PART);
    }

    private void write() throws StoreException {
        awaitWriter();
        if (forget.isEmpty() && files.isEmpty() && tombstones.isEmpty() && restamped.isEmpty()) {
            return;
        }
        LedgerChange change = new LedgerChange(forget, files, tombstones, restamped);
        GatheredRows rows = gathered;
        writing = CompletableFuture.supplyAsync(() -> write(change, rows), writer);
        wrote = true;
        gathered = ledger.gather();
        begunNanos = nanos.getAsLong();
        forget.clear();
        files.clear();
        tombstones.clear();
        restamped.clear();
    }

    private Throwable write(LedgerChange change, GatheredRows rows) {
        try (rows) {
            ledger.write(change, rows);
            return null;
        } catch (StoreException | RuntimeException | Error failure) {
            return failure;
        }
    }

    /// Returns when what was to be written is.
    void awaitWriter() throws StoreException {
        switch (writing.join()) {
            case null -> {}
            case StoreException refused -> throw refused;
            case Throwable broken -> throw new IllegalStateException("writing to the store failed", broken);
        }
    }

    /// Returns when everything is in the store.
    void finish() throws StoreException {
        write();
        awaitWriter();
    }

    /// Whether anything went to the store.
    boolean wrote() {
        return wrote;
    }

    /// Drops what is not being written yet, and returns when that is.
    @Override
    public void close() throws StoreException {
        writing.join();
        writer.shutdown();
        gathered.close();
    }
}
