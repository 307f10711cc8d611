// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.Ledger;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// Findings that concern several files, or no file: made anew by every pass.
final class FolderFindings {

    /// Findings about what is no file.
    private static final List<String> PLACE_CODES = Stream.of(
                    HarvestFinding.LINK_LOOP,
                    HarvestFinding.DANGLING_LINK,
                    HarvestFinding.UNREADABLE_FOLDER,
                    HarvestFinding.SPECIAL_FILE)
            .map(HarvestFinding::id)
            .toList();

    /// Of all of them.
    static final List<String> CODES = Stream.concat(
                    PLACE_CODES.stream(),
                    Stream.of(HarvestFinding.DUPLICATE_DID.id(), HarvestFinding.UNREGISTERED_AUTHORITY.id()))
            .toList();

    private final Map<String, TreeSet<String>> declarers = new TreeMap<>();

    /// Notes which publisher DIDs are declared.
    void add(List<ProductRecord> products) {
        for (ProductRecord product : products) {
            product.declaredDid()
                    .ifPresent(did ->
                            declarers.computeIfAbsent(did, _ -> new TreeSet<>()).add(product.path()));
        }
    }

    /// To be called once all files are in the ledger.
    List<FindingRecord> of(Scope scope, Ledger ledger, EntryMaker.Collection collection) throws StoreException {
        List<FindingRecord> findings = new ArrayList<>(scope.findings());
        if (scope.paths().isPresent()) {
            findings.addAll(scope.findingsElsewhere(ledger.findingsOf(PLACE_CODES)));
            ledger.declarers().forEach((did, paths) -> declarers.put(did, new TreeSet<>(paths)));
        }
        findings.addAll(duplicateDids());
        if (collection.authority().equals(HarvestSettings.UNREGISTERED_AUTHORITY)) {
            findings.add(finding(
                    HarvestFinding.UNREGISTERED_AUTHORITY,
                    ".",
                    "publisher DIDs begin with " + collection.didPrefix() + ", which is registered by nobody"));
        }
        return findings;
    }

    private List<FindingRecord> duplicateDids() {
        List<FindingRecord> findings = new ArrayList<>();
        declarers.forEach((did, paths) -> {
            if (paths.size() > 1) {
                paths.forEach(path -> findings.add(finding(
                        HarvestFinding.DUPLICATE_DID,
                        path,
                        "the publisher DID " + did + " is declared by each of " + String.join(", ", paths))));
            }
        });
        return findings;
    }

    private static FindingRecord finding(HarvestFinding code, String path, String message) {
        return new FindingRecord(path, code.id(), code.severity(), path, message);
    }
}
