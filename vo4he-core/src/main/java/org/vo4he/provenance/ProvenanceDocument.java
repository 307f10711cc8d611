// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a product says about its making: the steps of the pipeline run that made it (the seed's "last
/// step" list), and in our superset its identifiers and the origin of each published value.
///
/// @param productDid identifier of the product itself (superset key `product_did`)
/// @param parentDid the product it was remade from (superset key `parent_did`)
/// @param origins of published values by column name (superset)
/// @param inference what inference said besides (superset)
public record ProvenanceDocument(
        List<ProvenanceStep> steps,
        Optional<String> productDid,
        Optional<String> parentDid,
        Map<String, RecordedOrigin> origins,
        Optional<RecordedInference> inference,
        OtherKeys others) {

    /// Nothing is known.
    public static final ProvenanceDocument EMPTY = new ProvenanceDocument(List.of());

    public ProvenanceDocument {
        steps = List.copyOf(steps);
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /// A document with the seed's content only.
    public ProvenanceDocument(List<ProvenanceStep> steps) {
        this(steps, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), OtherKeys.NONE);
    }

    /// The same with these origins, and this inference, instead of those recorded so far.
    public ProvenanceDocument with(Map<String, RecordedOrigin> newOrigins, Optional<RecordedInference> newInference) {
        return new ProvenanceDocument(steps, productDid, parentDid, newOrigins, newInference, others);
    }

    /// The same with these calibration inputs (superset key `calibration`) instead of those recorded so far; none
    /// changes nothing.
    public ProvenanceDocument withCalibration(List<CalibrationInput> inputs) {
        if (inputs.isEmpty()) {
            return this;
        }
        Map<String, String> keys = new LinkedHashMap<>(others.json());
        keys.put(CalibrationInput.KEY, CalibrationInput.json(inputs));
        return new ProvenanceDocument(steps, productDid, parentDid, origins, inference, new OtherKeys(keys));
    }

    /// By what the product was calibrated (superset key `calibration`).
    public List<CalibrationInput> calibration() {
        return CalibrationInput.read(others);
    }

    /// The same with other keys of others.
    ProvenanceDocument withOthers(OtherKeys newOthers) {
        return new ProvenanceDocument(steps, productDid, parentDid, origins, inference, newOthers);
    }

    /// The same with these steps instead.
    public ProvenanceDocument withSteps(List<ProvenanceStep> newSteps) {
        return new ProvenanceDocument(newSteps, productDid, parentDid, origins, inference, others);
    }
}
