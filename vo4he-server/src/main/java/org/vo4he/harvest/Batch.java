// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.Ledger;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// Gathers changes and writes some hundreds at a time: one transaction each costs a sync to disk.
final class Batch {

    private static final int FILES = 2_000;

    private final Ledger ledger;
    private final boolean dryRun;
    private final Set<String> forget = new HashSet<>();
    private final List<FileRows> files = new ArrayList<>();
    private final List<ProductRecord> tombstones = new ArrayList<>();
    private final List<FileRecord> restamped = new ArrayList<>();
    private boolean wrote;

    Batch(Ledger ledger, boolean dryRun) {
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    /// One file's change, which is written with all its parts in one transaction.
    void change(Set<String> forgotten, List<FileRows> written, List<ProductRecord> withdrawn) throws StoreException {
        forget.addAll(forgotten);
        files.addAll(written);
        tombstones.addAll(withdrawn);
        writeIfFull();
    }

    void restamp(FileRecord file) throws StoreException {
        restamped.add(file);
        writeIfFull();
    }

    private void writeIfFull() throws StoreException {
        if (Math.max(files.size() + restamped.size(), forget.size()) >= FILES) {
            write();
        }
    }

    void write() throws StoreException {
        boolean anything = !(forget.isEmpty() && files.isEmpty() && tombstones.isEmpty() && restamped.isEmpty());
        if (anything && !dryRun) {
            ledger.write(new LedgerChange(forget, files, tombstones, restamped));
            wrote = true;
        }
        forget.clear();
        files.clear();
        tombstones.clear();
        restamped.clear();
    }

    /// Whether anything went to the store.
    boolean wrote() {
        return wrote;
    }
}
