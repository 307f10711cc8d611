// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Recipe.RecipeStep;

/// Plans one step that can be run: its values, its inputs, and what speaks against them.
final class StepPlanning {

    private final Recipe recipe;
    private final RecipeStep step;
    private final EditedValues edited;
    private final InputSearch search;
    private final ListSearch lists;
    private final String where;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, PlannedInput> inputs = new LinkedHashMap<>();

    StepPlanning(Recipe recipe, RecipeStep step, EditedValues edited, InputSearch search, ListSearch lists) {
        this.recipe = recipe;
        this.step = step;
        this.edited = edited;
        this.search = search;
        this.lists = lists;
        this.where = "/steps/" + step.number() + "/";
    }

    List<Finding> findings() {
        return findings;
    }

    /// What would run; not to be run when there is a finding of severity error.
    PlannedStep plan() {
        Step runnable = step.runnable().orElseThrow();
        StepDefinition definition = definition(runnable.definition());
        version(runnable);
        Map<String, String> all = new LinkedHashMap<>();
        for (Slot slot : step.slots()) {
            Optional<String> value = edited.value(slot);
            value.ifPresent(text -> take(slot, text, all));
        }
        Set<String> editedNames = new HashSet<>();
        step.slots().stream().filter(edited::isEdited).map(Slot::name).forEach(editedNames::add);
        definition.check(all, where).stream()
                .filter(finding -> !editedNames.contains(finding.where().substring(where.length())))
                .forEach(findings::add);
        outputs(definition);
        understood(definition, all);
        return new PlannedStep(step.number(), runnable, definition, values, inputs, places());
    }

    /// A program that declares no arguments of its own has those of the record, at their places.
    private Map<String, Integer> places() {
        boolean ofRecord = step.runnable().orElseThrow() instanceof ExternalStep external
                && external.program().arguments().isEmpty();
        Map<String, Integer> places = new LinkedHashMap<>();
        if (ofRecord) {
            step.slots().forEach(slot -> places.put(slot.name(), slot.address().index()));
        }
        return places;
    }

    /// A value of another kind or range than wanted is told by now. The step is asked of the others, with what was
    /// recorded in its place: of their texts alone then, because what they come to may depend on it.
    private void understood(StepDefinition definition, Map<String, String> all) {
        Map<String, String> sound = new LinkedHashMap<>(all);
        definition.check(all, "").forEach(finding -> sound.remove(finding.where()));
        boolean whole = sound.size() == all.size();
        for (Slot slot : step.slots()) {
            slot.value()
                    .filter(_ -> all.containsKey(slot.name()))
                    .filter(value -> definition.check(Map.of(slot.name(), value), "").stream()
                            .noneMatch(finding -> finding.where().equals(slot.name())))
                    .ifPresent(value -> sound.putIfAbsent(slot.name(), value));
        }
        if (definition.check(sound, "").isEmpty()) {
            findings.addAll(
                    new StepCheck(step, edited, whole ? inputs : Map.of()).findings(Arguments.of(definition, sound)));
        }
    }

    private StepDefinition definition(StepDefinition declared) {
        Map<String, Parameter> merged = new LinkedHashMap<>();
        declared.parameters().forEach(parameter -> merged.put(parameter.name(), parameter));
        step.slots().stream()
                .filter(slot -> slot.declared().isPresent())
                .forEach(slot -> merged.put(slot.name(), slot.merged()));
        return new StepDefinition(
                declared.name(), declared.version(), declared.description(), List.copyOf(merged.values()));
    }

    private void version(Step runnable) {
        Optional<String> recorded = step.recorded().version().map(String::strip).filter(text -> !text.isEmpty());
        if (recorded.isPresent() && !recorded.get().equals(runnable.version())) {
            findings.add(new Finding(
                    ReprocessFinding.PROGRAM_VERSION,
                    "/steps/" + step.number(),
                    "%s is version %s here; the product was made with %s"
                            .formatted(runnable.name(), runnable.version(), Shown.text(recorded.get()))));
        }
    }

    private void take(Slot slot, String value, Map<String, String> all) {
        String name = slot.name();
        if (slot.is(Role.INPUT)) {
            all.put(name, value.isBlank() ? "input" : value);
            input(slot, value).ifPresent(input -> inputs.put(name, input));
        } else {
            String text = slot.is(Role.OUTPUT) && !edited.isEdited(slot)
                    ? slot.file().map(DataFile::fileName).orElse(value)
                    : value;
            all.put(name, text);
            values.put(name, text);
        }
    }

    private Optional<PlannedInput> input(Slot slot, String value) {
        DataFile wanted = edited.isEdited(slot) ? named(value) : slot.file().orElseThrow();
        Optional<Argument.InputList> list = slot.recorded()
                .filter(_ -> !edited.isEdited(slot))
                .filter(Argument.InputList.class::isInstance)
                .map(Argument.InputList.class::cast);
        if (list.isPresent() || ListSearch.isOne(wanted)) {
            return listed(
                    slot.name(), wanted, list.map(Argument.InputList::count).orElse(OptionalLong.empty()));
        }
        boolean single =
                slot.recorded().filter(Argument.Input.class::isInstance).isPresent();
        Optional<PlannedInput.Made> made =
                single && !edited.isEdited(slot) ? recipe.maker(step.number(), wanted) : Optional.empty();
        return made.isPresent()
                ? made.map(PlannedInput.class::cast)
                : stored(wanted, where + slot.name(), edited.isEdited(slot));
    }

    /// Another input: a DID, or a path.
    private static DataFile named(String value) {
        boolean did = value.regionMatches(true, 0, "ivo:", 0, 4);
        return did
                ? new DataFile(
                        "",
                        false,
                        "",
                        "",
                        Optional.empty(),
                        Optional.of(value),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OtherKeys.NONE)
                : new DataFile("", false, "", value);
    }

    /// Only programs take lists.
    private Optional<PlannedInput> listed(String name, DataFile list, OptionalLong count) {
        if (!(step.runnable().orElseThrow() instanceof ExternalStep)) {
            findings.add(new Finding(
                    ReprocessFinding.INPUT_LIST,
                    where + name,
                    "%s takes one file, and '%s' is a list of them".formatted(name, Shown.text(list.fileName()))));
            return Optional.empty();
        }
        return lists.find(list, count, name.replaceAll("[^A-Za-z0-9_-]", "_"), where + name, findings);
    }

    private Optional<PlannedInput> stored(DataFile wanted, String place, boolean chosen) {
        InputSearch.Answer answer = search.find(wanted, place, chosen);
        findings.addAll(answer.findings());
        return answer.file().map(file -> chosen ? file.untold() : file);
    }

    private void outputs(StepDefinition definition) {
        Set<String> names = new HashSet<>();
        for (Parameter output : definition.of(Role.OUTPUT)) {
            Optional<String> name = Optional.ofNullable(values.get(output.name()));
            name.filter(text -> !Workspace.isName(text))
                    .ifPresent(text -> findings.add(new Finding(
                            ReprocessFinding.OUTPUT_NAME,
                            where + output.name(),
                            "'%s' is no plain name of a file".formatted(Shown.text(text)))));
            name.filter(text -> !names.add(text))
                    .ifPresent(text -> findings.add(new Finding(
                            ReprocessFinding.OUTPUT_NAME,
                            where + output.name(),
                            "two outputs are called '%s'".formatted(Shown.text(text)))));
        }
    }
}
