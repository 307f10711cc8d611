// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.reprocess.Parameter.Role;

/// The steps of a provenance beside those that can be run here.
///
/// A recorded argument is the one that the step declares by its name; without a name, by its description if that is
/// the step's own, else by its place, as in the seed's form.
final class Recipe {

    /// @param runnable empty when no program of this name is known here
    record RecipeStep(int number, ProvenanceStep recorded, Optional<Step> runnable, List<Slot> slots) {

        Optional<Slot> slot(Address address) {
            return slots.stream().filter(slot -> slot.address().equals(address)).findFirst();
        }

        /// What may be changed of it. Not what has to do with outputs only that the step did not make.
        Stream<Slot> offered() {
            Set<String> made = made();
            return slots.stream()
                    .filter(slot -> slot.isEditable() && slot.merged().changes(made));
        }

        /// The names of the outputs that it made.
        Set<String> made() {
            return slots.stream()
                    .filter(slot -> slot.is(Role.OUTPUT) && slot.value().isPresent())
                    .map(Slot::name)
                    .collect(Collectors.toSet());
        }
    }

    private final List<RecipeStep> steps = new ArrayList<>();

    Recipe(ProvenanceDocument document, Steps known) {
        for (ProvenanceStep recorded : document.steps()) {
            Optional<Step> runnable = known.of(recorded);
            steps.add(new RecipeStep(
                    steps.size(), recorded, runnable, slots(steps.size(), recorded, runnable.map(Step::definition))));
        }
    }

    List<RecipeStep> steps() {
        return steps;
    }

    /// All arguments by which an edit may be addressed.
    List<Address> addresses() {
        return steps.stream()
                .flatMap(step -> step.slots().stream())
                .map(Slot::address)
                .toList();
    }

    List<String> titles() {
        return steps.stream().map(step -> step.recorded().title()).toList();
    }

    /// The last step without a name; else the one of this number, else the last of this title.
    OptionalInt target(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return steps.isEmpty() ? OptionalInt.empty() : OptionalInt.of(steps.size() - 1);
        }
        String words = wanted.get().strip();
        return IntStream.iterate(steps.size() - 1, number -> number >= 0, number -> number - 1)
                .filter(number -> words.equals(String.valueOf(number)) || words.equals(titles().get(number)))
                .findFirst();
    }

    /// The numbers of the steps that a target needs, itself among them, in their order.
    Set<Integer> needed(int target) {
        Set<Integer> needed = new TreeSet<>(Set.of(target));
        for (Slot slot : steps.get(target).slots()) {
            if (slot.recorded().filter(Argument.Input.class::isInstance).isPresent()) {
                slot.file().flatMap(file -> maker(target, file)).ifPresent(made -> needed.addAll(needed(made.step())));
            }
        }
        return needed;
    }

    /// The output of an earlier step that a file is: by DID, by checksum, or by path.
    Optional<PlannedInput.Made> maker(int step, DataFile file) {
        for (int earlier = step - 1; earlier >= 0; earlier--) {
            for (Slot slot : steps.get(earlier).slots()) {
                boolean output = slot.recorded()
                        .filter(Argument.Output.class::isInstance)
                        .isPresent();
                if (output && slot.file().filter(made -> isSame(made, file)).isPresent()) {
                    return Optional.of(new PlannedInput.Made(earlier, slot.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(DataFile made, DataFile used) {
        if (made.did().isPresent() && used.did().isPresent()) {
            return made.did().equals(used.did());
        }
        if (made.checksum().isPresent() && used.checksum().isPresent()) {
            return made.checksum().equals(used.checksum());
        }
        return !made.fileName().isEmpty()
                && (made.wholePath().equals(used.wholePath())
                        || made.fileName().equals(used.fileName())
                                && (made.location().isEmpty() || used.location().isEmpty()));
    }

    private static List<Slot> slots(int number, ProvenanceStep recorded, Optional<StepDefinition> definition) {
        List<Slot> slots = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, Argument> entry : StepRecord.arguments(recorded).entrySet()) {
            Optional<Parameter> declared = definition
                    .flatMap(known -> declared(entry.getKey(), entry.getValue(), known))
                    .filter(parameter -> taken.add(parameter.name()));
            slots.add(new Slot(
                    address(number, entry.getKey(), entry.getValue(), declared),
                    Optional.of(entry.getValue()),
                    declared));
        }
        definition.ifPresent(known -> leftOut(number, known, taken).forEach(slots::add));
        return slots;
    }

    private static Address address(int number, String key, Argument argument, Optional<Parameter> declared) {
        String index = String.valueOf(argument.index());
        String name =
                declared.map(Parameter::name).filter(_ -> key.equals(index)).orElse(key.equals(index) ? "" : key);
        return new Address(number, argument.index(), name, StepRecord.description(argument));
    }

    private static List<Slot> leftOut(int number, StepDefinition known, Set<String> taken) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < known.parameters().size(); i++) {
            Parameter parameter = known.parameters().get(i);
            if (parameter.role() == Role.PARAMETER && !taken.contains(parameter.name())) {
                Address address = new Address(number, i + 1, parameter.name(), parameter.description());
                slots.add(new Slot(address, Optional.empty(), Optional.of(parameter)));
            }
        }
        return slots;
    }

    private static Optional<Parameter> declared(String key, Argument argument, StepDefinition known) {
        Role role = role(argument);
        Optional<Parameter> byName = known.parameter(key);
        if (byName.isPresent() || !key.equals(String.valueOf(argument.index()))) {
            return byName.filter(parameter -> parameter.role() == role);
        }
        String description = StepRecord.description(argument).strip();
        List<Parameter> alike = known.of(role).stream()
                .filter(parameter ->
                        !description.isEmpty() && parameter.description().equals(description))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : placed(argument.index(), role, known);
    }

    private static Optional<Parameter> placed(int index, Role role, StepDefinition known) {
        return index >= 1 && index <= known.parameters().size()
                ? Optional.of(known.parameters().get(index - 1)).filter(parameter -> parameter.role() == role)
                : Optional.empty();
    }

    private static Role role(Argument argument) {
        return switch (argument) {
            case Argument.Input _, Argument.InputList _ -> Role.INPUT;
            case Argument.Output _ -> Role.OUTPUT;
            case Argument.Parameter _, Argument.Unrecognised _ -> Role.PARAMETER;
        };
    }
}
