// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.reprocess.Recipe.RecipeStep;

/// Makes plans from provenance and edits, or says what speaks against it: with places, as JSON pointers into what was
/// asked. Runs nothing, writes nothing, and is safe on any thread.
public final class Planner {

    private static final int MOST_EDITS = 1000;

    private final Steps steps;
    private final InputResolver resolver;
    private final Calibrations calibrations;
    private final InputSums sums = new InputSums();

    /// @param steps what can be run here
    /// @param resolver which files may be read
    /// @param calibrations how files say by what they were calibrated
    public Planner(Steps steps, InputResolver resolver, Calibrations calibrations) {
        this.steps = steps;
        this.resolver = resolver;
        this.calibrations = calibrations;
    }

    /// The same that looks at no calibration.
    public Planner(Steps steps, InputResolver resolver) {
        this(steps, resolver, Calibrations.NONE);
    }

    /// Reads the inputs, for their checksums.
    public Planned plan(PlanRequest request) {
        if (request.edits().size() > MOST_EDITS) {
            return new Planned.Refused(List.of(new Finding(
                    ReprocessFinding.EDITS,
                    "/edits",
                    "there are " + request.edits().size() + " edits; at most " + MOST_EDITS + " are taken")));
        }
        Recipe recipe = new Recipe(request.recipe(), steps);
        List<Finding> findings = new ArrayList<>();
        OptionalInt target = target(recipe, request, findings);
        if (target.isEmpty()) {
            return new Planned.Refused(findings);
        }
        Set<Integer> needed = recipe.needed(target.getAsInt());
        EditedValues edited = EditedValues.of(request.edits(), recipe, needed);
        findings.addAll(edited.findings());
        InputSearch search = new InputSearch(
                resolver,
                sums,
                calibrations,
                new CalibrationCheck(CalibrationInput.of(request.recipe())),
                request.acceptChangedInputs());
        ListSearch lists = new ListSearch(
                search,
                Stream.of(
                                request.parent(),
                                request.recipe().productDid(),
                                request.recipe().parentDid())
                        .flatMap(Optional::stream)
                        .toList());
        List<PlannedStep> planned = new ArrayList<>();
        for (int number : needed) {
            RecipeStep step = recipe.steps().get(number);
            if (step.runnable().isEmpty()) {
                findings.add(unknown(step));
            } else {
                StepPlanning planning = new StepPlanning(recipe, step, edited, search, lists);
                planned.add(planning.plan());
                findings.addAll(planning.findings());
            }
        }
        boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return refused
                ? new Planned.Refused(findings)
                : new Plan(
                        planned,
                        request.parent().or(() -> request.recipe().productDid()).filter(did -> !did.isBlank()),
                        edited.changes(),
                        findings);
    }

    /// What may be changed of a product's making; empty when it can't be made again here, as a program of it is not
    /// known. Reads no input: whether they are there is known when it is planned.
    ///
    /// @param target the step whose outputs are wanted, by number or name; the last without it
    public Optional<Offer> offer(ProvenanceDocument document, Optional<String> target) {
        Recipe recipe = new Recipe(document, steps);
        OptionalInt number = recipe.target(target);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        List<RecipeStep> needed = recipe.needed(number.getAsInt()).stream()
                .map(recipe.steps()::get)
                .toList();
        if (needed.stream().anyMatch(step -> step.runnable().isEmpty())) {
            return Optional.empty();
        }
        List<Offer.Editable> editable =
                needed.stream().flatMap(Planner::editable).toList();
        return Optional.of(new Offer(number.getAsInt(), recipe.titles().get(number.getAsInt()), editable));
    }

    /// The names of all arguments of the steps that would run, also of those that are not offered.
    public Stream<String> names(ProvenanceDocument document, Optional<String> target) {
        Recipe recipe = new Recipe(document, steps);
        OptionalInt number = recipe.target(target);
        return number.isEmpty()
                ? Stream.empty()
                : recipe.needed(number.getAsInt()).stream()
                        .map(recipe.steps()::get)
                        .filter(step -> step.runnable().isPresent())
                        .flatMap(step -> step.slots().stream())
                        .map(Slot::name);
    }

    /// It is said which of the outputs they have to do with, where that is not all.
    private static Stream<Offer.Editable> editable(RecipeStep step) {
        Set<String> made = step.made();
        return step.offered()
                .map(slot -> new Offer.Editable(slot.address(), slot.merged().among(made), slot.shown()));
    }

    private static OptionalInt target(Recipe recipe, PlanRequest request, List<Finding> findings) {
        if (recipe.steps().isEmpty()) {
            findings.add(new Finding(
                    ReprocessFinding.NO_STEPS,
                    "/provenance",
                    "the provenance tells of no step that could be run again"));
            return OptionalInt.empty();
        }
        OptionalInt target = recipe.target(request.target());
        if (target.isEmpty()) {
            findings.add(new Finding(
                    ReprocessFinding.TARGET,
                    "/target",
                    "no step is called '%s'; there are %s"
                            .formatted(
                                    Shown.text(request.target().orElse("")),
                                    Shown.text(String.join(", ", recipe.titles())))));
        }
        return target;
    }

    private Finding unknown(RecipeStep step) {
        return new Finding(
                ReprocessFinding.PROGRAM_UNKNOWN,
                "/steps/" + step.number(),
                "nothing here runs '%s'; there are %s"
                        .formatted(
                                Shown.text(step.recorded().title()), String.join(", ", new TreeSet<>(steps.names()))));
    }
}
