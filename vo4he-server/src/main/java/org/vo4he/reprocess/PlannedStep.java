// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A step that will run, with all its arguments.
///
/// @param number in the recipe, from 0
/// @param definition of the step; what the recipe does not let be edited can't be edited in it
/// @param values of parameters, and the names of outputs, by argument name
/// @param inputs by argument name
/// @param places on the command line by argument name, where only the run that is repeated tells them; else those of
/// the
///     definition
public record PlannedStep(
        int number,
        Step step,
        StepDefinition definition,
        Map<String, String> values,
        Map<String, PlannedInput> inputs,
        Map<String, Integer> places) {

    public PlannedStep {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        places = Map.copyOf(places);
    }

    /// Of the files that it will write.
    public Stream<String> outputNames() {
        return definition.of(Parameter.Role.OUTPUT).stream()
                .map(output -> values.get(output.name()))
                .filter(Objects::nonNull);
    }

    /// What its values mean, defaults among them, in one spelling.
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Parameter parameter : definition.parameters()) {
            Optional.ofNullable(values.get(parameter.name()))
                    .or(() -> parameter.fallback())
                    .ifPresent(value -> meanings.put(
                            parameter.name(),
                            parameter.role() == Parameter.Role.PARAMETER ? step.meaning(parameter, value) : value));
        }
        return meanings;
    }

    public String name() {
        return definition.name();
    }
}
