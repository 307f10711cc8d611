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

/// What calibration a header names that is not in the folder, or there several times. Other names, of inputs that lie
/// elsewhere as a rule, are no defect.
final class UnresolvedReferences {

    private static final Set<String> CALIBRATION = Set.of("BACKFILE", "CORRFILE", "RESPFILE", "ANCRFILE");

    private UnresolvedReferences() {}

    static List<Finding> of(Described described, FileDescription description) {
        List<Finding> findings = new ArrayList<>();
        for (Product product : description.products()) {
            for (Reference reference : product.references()) {
                if (CALIBRATION.contains(reference.keyword())) {
                    Lookup lookup = described.siblings().lookup(reference.name());
                    if (lookup.path().isEmpty()) {
                        String where = described.file().file().getFileName() + " " + product.hduName() + " "
                                + reference.keyword();
                        findings.add(finding(where, lookup));
                    }
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static Finding finding(String where, Lookup lookup) {
        return lookup.candidates().isEmpty()
                ? new Finding(HarvestFinding.REFERENCE_MISSING, where, "'" + lookup.name() + "' is not in the folder")
                : new Finding(
                        HarvestFinding.REFERENCE_AMBIGUOUS,
                        where,
                        "'" + lookup.name() + "' may be any of " + String.join(", ", lookup.candidates()));
    }
}
