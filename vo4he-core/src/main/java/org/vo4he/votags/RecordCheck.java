// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.List;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.provenance.ProductRecords;

/// Whether the records of model and band that the keywords refer to are in the JSON.
record RecordCheck(ProductRecords records, String where, List<Finding> findings) {

    /// @param model null when there is none
    /// @param band null when there is none
    void check(Object model, Object band) {
        check(ObsCoreColumn.FLUX_MODEL, model, "models", records.models().keySet());
        check(ObsCoreColumn.ENERGY_BAND, band, "bands", records.bands().keySet());
    }

    private void check(ObsCoreColumn column, Object reference, String key, Set<String> known) {
        if (reference != null && !known.contains(reference.toString())) {
            String keyword = VoTagsKeyword.of(column).name();
            findings.add(new Finding(
                    VoTagsFinding.DANGLING_REFERENCE,
                    where + " " + keyword,
                    keyword + " = '" + reference + "' is none of the records of '" + key + "'"
                            + (known.isEmpty() ? ", of which there are none" : ": " + String.join(", ", known))));
        }
    }
}
