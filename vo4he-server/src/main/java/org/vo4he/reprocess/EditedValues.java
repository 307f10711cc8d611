// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Recipe.RecipeStep;

/// The edits of a request, by the arguments that they are of.
final class EditedValues {

    private final Recipe recipe;
    private final Set<Integer> needed;
    private final Map<Address, Optional<String>> values = new LinkedHashMap<>();
    private final Map<Address, String> places = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private EditedValues(Recipe recipe, Set<Integer> needed) {
        this.recipe = recipe;
        this.needed = needed;
    }

    /// @param needed numbers of the steps that will run
    static EditedValues of(List<Edit> edits, Recipe recipe, Set<Integer> needed) {
        EditedValues edited = new EditedValues(recipe, needed);
        for (int i = 0; i < edits.size(); i++) {
            edited.add(edits.get(i), "/edits/" + i);
        }
        return edited;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean isEdited(Slot slot) {
        return values.containsKey(slot.address());
    }

    /// The place of the value in what was asked, if it is edited.
    Optional<String> where(Slot slot) {
        return Optional.ofNullable(places.get(slot.address()));
    }

    /// As edited, else as recorded.
    Optional<String> value(Slot slot) {
        return isEdited(slot) ? values.get(slot.address()) : slot.value();
    }

    /// The edits that change something.
    List<Change> changes() {
        return values.entrySet().stream()
                .map(entry -> new Change(entry.getKey(), slot(entry.getKey()).value(), entry.getValue()))
                .filter(change -> !change.was().equals(change.is()))
                .toList();
    }

    private Slot slot(Address address) {
        return recipe.steps().get(address.step()).slot(address).orElseThrow();
    }

    private List<Address> offered() {
        return needed.stream()
                .flatMap(number -> recipe.steps().get(number).offered())
                .map(Slot::address)
                .toList();
    }

    private void add(Edit edit, String where) {
        switch (Address.meaning(edit.address(), recipe.addresses(), offered(), recipe.titles())) {
            case Address.Meaning.None(String why) ->
                findings.add(new Finding(ReprocessFinding.EDIT_ADDRESS, where + "/address", why));
            case Address.Meaning.One(Address address) -> add(edit, slot(address), where);
        }
    }

    private void add(Edit edit, Slot slot, String where) {
        Address address = slot.address();
        RecipeStep step = recipe.steps().get(address.step());
        if (values.containsKey(address)) {
            findings.add(new Finding(ReprocessFinding.EDIT_TWICE, where + "/address", address + " is edited before"));
            return;
        }
        if (!needed.contains(address.step())) {
            findings.add(new Finding(
                    ReprocessFinding.NOT_RUN,
                    where + "/address",
                    "%s is of step %d (%s), which what is wanted is not made by"
                            .formatted(
                                    address,
                                    address.step(),
                                    Shown.text(step.recorded().title()))));
            return;
        }
        if (step.runnable().isPresent() && !slot.isEditable()) {
            findings.add(new Finding(
                    ReprocessFinding.NOT_EDITABLE, where + "/address", address + " is not editable" + why(slot)));
            return;
        }
        String value = meant(edit.value(), slot);
        check(value, slot, where + "/value");
        values.put(address, given(value, slot));
        places.put(address, where + "/value");
    }

    /// Who repeats what strangers see of a value means the value.
    private static String meant(String value, Slot slot) {
        return slot.shown().filter(value::equals).flatMap(_ -> slot.value()).orElse(value);
    }

    private static String why(Slot slot) {
        return slot.declared().isEmpty()
                ? ": the step that is run here has no such argument"
                : slot.declared().filter(Parameter::editable).isEmpty()
                        ? " in this step"
                        : " by the provenance of the product";
    }

    /// An optional argument that is edited to nothing is left out.
    private static Optional<String> given(String value, Slot slot) {
        boolean leftOut = value.isEmpty()
                && slot.declared().filter(parameter -> !parameter.required()).isPresent();
        return leftOut ? Optional.empty() : Optional.of(value);
    }

    private void check(String value, Slot slot, String where) {
        if (given(value, slot).isEmpty()) {
            return;
        }
        List<Finding> declared =
                slot.declared().map(parameter -> parameter.check(value, where)).orElse(List.of());
        findings.addAll(declared);
        if (declared.isEmpty()) {
            slot.recorded()
                    .map(argument -> StepRecord.parameter(slot.name(), argument))
                    .ifPresent(recorded -> findings.addAll(recorded.check(value, where)));
        }
    }
}
