// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What inference said of a product, beyond the values themselves, when they were written into it (superset key
/// `inference`). As long as nothing that inference looked at has changed, nobody need infer again.
///
/// @param mapper version of the inference
/// @param file name of the product's file then
/// @param headers fingerprint of all its headers but that of VO-TAGS
/// @param seal CRC-32 of all values written beside this, in 8 hexadecimal digits: an edit of any of them breaks it
/// @param absent why a column has no value, by column name
/// @param findings in the order in which they were found
public record RecordedInference(
        int mapper, String file, String headers, String seal, Map<String, String> absent, List<Remark> findings) {

    /// A finding as it is recorded.
    ///
    /// @param code its stable id
    /// @param where without the name of the file
    public record Remark(String code, String where, String message) {}

    public RecordedInference {
        absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
        findings = List.copyOf(findings);
    }

    /// The same beside other values.
    public RecordedInference sealed(String newSeal) {
        return new RecordedInference(mapper, file, headers, newSeal, absent, findings);
    }
}
