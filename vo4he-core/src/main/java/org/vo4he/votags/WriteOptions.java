// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.Optional;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.RecordedInference;

/// How VO-TAGS are written.
///
/// @param durable whether to return only when everything is on the disk; without it a crash of this process
///     harms nothing, a crash of the machine may leave a torn tail that the next command removes
/// @param provenance instead of what the file carries; empty keeps that
/// @param inference what inference said of the product beyond the values, so that it need not be run again as long as
///     nothing changes; empty records nothing
public record WriteOptions(
        boolean durable, Optional<ProvenanceDocument> provenance, Optional<RecordedInference> inference) {

    public static final WriteOptions DEFAULT = new WriteOptions(false, Optional.empty(), Optional.empty());

    /// The same with another inference.
    public WriteOptions with(Optional<RecordedInference> newInference) {
        return new WriteOptions(durable, provenance, newInference);
    }
}
