// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.observed.ObservedProvenance;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;

/// How a product was made: what its tags record, else what others left in its headers.
final class Making {

    /// The key under which steps have their arguments: without it there is no step to read.
    private static final String ARGUMENTS = "\"args\"";

    private Making() {}

    /// The observed steps of a product whose tags record none.
    static List<ProvenanceStep> observed(FitsFile fits, Hdu hdu, Optional<String> provenanceJson) {
        return hasSteps(provenanceJson) ? List.of() : ObservedProvenance.of(fits, hdu);
    }

    /// Steps without calibration get what the headers say of it.
    static Optional<String> of(
            Optional<String> provenanceJson, List<ProvenanceStep> observed, List<CalibrationInput> calibration) {
        if (observed.isEmpty() && (calibration.isEmpty() || !hasSteps(provenanceJson))) {
            return provenanceJson;
        }
        try {
            ProvenanceDocument recorded = provenanceJson.isPresent()
                    ? ProvenanceJson.read(provenanceJson.get()).document()
                    : ProvenanceDocument.EMPTY;
            ProvenanceDocument stepped = observed.isEmpty() ? recorded : recorded.withSteps(observed);
            if (observed.isEmpty() && !recorded.calibration().isEmpty()) {
                return provenanceJson;
            }
            return Optional.of(ProvenanceJson.write(
                    stepped.calibration().isEmpty()
                            ? stepped.withCalibration(CalibrationInput.gathered(calibration))
                            : stepped));
        } catch (ProvenanceFormatException _) {
            return provenanceJson;
        }
    }

    private static boolean hasSteps(Optional<String> provenanceJson) {
        return provenanceJson.filter(json -> json.contains(ARGUMENTS)).isPresent();
    }
}
