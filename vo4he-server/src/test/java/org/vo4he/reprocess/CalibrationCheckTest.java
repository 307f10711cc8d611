// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;

/// A product that was calibrated with 4.8.0, and files that say 4.9.1.
class CalibrationCheckTest {

    private static final List<CalibrationInput> THEN = List.of(
            new CalibrationInput("CALDBVER", "4.8.0", "version"),
            new CalibrationInput("CALFILE", "gain.fits", "file"),
            new CalibrationInput("GAINFILE", "told by the product alone", "file"));
    private static final List<CalibrationInput> NOW = List.of(
            new CalibrationInput("CALDBVER", "4.9.1", "version"), new CalibrationInput("CALFILE", "gain.fits", "file"));

    @TempDir
    private Path folder;

    private Path events;
    private Planner planner;

    @BeforeEach
    void aFileThatSaysAnotherVersion() throws Exception {
        events = Files.writeString(folder.resolve("events.dat"), "photons");
        planner = new Planner(
                new Programs(List.of(TwoSteps.COUNT, TwoSteps.JOIN), List.of()),
                new InputFolders(List.of(folder), Map.of(), KnownFiles.NONE),
                _ -> NOW);
    }

    private ProvenanceDocument recipe() throws Exception {
        return TwoSteps.recipe(events).withCalibration(THEN);
    }

    private ProvenanceDocument unproven() throws Exception {
        String json = ProvenanceJson.write(recipe()).replaceAll("\"checksum\":\"sha256:[0-9a-f]*\",?", "");
        return ProvenanceJson.read(json).document();
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream().map(Object::toString).toList();
    }

    @Test
    void anInputWithAnotherCalibrationIsRefusedUnlessAccepted() throws Exception {
        Planned planned = planner.plan(PlanRequest.again(unproven()));

        assertThat(planned).isInstanceOf(Planned.Refused.class);
        assertThat(((Planned.Refused) planned).onlyInputs()).isTrue();
        assertThat(told(planned.findings()))
                .contains("error reprocess-calibration-changed /steps/0/events: "
                        + "CALDBVER was 4.8.0, and is 4.9.1 in events.dat")
                .noneMatch(text -> text.contains("gain.fits") || text.contains("GAINFILE"));

        Planned accepted = planner.plan(PlanRequest.again(unproven()).acceptingChangedInputs());
        assertThat(accepted).isInstanceOf(Plan.class);
        assertThat(told(accepted.findings()))
                .contains("warning reprocess-calibration-moved /steps/0/events: "
                        + "CALDBVER was 4.8.0, and is 4.9.1 in events.dat");
    }

    /// A spectrum may have been made with a newer database than its events: the same events are the same events.
    @Test
    void anInputThatIsTheOneThatWasUsedMaySayWhatItSaid() throws Exception {
        assertThat(planner.plan(PlanRequest.again(recipe())).findings()).isEmpty();
    }

    @Test
    void whatWasMadeAgainIsToldByItsKeywords() {
        assertThat(told(new CalibrationCheck(THEN).ofRemade(Path.of("src.pha"), NOW)))
                .containsExactly(
                        "warning reprocess-calibration-moved src.pha, CALDBVER: "
                                + "CALDBVER was 4.8.0, and is 4.9.1 when made again",
                        "warning reprocess-calibration-moved src.pha, GAINFILE: "
                                + "GAINFILE was told by the product alone, and is not told when made again");
    }
}
