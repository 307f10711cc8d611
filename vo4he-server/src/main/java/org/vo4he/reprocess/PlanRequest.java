// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.provenance.ProvenanceDocument;

/// What somebody wants made again.
///
/// @param recipe how it was made
/// @param parent publisher DID of the product that the recipe is of; without it, the one that the recipe tells
/// @param target the step whose outputs are wanted, by number or name; the last without it
/// @param acceptChangedInputs whether an input that has another checksum or calibration than recorded is taken all the
///     same
public record PlanRequest(
        ProvenanceDocument recipe,
        Optional<String> parent,
        Optional<String> target,
        List<Edit> edits,
        boolean acceptChangedInputs) {

    public PlanRequest {
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(target);
        edits = List.copyOf(edits);
    }

    /// The same product once more.
    public static PlanRequest again(ProvenanceDocument recipe) {
        return new PlanRequest(recipe, Optional.empty(), Optional.empty(), List.of(), false);
    }

    public PlanRequest withParent(Optional<String> did) {
        return new PlanRequest(recipe, did, target, edits, acceptChangedInputs);
    }

    public PlanRequest withTarget(Optional<String> step) {
        return new PlanRequest(recipe, parent, step, edits, acceptChangedInputs);
    }

    public PlanRequest withEdits(List<Edit> newEdits) {
        return new PlanRequest(recipe, parent, target, newEdits, acceptChangedInputs);
    }

    public PlanRequest acceptingChangedInputs() {
        return new PlanRequest(recipe, parent, target, edits, true);
    }
}
