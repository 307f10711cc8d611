// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.Ledger;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// What earlier harvests left in the store, seen beside the folder of now.
final class Known {

    private final Map<String, FoundFile> folder;
    private final TreeMap<String, FileRecord> files = new TreeMap<>();
    private final Map<String, List<ProductRecord>> products = new HashMap<>();
    private final Map<String, List<FindingRecord>> findings = new HashMap<>();
    private final Map<String, TreeSet<String>> gone = new HashMap<>();
    private final Set<String> dids = new HashSet<>();

    private Known(Map<String, FoundFile> folder) {
        this.folder = folder;
    }

    static Known read(Ledger ledger, Map<String, FoundFile> folder) throws StoreException {
        Known known = new Known(folder);
        ledger.files().forEach(file -> known.files.put(file.path(), file));
        ledger.products().forEach(known::add);
        ledger.findings()
                .forEach(finding -> known.findings
                        .computeIfAbsent(finding.path(), _ -> new ArrayList<>(2))
                        .add(finding));
        return known;
    }

    private void add(ProductRecord product) {
        products.computeIfAbsent(product.path(), _ -> new ArrayList<>(1)).add(product);
        dids.add(product.did());
        if (!folder.containsKey(product.path())) {
            product.fingerprint()
                    .ifPresent(fingerprint -> gone.computeIfAbsent(fingerprint, _ -> new TreeSet<>())
                            .add(product.path()));
        }
    }

    Optional<FileRecord> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// The products of a path, withdrawn ones too.
    List<ProductRecord> products(String path) {
        return products.getOrDefault(path, List.of());
    }

    List<FindingRecord> findings(String path) {
        return findings.getOrDefault(path, List.of());
    }

    /// Paths that had a file, and have none now.
    List<String> vanished() {
        return files.keySet().stream().filter(path -> !folder.containsKey(path)).toList();
    }

    /// A path that is gone and held the same content; each is given once.
    Optional<String> takeGone(String fingerprint) {
        return Optional.ofNullable(gone.get(fingerprint)).map(TreeSet::pollFirst);
    }

    /// Every DID ever given, also those of this harvest.
    Set<String> dids() {
        return dids;
    }

    /// Whether a file need not be read: it looks as it did, so do the files its rows used, its names lead where they
    /// led, and it would be described by the same rules and program.
    boolean isCurrent(FoundFile file, FolderSiblings siblings, String describedBy) {
        return file(file.path())
                .filter(record -> record.stamp().equals(file.stamp()))
                .filter(record -> record.describedBy().equals(describedBy))
                .filter(record -> record.consulted().stream().allMatch(this::isAsConsulted))
                .filter(record -> record.lookups().stream()
                        .allMatch(lookup ->
                                siblings.find(file.path(), lookup.name()).equals(lookup.path())))
                .isPresent();
    }

    private boolean isAsConsulted(FileRecord.Consulted consulted) {
        FoundFile now = folder.get(consulted.path());
        return now != null && now.stamp().equals(consulted.stamp());
    }
}
