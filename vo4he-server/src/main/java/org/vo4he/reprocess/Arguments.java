// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Parameter.Role;

/// Values for the arguments of one step, checked against its definition. An argument that has none, and no default,
/// was left out.
public final class Arguments {

    private final StepDefinition definition;
    private final Map<String, String> values;
    private final Map<String, List<Path>> lists;

    private Arguments(StepDefinition definition, Map<String, String> values, Map<String, List<Path>> lists) {
        this.definition = definition;
        this.values = Collections.unmodifiableMap(values);
        this.lists = Map.copyOf(lists);
    }

    /// @param given texts by argument name; files as paths
    /// @throws IllegalArgumentException with the first thing that [StepDefinition#check] finds
    public static Arguments of(StepDefinition definition, Map<String, String> given) {
        List<Finding> findings = definition.check(given, "");
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.getFirst().message());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : definition.parameters()) {
            Optional.ofNullable(given.get(parameter.name()))
                    .or(parameter::fallback)
                    .ifPresent(value -> values.put(parameter.name(), value));
        }
        return new Arguments(definition, values, Map.of());
    }

    /// The same with the files of inputs that are lists.
    Arguments withLists(Map<String, List<Path>> files) {
        return new Arguments(definition, values, files);
    }

    /// The files of an input that is a list of them; its value is the list's name.
    Optional<List<Path>> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    public StepDefinition definition() {
        return definition;
    }

    /// All values, defaults among them, in the order of the definition.
    public Map<String, String> values() {
        return values;
    }

    /// @throws IllegalArgumentException when the step declares no such argument
    public Optional<String> text(String name) {
        if (definition.parameter(name).isEmpty()) {
            throw new IllegalArgumentException("step " + definition.name() + " declares no argument " + name);
        }
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Double> real(String name) {
        return text(name).map(Double::valueOf);
    }

    public Optional<Long> integer(String name) {
        return text(name).map(Long::valueOf);
    }

    /// Whether it is `true`; left out is false.
    public boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /// The path of an input, or the name of an output within the [Workspace].
    public Optional<Path> file(String name) {
        return text(name).map(Path::of);
    }

    /// Names of the outputs that are to be written.
    public List<Parameter> wantedOutputs() {
        return definition.of(Role.OUTPUT).stream()
                .filter(output -> values.containsKey(output.name()))
                .toList();
    }
}
