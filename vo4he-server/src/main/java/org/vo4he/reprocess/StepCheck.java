// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Recipe.RecipeStep;

/// What a step itself has against its arguments, located where they were asked for: at the edit, else at the argument
/// of the recorded step.
///
/// @param inputs as far as they were found
record StepCheck(RecipeStep step, EditedValues edited, Map<String, PlannedInput> inputs) {

    /// Arguments that are taken back, one at a time, to find out which is to blame; and most things that are told.
    private static final int MOST_TRIED = 20;

    /// A sentence against arguments.
    ///
    /// @param ofInputs whether it was said with the files in sight: all texts were understood
    private record Refusal(StepException said, boolean ofInputs) {}

    /// Everything: after each, what is to blame for it is taken back, and the step is asked again.
    List<Finding> findings(Arguments arguments) {
        List<Finding> findings = new ArrayList<>();
        Set<Slot> blamed = new HashSet<>();
        Optional<Arguments> asked = Optional.of(arguments);
        try {
            while (asked.isPresent() && findings.size() < MOST_TRIED) {
                Optional<Refusal> refusal = refusal(asked.get());
                if (refusal.isEmpty()) {
                    break;
                }
                Optional<Slot> slot = blamed(refusal.get(), asked.get());
                if (slot.isPresent() && !blamed.add(slot.get())) {
                    break;
                }
                findings.add(finding(refusal.get().said(), slot, asked.get()));
                Arguments now = asked.get();
                asked = slot.flatMap(each -> without(each, now));
            }
        } catch (IOException e) {
            findings.add(new Finding(
                    ReprocessFinding.INPUT_MISSING, whole(), "an input can't be read: " + told(String.valueOf(e))));
        }
        return findings;
    }

    /// A sentence that does not say of which argument it is, is told with its address and its value.
    private Finding finding(StepException said, Optional<Slot> blamed, Arguments asked) {
        String place = blamed.map(this::place)
                .orElse(said.argument().map(name -> whole() + "/" + name).orElse(whole()));
        String by = blamed.filter(_ -> said.argument().isEmpty())
                .map(slot -> "%s is '%s': "
                        .formatted(
                                slot.address(),
                                Shown.text(asked.text(slot.name()).orElse(""))))
                .orElse("");
        return new Finding(ReprocessFinding.NOT_UNDERSTOOD, place, by + told(said.getMessage()));
    }

    private Optional<Refusal> refusal(Arguments arguments) throws IOException {
        Step runnable = step.runnable().orElseThrow();
        boolean ofInputs = false;
        try {
            runnable.check(arguments);
            Optional<Arguments> here = here(arguments);
            if (here.isPresent()) {
                ofInputs = true;
                runnable.checkInputs(here.get());
            }
            return Optional.empty();
        } catch (StepException e) {
            return Optional.of(new Refusal(e, ofInputs));
        }
    }

    /// With the files themselves, if all are there: none is one that an earlier step has yet to make.
    private Optional<Arguments> here(Arguments arguments) {
        Map<String, String> values = new LinkedHashMap<>(arguments.values());
        for (Parameter input : arguments.definition().of(Role.INPUT)) {
            if (values.containsKey(input.name())) {
                if (!(inputs.get(input.name()) instanceof PlannedInput.Stored stored)) {
                    return Optional.empty();
                }
                values.put(input.name(), stored.file().toString());
            }
        }
        return Optional.of(Arguments.of(arguments.definition(), values));
    }

    /// The argument that the step names; else the one edited without which nothing would speak against it, or without
    /// which it would say something else; else the one that was not edited without which nothing would.
    private Optional<Slot> blamed(Refusal refusal, Arguments arguments) throws IOException {
        Optional<String> named = refusal.said().argument();
        if (named.isPresent()) {
            return step.slots().stream()
                    .filter(slot -> slot.name().equals(named.get()))
                    .findFirst();
        }
        Optional<Slot> found = found(arguments, true, Optional::isEmpty);
        if (found.isEmpty()) {
            found = found(arguments, true, after -> isAnother(refusal, after));
        }
        return found.isPresent() ? found : found(arguments, false, Optional::isEmpty);
    }

    private Optional<Slot> found(Arguments arguments, boolean ofEdited, Predicate<Optional<Refusal>> mended)
            throws IOException {
        List<Slot> tried = step.slots().stream()
                .filter(slot -> slot.is(Role.PARAMETER) && edited.isEdited(slot) == ofEdited)
                .limit(MOST_TRIED)
                .toList();
        for (Slot slot : tried) {
            Optional<Arguments> without = without(slot, arguments);
            if (without.isPresent() && mended.test(refusal(without.get()))) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    /// What is not understood for want of an argument tells nothing of it.
    private static boolean isAnother(Refusal before, Optional<Refusal> after) {
        return after.filter(Refusal::ofInputs)
                .filter(refusal ->
                        !refusal.said().getMessage().equals(before.said().getMessage()))
                .isPresent();
    }

    /// With what was recorded instead of what is edited, without what was not; empty when that could not be asked.
    private Optional<Arguments> without(Slot slot, Arguments arguments) {
        Map<String, String> values = new LinkedHashMap<>(arguments.values());
        Optional<String> asked = Optional.ofNullable(values.remove(slot.name()));
        if (edited.isEdited(slot)) {
            slot.value()
                    .filter(value -> !asked.equals(Optional.of(value)))
                    .ifPresent(value -> values.put(slot.name(), value));
        }
        return arguments.definition().check(values, "").isEmpty()
                ? Optional.of(Arguments.of(arguments.definition(), values))
                : Optional.empty();
    }

    /// Where it was asked for; else where it is recorded.
    private String place(Slot slot) {
        return edited.where(slot).orElse(whole() + "/" + slot.name());
    }

    private String whole() {
        return "/steps/" + step.number();
    }

    /// Names no folder of this machine.
    private String told(String words) {
        String told = words;
        for (PlannedInput input : inputs.values()) {
            if (input instanceof PlannedInput.Stored stored) {
                told = told.replace(
                        stored.file().toString(), stored.file().getFileName().toString());
            }
        }
        return Shown.text(told);
    }
}
