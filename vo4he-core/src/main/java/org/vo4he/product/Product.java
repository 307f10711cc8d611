// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.RecordedInference;

/// One product of a file: its main HDU, or a peer of it.
///
/// @param hduIndex 0 for the primary HDU
/// @param hduName EXTNAME, or what stands for it
/// @param row every column except those of the publisher, which the harvester adds
/// @param references in the order of the header, no name twice under one keyword
/// @param carried the content of the VO-TAGS column `provenance`
/// @param observed the steps that other pipelines left in headers; empty where the product's own provenance has steps
/// @param nativeValues the file's own words behind converted values, such as TIMESYS, TSTART, TIMEREF; and DATASUM of
/// the
///     HDU, by which provenance may know it
/// @param calibration by what it was calibrated: versions, indices and files that the headers tell
/// @param declared the publisher's columns as the file's tags declare them
/// @param inference what to record when the row is written into the file, so that it need not be inferred again;
///     empty when it depends on more than the file
public record Product(
        int hduIndex,
        String hduName,
        ProductRole role,
        ObsCoreRow row,
        List<Reference> references,
        Optional<CarriedProvenance> carried,
        List<ProvenanceStep> observed,
        Map<String, String> nativeValues,
        List<CalibrationInput> calibration,
        Map<ObsCoreColumn, String> declared,
        Optional<RecordedInference> inference) {

    public Product {
        Objects.requireNonNull(hduName);
        Objects.requireNonNull(role);
        Objects.requireNonNull(row);
        references = List.copyOf(references);
        Objects.requireNonNull(carried);
        observed = List.copyOf(observed);
        nativeValues = Collections.unmodifiableMap(new LinkedHashMap<>(nativeValues));
        calibration = List.copyOf(calibration);
        declared = declared.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(declared));
        Objects.requireNonNull(inference);
    }

    /// The file's own words, by keyword: those behind converted values and those about its calibration.
    public Map<String, String> fileWords() {
        Map<String, String> words = new LinkedHashMap<>(nativeValues);
        calibration.forEach(input -> words.merge(input.keyword(), input.value(), (one, other) -> one + ", " + other));
        return words;
    }

    /// What to record when another row is written in place of this one: nothing if that lacks a value of this.
    public Optional<RecordedInference> inferenceBeside(ObsCoreRow written) {
        return row.isCoveredBy(written) ? inference : Optional.empty();
    }

    /// How it was made: its own provenance, with what was observed in place of steps that it has none of, and with the
    /// calibration that its headers state where that is not recorded. Unreadable
    /// provenance is told as it is.
    public Optional<CarriedProvenance> making() {
        return Making.of(carried, observed, calibration);
    }
}
