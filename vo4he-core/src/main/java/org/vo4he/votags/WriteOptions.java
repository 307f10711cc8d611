// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.Optional;
import org.vo4he.provenance.ProvenanceDocument;

/// How VO-TAGS are written.
///
/// @param durable whether to return only when everything is on the disk; without it a crash of this process
///     harms nothing, a crash of the machine may leave a torn tail that the next command removes
/// @param provenance instead of what the file carries; empty keeps that
public record WriteOptions(boolean durable, Optional<ProvenanceDocument> provenance) {

    public static final WriteOptions DEFAULT = new WriteOptions(false, Optional.empty());
}
