// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Optional;

/// Provenance as a product carries it: the text and what it says, so that nobody has to read it again.
///
/// @param json the text as it is
/// @param document what it says; empty where it can't be read
public record CarriedProvenance(String json, Optional<ProvenanceDocument> document) {

    /// Reads a text.
    public static CarriedProvenance read(String json) {
        try {
            return new CarriedProvenance(
                    json, Optional.of(ProvenanceJson.read(json).document()));
        } catch (ProvenanceFormatException _) {
            return new CarriedProvenance(json, Optional.empty());
        }
    }

    /// Writes a document.
    public static CarriedProvenance of(ProvenanceDocument document) {
        return new CarriedProvenance(ProvenanceJson.write(document), Optional.of(document));
    }
}
