// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;

/// Finds the inputs of one plan, and says whether they are those that were used.
///
/// @param calibration of the product that is made again
/// @param acceptChanged whether others are taken all the same
record InputSearch(
        InputResolver resolver,
        InputSums sums,
        Calibrations calibrations,
        CalibrationCheck calibration,
        boolean acceptChanged) {

    /// @param file empty when it can't be had
    /// @param findings what speaks against it, and what should be known
    record Answer(Optional<PlannedInput.Stored> file, List<Finding> findings) {

        private static Answer missing(String place, String sentence) {
            return new Answer(Optional.empty(), List.of(new Finding(ReprocessFinding.INPUT_MISSING, place, sentence)));
        }
    }

    /// @param place JSON pointer of the input
    /// @param chosen whether an edit names it: it need not be what was used
    Answer find(DataFile wanted, String place, boolean chosen) {
        return switch (resolver.resolve(wanted)) {
            case InputResolver.Resolution.Missing(String why) ->
                Answer.missing(place, "the input '%s' is not here: %s".formatted(Shown.text(name(wanted)), why));
            case InputResolver.Resolution.Found found -> checked(found, wanted, place, chosen);
        };
    }

    /// Where the file of a product lies.
    Optional<Path> folder(String did) {
        DataFile product = new DataFile(
                "",
                false,
                "",
                "",
                Optional.empty(),
                Optional.of(did),
                Optional.empty(),
                OptionalLong.empty(),
                OtherKeys.NONE);
        return resolver.resolve(product) instanceof InputResolver.Resolution.Found found
                ? Optional.of(found.file().getParent())
                : Optional.empty();
    }

    private static String name(DataFile wanted) {
        return wanted.fileName().isEmpty() ? wanted.did().orElse("") : wanted.fileName();
    }

    private Answer checked(InputResolver.Resolution.Found found, DataFile wanted, String place, boolean chosen) {
        try {
            FileLook look = FileLook.of(found.file());
            InputCheck check = InputCheck.of(found.file(), wanted, place, sums);
            List<Finding> findings = new ArrayList<>();
            check.finding().map(this::accepted).ifPresent(findings::add);
            if (!check.proven() && !chosen) {
                findings.addAll(calibration.ofInput(found.file(), calibrations.of(found.file()), place, acceptChanged));
            }
            FileIdentity identity =
                    new FileIdentity(found.did(), Optional.of(check.sha256()), OptionalLong.of(look.sizeBytes()));
            return new Answer(Optional.of(new PlannedInput.Stored(found.file(), identity, wanted, look)), findings);
        } catch (IOException e) {
            return Answer.missing(
                    place,
                    "the input %s can't be read: %s"
                            .formatted(found.file().getFileName(), Shown.text(String.valueOf(e.getMessage()))));
        }
    }

    private Finding accepted(Finding finding) {
        return acceptChanged && finding.code() == ReprocessFinding.INPUT_CHANGED
                ? new Finding(ReprocessFinding.INPUT_ACCEPTED, finding.where(), finding.message())
                : finding;
    }
}
