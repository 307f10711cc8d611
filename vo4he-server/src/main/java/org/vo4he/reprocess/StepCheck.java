// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Recipe.RecipeStep;

/// What a step itself has against its arguments, located where they were asked for: at the edit, else at the argument
/// of the recorded step.
///
/// @param inputs as far as they were found
record StepCheck(RecipeStep step, EditedValues edited, Map<String, PlannedInput> inputs) {

    /// Edits that are taken back, one at a time, to find out which is to blame.
    private static final int MOST_TRIED = 20;

    /// The first thing, if there is one.
    Optional<Finding> finding(Arguments arguments) {
        try {
            Optional<StepException> refusal = refusal(arguments);
            return refusal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            ReprocessFinding.NOT_UNDERSTOOD,
                            place(refusal.get(), arguments),
                            told(refusal.get().getMessage())));
        } catch (IOException e) {
            return Optional.of(new Finding(
                    ReprocessFinding.INPUT_MISSING, whole(), "an input can't be read: " + told(String.valueOf(e))));
        }
    }

    private Optional<StepException> refusal(Arguments arguments) throws IOException {
        Step runnable = step.runnable().orElseThrow();
        try {
            runnable.check(arguments);
            Optional<Arguments> here = here(arguments);
            if (here.isPresent()) {
                runnable.checkInputs(here.get());
            }
            return Optional.empty();
        } catch (StepException e) {
            return Optional.of(e);
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

    /// Where the argument that the step names was asked for; else the edit without which nothing would speak against
    /// it.
    private String place(StepException refusal, Arguments arguments) throws IOException {
        Optional<String> named = refusal.argument();
        if (named.isPresent()) {
            return step.slots().stream()
                    .filter(slot -> slot.name().equals(named.get()))
                    .findFirst()
                    .flatMap(edited::where)
                    .orElse(whole() + "/" + named.get());
        }
        List<Slot> tried =
                step.slots().stream().filter(edited::isEdited).limit(MOST_TRIED).toList();
        for (Slot slot : tried) {
            Map<String, String> before = new LinkedHashMap<>(arguments.values());
            before.remove(slot.name());
            slot.value().ifPresent(value -> before.put(slot.name(), value));
            boolean fine = arguments.definition().check(before, "").isEmpty()
                    && refusal(Arguments.of(arguments.definition(), before)).isEmpty();
            if (fine) {
                return edited.where(slot).orElseThrow();
            }
        }
        return whole();
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
