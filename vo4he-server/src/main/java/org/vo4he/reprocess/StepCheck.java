// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.util.LinkedHashMap;
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

    /// The first thing, if there is one.
    Optional<Finding> finding(Arguments arguments) {
        Step runnable = step.runnable().orElseThrow();
        try {
            runnable.check(arguments);
            Optional<Arguments> here = here(arguments);
            if (here.isPresent()) {
                runnable.checkInputs(here.get());
            }
            return Optional.empty();
        } catch (StepException e) {
            return Optional.of(new Finding(ReprocessFinding.NOT_UNDERSTOOD, place(e), told(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(new Finding(
                    ReprocessFinding.INPUT_MISSING, whole(), "an input can't be read: " + told(String.valueOf(e))));
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

    private String place(StepException e) {
        Optional<Slot> slot = e.argument()
                .flatMap(name -> step.slots().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
        return slot.flatMap(edited::where)
                .orElseGet(() -> e.argument().map(name -> whole() + "/" + name).orElse(whole()));
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
