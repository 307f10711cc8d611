// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.reprocess.Remake.Choice;

/// What may be changed in recorded steps, and by which name a request gives it.
class RemakeTest {

    private static final StepDefinition CUT = new StepDefinition(
            "cut",
            "1",
            "photons to a spectrum",
            List.of(
                    Parameter.input("events", "the event list"),
                    Parameter.value("radius", ParameterType.REAL, "radius of the region")
                            .withUnit("arcsec")
                            .withRange("0.5", "600"),
                    Parameter.value("energy", ParameterType.TEXT, "energies").optional(),
                    Parameter.value("seed", ParameterType.INTEGER, "of the random numbers")
                            .fixed(),
                    Parameter.value("id", ParameterType.TEXT, "the name of the run"),
                    Parameter.output("spectrum", "the spectrum")));

    private static final Map<String, String> VALUES =
            Map.of("events", "e.fits", "radius", "20", "seed", "7", "id", "a", "spectrum", "s.pha");

    private static Step step(StepDefinition definition) {
        return new Step() {
            @Override
            public StepDefinition definition() {
                return definition;
            }

            @Override
            public void run(Arguments arguments, Workspace workspace, StepListener listener) {
                throw new AssertionError("nothing is run for an offer");
            }
        };
    }

    private static Planner planner(StepDefinition definition) {
        return new Planner(
                new Programs(List.of(step(definition)), List.of()),
                new InputFolders(List.of(), Map.of(), KnownFiles.NONE));
    }

    private static Optional<Remake> remake(ProvenanceStep... steps) {
        return Remake.of(ProvenanceJson.write(new ProvenanceDocument(List.of(steps))), planner(CUT));
    }

    private static ProvenanceStep recorded(StepDefinition definition) {
        return recorded(definition, Map.of());
    }

    private static ProvenanceStep recorded(StepDefinition definition, Map<String, String> others) {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.putAll(others);
        return StepRecord.of(Arguments.of(definition, values), StepRecord.BUILT_IN, Map.of());
    }

    @Test
    void whatMayBeChangedIsOpenWithItsValueAndTheRestIsFixed() {
        assertThat(remake(recorded(CUT)).orElseThrow().stages()).singleElement().satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("cut");
            assertThat(stage.open())
                    .extracting(choice -> choice.parameter().name() + "=" + choice.value())
                    .containsExactly("radius=20", "id=a", "energy=");
            assertThat(stage.fixed())
                    .extracting(fixed -> fixed.label() + "=" + fixed.value())
                    .containsExactly("events=e.fits", "seed=7", "spectrum=s.pha");
        });
    }

    /// What a program was given may be a file of the machine where it ran: no stranger's business, and unchanged when
    /// it comes back as it was shown.
    @ParameterizedTest
    @CsvSource({
        "/home/ann/my data/mask.reg, mask.reg",
        "C:\\ann\\mask.reg, mask.reg",
        "file:/data/mask.reg, mask.reg",
        "'/a/b.reg,/a/c.reg', 'b.reg,c.reg'",
        "~/mask.reg[2], mask.reg[2]",
        "masks/mask.reg, masks/mask.reg",
        "energy/2, energy/2"
    })
    void ofAPathTheNameIsShownWhichMeansTheSameWhenItIsSentBack(String recorded, String shown) throws Exception {
        ProvenanceDocument recipe = new ProvenanceDocument(List.of(recorded(CUT, Map.of("id", recorded))));

        assertThat(Remake.of(recipe, planner(CUT)).orElseThrow().open())
                .filteredOn(choice -> choice.parameter().name().equals("id"))
                .extracting(Choice::value)
                .containsExactly(shown);
        Recipe ofPlanner = new Recipe(recipe, new Programs(List.of(step(CUT)), List.of()));
        EditedValues sent = EditedValues.of(List.of(new Edit("id", shown)), ofPlanner, Set.of(0));
        assertThat(sent.changes()).isEmpty();
        assertThat(sent.findings()).isEmpty();
        Slot id = ofPlanner.steps().getFirst().slots().stream()
                .filter(slot -> slot.name().equals("id"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.value(id)).contains(recorded);
    }

    @Test
    void anArgumentWhoseNameARequestHasForItselfIsAddressedByItsPlace() {
        assertThat(remake(recorded(CUT)).orElseThrow().open())
                .extracting(Choice::address)
                .containsExactly("radius", "0:5", "energy");
    }

    @Test
    void anArgumentOfTheSeedsFormIsAddressedByItsPlace() {
        ProvenanceStep seed = new ProvenanceStep(List.of(
                new Argument.Input(0, new DataFile("", false, "/bin", "cut")),
                new Argument.Parameter(2, "how far", true, "20")));

        assertThat(remake(seed).orElseThrow().open().getFirst())
                .extracting(Choice::address, choice -> choice.parameter().name(), Choice::value)
                .containsExactly("0:2", "radius", "20");
    }

    @Test
    void whatAnotherPipelineMadeAndWhatCantBeReadIsNotOffered() {
        assertThat(remake(recorded(new StepDefinition("mission", "1", "", CUT.parameters()))))
                .isEmpty();
        assertThat(remake()).isEmpty();
        assertThat(Remake.of("no JSON", planner(CUT))).isEmpty();
    }
}
