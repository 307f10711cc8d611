// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Product;
import org.vo4he.product.Reference;
import org.vo4he.store.FileRecord.Lookup;

/// What header or provenance name that is not in the folder, or there several times: one finding for each name.
final class UnresolvedReferences {

    private static final Set<String> CALIBRATION = Set.of("HDU index", "BACKFILE", "CORRFILE", "RESPFILE", "ANCRFILE");

    private UnresolvedReferences() {}

    static List<Finding> of(Described described, FileDescription description) {
        List<Finding> findings = new ArrayList<>();
        for (Product product : description.products()) {
            for (Reference reference : product.references()) {
                if (reference.isWanted()) {
                    Lookup lookup = described.siblings().lookup(reference.name());
                    if (lookup.path().isEmpty()) {
                        String where = described.file().file().getFileName() + " " + product.hduName() + " "
                                + reference.namedBy();
                        findings.add(finding(where, reference, lookup));
                    }
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static Finding finding(String where, Reference reference, Lookup lookup) {
        String name = "'" + lookup.name() + "' ";
        if (!lookup.candidates().isEmpty()) {
            return new Finding(
                    HarvestFinding.REFERENCE_AMBIGUOUS,
                    where,
                    name + "may be any of " + String.join(", ", lookup.candidates()));
        }
        boolean calibrates = CALIBRATION.contains(reference.namedBy());
        return new Finding(
                calibrates ? HarvestFinding.REFERENCE_MISSING : HarvestFinding.INPUT_MISSING,
                where,
                name + "is not in the folder");
    }
}
