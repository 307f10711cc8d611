// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.observed.ObservedProvenance;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;

/// How a product was made: what its tags record, else what others left in its headers.
final class Making {

    /// The key under which steps have their arguments: without it there is no step to read.
    private static final String ARGUMENTS = "\"args\"";

    private Making() {}

    /// The observed steps of a product whose tags record none.
    static List<ProvenanceStep> observed(FitsFile fits, Hdu hdu, Optional<CarriedProvenance> carried) {
        return hasSteps(carried) ? List.of() : ObservedProvenance.of(fits, hdu);
    }

    /// Steps without calibration get what the headers say of it.
    static Optional<CarriedProvenance> of(
            Optional<CarriedProvenance> carried, List<ProvenanceStep> observed, List<CalibrationInput> calibration) {
        if (observed.isEmpty() && (calibration.isEmpty() || !hasSteps(carried))) {
            return carried;
        }
        Optional<ProvenanceDocument> recorded =
                carried.map(CarriedProvenance::document).orElse(Optional.of(ProvenanceDocument.EMPTY));
        if (recorded.isEmpty()) {
            return carried;
        }
        ProvenanceDocument completed = completed(recorded.get(), observed, calibration);
        return completed == recorded.get() ? carried : Optional.of(CarriedProvenance.of(completed));
    }

    private static ProvenanceDocument completed(
            ProvenanceDocument recorded, List<ProvenanceStep> observed, List<CalibrationInput> calibration) {
        ProvenanceDocument stepped = observed.isEmpty() ? recorded : recorded.withSteps(observed);
        return stepped.calibration().isEmpty()
                ? stepped.withCalibration(CalibrationInput.gathered(calibration))
                : stepped;
    }

    private static boolean hasSteps(Optional<CarriedProvenance> carried) {
        return carried.filter(recording -> recording.json().contains(ARGUMENTS)).isPresent();
    }
}
