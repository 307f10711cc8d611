// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.SeedForm;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;

/// A recipe of two steps that count and join, against what one reads in it by eye.
class PlannerTest {

    @TempDir
    private Path folder;

    private ProvenanceDocument recipe;
    private Planner planner;

    @BeforeEach
    void aRecipeOfTwoSteps() throws IOException {
        Path events = Files.writeString(folder.resolve("events.dat"), "photons");
        recipe = TwoSteps.recipe(events);
        planner = new Planner(
                new Programs(List.of(TwoSteps.COUNT, TwoSteps.JOIN), List.of()),
                new InputFolders(List.of(folder), Map.of(), KnownFiles.NONE));
    }

    private Planned planned(String address, String value) {
        return planner.plan(PlanRequest.again(recipe).withEdits(List.of(new Edit(address, value))));
    }

    private static Plan plan(Planned planned) {
        assertThat(planned).as(planned.findings().toString()).isInstanceOf(Plan.class);
        return (Plan) planned;
    }

    private static String codeAndPlace(Planned planned) {
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        List<Finding> errors = planned.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).hasSize(1);
        Finding finding = errors.getFirst();
        return finding.code().id() + " " + finding.where();
    }

    @Test
    void theLastStepIsWantedAndRunsAfterWhatItsInputsAreMadeBy() {
        Plan plan = plan(planned("radius", "20"));

        assertThat(plan.steps()).extracting(PlannedStep::name).containsExactly("count", "join");
        assertThat(plan.target().inputs()).containsEntry("counts", new PlannedInput.Made(0, "out"));
        assertThat(plan.steps().getFirst().values())
                .containsEntry("radius", "20")
                .containsEntry("out", "counts.dat");
        assertThat(plan.changes())
                .containsExactly(new Change(
                        new Address(0, 2, "radius", "radius of the circle"), Optional.of("10"), Optional.of("20")));
    }

    @Test
    void aTargetRunsOnlyWhatItNeeds() {
        Plan plan = plan(planner.plan(PlanRequest.again(recipe).withTarget(Optional.of("count"))));

        assertThat(plan.steps()).extracting(PlannedStep::number).containsExactly(0);
        assertThat(codeAndPlace(planner.plan(PlanRequest.again(recipe)
                        .withTarget(Optional.of("count"))
                        .withEdits(List.of(new Edit("1:2", "sum"))))))
                .isEqualTo("reprocess-not-run /edits/0/address");
        assertThat(codeAndPlace(planner.plan(PlanRequest.again(recipe).withTarget(Optional.of("fold")))))
                .isEqualTo("reprocess-target /target");
    }

    @ParameterizedTest
    @CsvSource({
        "0:2, 20, reprocess-none",
        "count:radius, 20, reprocess-none",
        "radius of the circle, 20, reprocess-none",
        "weight, 0.5, reprocess-none",
        "radius, wide, reprocess-type /edits/0/value",
        "radius, 500, reprocess-range /edits/0/value",
        "radius, 90, reprocess-range /edits/0/value",
        "how, product, reprocess-choice /edits/0/value",
        "radius, '', reprocess-type /edits/0/value",
        "seed, 7, reprocess-not-editable /edits/0/address",
        "salt, 7, reprocess-not-editable /edits/0/address",
        "events, other.dat, reprocess-not-editable /edits/0/address",
        "colour, red, reprocess-edit-address /edits/0/address",
        "5:1, red, reprocess-edit-address /edits/0/address",
        "comment, red, reprocess-edit-address /edits/0/address",
        "0:comment, gibberish, reprocess-not-understood /edits/0/value",
        "weight, 99, reprocess-not-understood /edits/0/value"
    })
    void anEditIsTakenOrRefusedWhereItStands(String address, String value, String expected) {
        Planned planned = planned(address, value);

        if (expected.equals("reprocess-none")) {
            assertThat(plan(planned).changes()).hasSize(1);
        } else {
            assertThat(codeAndPlace(planned)).isEqualTo(expected);
        }
    }

    @Test
    void anAmbiguousWordIsRefusedWithTheChoices() {
        assertThat(planned("comment", "x").findings().getFirst().message())
                .isEqualTo("'comment' could be any of 0:5 (comment), 1:3 (comment)");
        assertThat(planned("Salz", "x").findings().getFirst().message())
                .isEqualTo("no argument is called 'Salz'; those that may be edited are 0:2 (radius), 0:5 (comment),"
                        + " 0:3 (weight), 1:2 (how), 1:3 (comment)");
        assertThat(plan(planned("1:comment", "x")).changes()).hasSize(1);
    }

    @Test
    void twoEditsOfOneArgumentAreRefused() {
        Planned planned = planner.plan(
                PlanRequest.again(recipe).withEdits(List.of(new Edit("radius", "11"), new Edit("0:2", "12"))));

        assertThat(codeAndPlace(planned)).isEqualTo("reprocess-edit-twice /edits/1/address");
    }

    @Test
    void theSameEditTwiceIsOneTooManyAndSoAreMoreThanAThousand() {
        Edit edit = new Edit("radius", "11");

        assertThat(codeAndPlace(planner.plan(PlanRequest.again(recipe).withEdits(List.of(edit, edit)))))
                .isEqualTo("reprocess-edit-twice /edits/1/address");
        Planned many = planner.plan(PlanRequest.again(recipe).withEdits(Collections.nCopies(1001, edit)));
        assertThat(codeAndPlace(many)).isEqualTo("reprocess-edits /edits");
        assertThat(many.findings().getFirst().message()).isEqualTo("there are 1001 edits; at most 1000 are taken");
    }

    /// What a step has against what was recorded is located there, and its sentence tells no folder of this machine.
    @Test
    void whatAStepHasAgainstItsRecordedArgumentsIsLocatedAtTheArgument() throws Exception {
        String json = ProvenanceJson.write(recipe).replace("\"value\":\"bright\"", "\"value\":\"gibberish\"");
        recipe = ProvenanceJson.read(json).document();

        assertThat(codeAndPlace(planner.plan(PlanRequest.again(recipe))))
                .isEqualTo("reprocess-not-understood /steps/0/comment");
        assertThat(codeAndPlace(planned("radius", "20"))).isEqualTo("reprocess-not-understood /steps/0/comment");
        Planned heavy = planner.plan(
                PlanRequest.again(recipe).withEdits(List.of(new Edit("0:comment", ""), new Edit("weight", "99"))));
        assertThat(codeAndPlace(heavy)).isEqualTo("reprocess-not-understood /edits/1/value");
        assertThat(heavy.findings().getLast().message())
                .isEqualTo("0:3 (weight) is '99': events.dat is lighter than 99");
    }

    @Test
    void allThatAStepHasAgainstEditsIsToldEachAtItsEdit() {
        Planned planned = planner.plan(PlanRequest.again(recipe)
                .withEdits(List.of(
                        new Edit("0:comment", "gibberish"), new Edit("radius", "20"), new Edit("weight", "99"))));

        assertThat(planned.findings())
                .extracting(finding -> finding.where() + " " + finding.message())
                .containsExactly(
                        "/edits/0/value comment: nobody understands gibberish",
                        "/edits/2/value 0:3 (weight) is '99': events.dat is lighter than 99");
    }

    @Test
    void aValueOfTheWrongKindHidesNothingThatTheStepHasAgainstAnother() {
        Planned planned = planner.plan(PlanRequest.again(recipe)
                .withEdits(List.of(new Edit("weight", "heavy"), new Edit("0:comment", "gibberish"))));

        assertThat(planned.findings())
                .extracting(finding -> finding.code().id() + " " + finding.where())
                .contains("reprocess-type /edits/0/value", "reprocess-not-understood /edits/1/value");
        Planned needed = planner.plan(PlanRequest.again(recipe)
                .withEdits(List.of(new Edit("radius", "wide"), new Edit("0:comment", "gibberish"))));
        assertThat(needed.findings())
                .extracting(finding -> finding.code().id() + " " + finding.where())
                .contains("reprocess-type /edits/0/value", "reprocess-not-understood /edits/1/value");
    }

    @Test
    void whatMayBeLeftOutCanBeAddedAndTakenAway() {
        Plan added = plan(planned("weight", "0.5"));
        assertThat(added.steps().getFirst().values()).containsEntry("weight", "0.5");
        assertThat(added.changes().getFirst().was()).isEmpty();

        Plan taken = plan(planned("0:comment", ""));
        assertThat(taken.steps().getFirst().values()).doesNotContainKey("comment");
        assertThat(taken.changes().getFirst().is()).isEmpty();
    }

    /// The form of the slides has no names: addresses are places, and arguments are told by description or place.
    @Test
    void theSeedsFormIsEditedByPlace() throws Exception {
        recipe = ProvenanceJson.read(SeedForm.write(recipe).json()).document();

        Plan plan = plan(planned("0:2", "20"));

        assertThat(plan.steps().getFirst().values()).containsEntry("radius", "20");
        assertThat(plan.findings())
                .extracting(finding -> finding.code().id())
                .containsOnly("reprocess-input-unverified");
        assertThat(codeAndPlace(planned("0:4", "7"))).isEqualTo("reprocess-not-editable /edits/0/address");
    }

    @Test
    void aChangedInputIsRefusedByNameUnlessAccepted() throws IOException {
        Files.writeString(folder.resolve("events.dat"), "others!");

        Planned refused = planner.plan(PlanRequest.again(recipe));

        assertThat(codeAndPlace(refused)).isEqualTo("reprocess-input-changed /steps/0/events");
        assertThat(refused.findings().getFirst().message()).startsWith("events.dat has sha256:");
        assertThat(((Planned.Refused) refused).onlyInputs()).isTrue();
        Plan plan = plan(planner.plan(PlanRequest.again(recipe).acceptingChangedInputs()));
        assertThat(plan.findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("reprocess-input-accepted");
    }

    /// Tags are written behind the data: an input that was annotated since is the one that was used.
    @Test
    void anInputThatWasAnnotatedSinceIsStillTheSame() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS").column("TIME", "D", 1, 2);
        Path events = fits.write(folder.resolve("events.dat"));
        recipe = TwoSteps.recipe(events);
        assertThat(plan(planner.plan(PlanRequest.again(recipe))).findings()).isEmpty();

        long untagged = Files.size(events);
        VoTags.write(events, events, ObsCoreRow.builder().build(), WriteOptions.DEFAULT);

        assertThat(Files.size(events)).isGreaterThan(untagged);
        assertThat(plan(planner.plan(PlanRequest.again(recipe))).findings()).isEmpty();
    }

    @Test
    void aMissingInputIsRefusedByName() throws IOException {
        Files.delete(folder.resolve("events.dat"));

        Planned refused = planner.plan(PlanRequest.again(recipe));

        assertThat(codeAndPlace(refused)).isEqualTo("reprocess-input-missing /steps/0/events");
        assertThat(refused.findings().getFirst().message()).contains("'events.dat'");
    }

    @Test
    void anUnknownProgramIsRefused() {
        Planner without = new Planner(
                new Programs(List.of(TwoSteps.COUNT), List.of()),
                new InputFolders(List.of(folder), Map.of(), KnownFiles.NONE));

        assertThat(codeAndPlace(without.plan(PlanRequest.again(recipe))))
                .isEqualTo("reprocess-program-unknown /steps/1");
        assertThat(without.offer(recipe, Optional.empty())).isEmpty();
        assertThat(without.offer(recipe, Optional.of("count"))).isPresent();
    }

    @Test
    void aRecipeWithoutStepsIsRefused() {
        assertThat(codeAndPlace(planner.plan(PlanRequest.again(ProvenanceDocument.EMPTY))))
                .isEqualTo("reprocess-no-steps /provenance");
    }

    @Test
    void theHashIsOfWhatDecidesTheContentAndNotOfWhereItLies() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("a/b"));
        String hash = plan(planned("radius", "20")).hash();
        Files.move(folder.resolve("events.dat"), elsewhere.resolve("events.dat"));
        Planner other = new Planner(
                new Programs(List.of(TwoSteps.COUNT, TwoSteps.JOIN), List.of()),
                new InputFolders(List.of(elsewhere), Map.of(), KnownFiles.NONE));

        assertThat(plan(other.plan(PlanRequest.again(recipe).withEdits(List.of(new Edit("0:2", "20")))))
                        .hash())
                .isEqualTo(hash)
                .startsWith("sha256:");
        assertThat(plan(other.plan(PlanRequest.again(recipe))).hash()).isNotEqualTo(hash);
        Files.writeString(elsewhere.resolve("events.dat"), "others!");
        assertThat(plan(other.plan(PlanRequest.again(recipe)
                                .withEdits(List.of(new Edit("0:2", "20")))
                                .acceptingChangedInputs()))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void theHashIsOfNumbersAndNotOfTheirSpelling() {
        String hash = plan(planned("radius", "20")).hash();

        assertThat(plan(planned("radius", "20.0")).hash()).isEqualTo(hash);
        assertThat(plan(planned("radius", "+2e1")).hash()).isEqualTo(hash);
        assertThat(plan(planned("radius", "20.01")).hash()).isNotEqualTo(hash);
        assertThat(plan(planned("radius", "20.0")).steps().getFirst().values()).containsEntry("radius", "20.0");
        assertThat(plan(planned("0:comment", "20")).hash())
                .isNotEqualTo(plan(planned("0:comment", "20.0")).hash());
    }

    @Test
    void theOfferHasWhatMayBeEditedWithItsRange() {
        Offer offer = planner.offer(recipe, Optional.empty()).orElseThrow();

        assertThat(offer.arguments())
                .extracting(each -> each.address().exact() + " "
                        + each.parameter().name() + " " + each.value().orElse("-"))
                .containsExactly(
                        "0:2 radius 10", "0:5 comment bright", "0:3 weight -", "1:2 how sum", "1:3 comment dim");
        assertThat(offer.arguments().getFirst().parameter().maximum()).contains("100");
    }
}
