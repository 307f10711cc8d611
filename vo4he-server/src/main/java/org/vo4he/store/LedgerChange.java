// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one transaction of a harvest does: first forgets, then writes.
///
/// @param forget paths whose rows go from every table, tombstones too
/// @param files written anew
/// @param tombstones products whose file, or HDU, is gone
/// @param restamped files whose rows stay, seen with another time, size or program
public record LedgerChange(
        Set<String> forget, List<FileRows> files, List<ProductRecord> tombstones, List<FileRecord> restamped) {

    public LedgerChange {
        forget = Set.copyOf(forget);
        files = List.copyOf(files);
        tombstones = List.copyOf(tombstones);
        restamped = List.copyOf(restamped);
    }

    /// Of every file whose rows go or come.
    Set<String> paths() {
        Set<String> paths = new HashSet<>(forget);
        files.forEach(file -> paths.add(file.file().path()));
        tombstones.forEach(product -> paths.add(product.path()));
        return paths;
    }

    /// The same, but the rows of its files are among these now.
    LedgerChange gatheredIn(GatheredRows rows) throws StoreException {
        List<FileRows> without = new ArrayList<>(files.size());
        for (FileRows file : files) {
            without.add(rows.add(file, forget.isEmpty()));
        }
        return new LedgerChange(forget, without, tombstones, restamped);
    }

    /// Restamped files only, or nothing at all.
    boolean changesNothingPublished() {
        return forget.isEmpty() && files.isEmpty() && tombstones.isEmpty();
    }
}
