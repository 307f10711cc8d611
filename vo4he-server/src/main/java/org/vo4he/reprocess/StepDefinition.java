// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Parameter.Role;

/// What a step takes and writes, declared once: the command line, the provenance that is recorded, the form on the
/// page and the checks of a plan are made from it.
///
/// @param name of the step, such as `extract`
/// @param version of what it computes: another one may give other results
/// @param description one line
/// @param parameters in the order of the command line; the first has index 1, as 0 is the program itself
public record StepDefinition(String name, String version, String description, List<Parameter> parameters) {

    public StepDefinition {
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "step " + name + " declares the argument " + parameter.name() + " twice");
            }
        }
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }

    /// Those of one role, in their order.
    public List<Parameter> of(Role role) {
        return parameters.stream().filter(parameter -> parameter.role() == role).toList();
    }

    /// What speaks against running the step with these values, each finding at `where` and the argument's name.
    ///
    /// @param values texts by argument name
    /// @param where prefix of the places, such as `/steps/0/`
    public List<Finding> check(Map<String, String> values, String where) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> given : values.entrySet()) {
            Optional<Parameter> parameter = parameter(given.getKey());
            if (parameter.isEmpty()) {
                findings.add(unknown(given.getKey(), where));
            }
            parameter.ifPresent(known -> findings.addAll(known.check(given.getValue(), where + known.name())));
        }
        for (Parameter parameter : parameters) {
            if (parameter.required() && parameter.fallback().isEmpty() && !values.containsKey(parameter.name())) {
                findings.add(new Finding(
                        ReprocessFinding.MISSING,
                        where + parameter.name(),
                        "step " + name + " needs a value of " + parameter.name() + ": " + parameter.description()));
            }
        }
        return findings;
    }

    private Finding unknown(String given, String where) {
        String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return new Finding(
                ReprocessFinding.UNKNOWN_ARGUMENT,
                where + Shown.text(given),
                "step %s has no argument %s; it has %s".formatted(name, Shown.text(given), names));
    }
}
