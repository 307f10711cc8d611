// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.mapping.YamlPart;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;

/// The arguments that a program takes, in the order of the file.
final class ParameterKeys {

    private static final Set<String> KEYS = Set.of(
            "role", "type", "description", "unit", "minimum", "maximum", "choices", "default", "optional", "editable");

    private ParameterKeys() {}

    static List<Parameter> all(String what, YamlPart part) throws PipelineException {
        List<Parameter> parameters = new ArrayList<>();
        for (YamlPart.Entry entry : Keys.mapping("arguments of " + what, part).entries()) {
            Keys keys = Keys.of("argument " + entry.key() + " of " + what, entry.value(), KEYS);
            parameters.add(parameter(entry, keys));
        }
        return parameters;
    }

    private static Parameter parameter(YamlPart.Entry entry, Keys keys) throws PipelineException {
        if (!entry.key().matches("[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}")
                || Set.of("arguments", "folder").contains(entry.key())) {
            throw new PipelineException(entry.place(), "'" + entry.key() + "' is no name of an argument");
        }
        Parameter.Role role = role(keys);
        boolean value = role == Parameter.Role.PARAMETER;
        Parameter parameter = new Parameter(
                entry.key(),
                role,
                value ? type(keys) : ParameterType.FILE,
                keys.text("description").orElse(""),
                keys.text("unit"),
                keys.text("minimum", "a number", ParameterKeys::isNumber),
                keys.text("maximum", "a number", ParameterKeys::isNumber),
                keys.list("choices"),
                keys.text("default"),
                !keys.flag("optional").orElse(false),
                keys.flag("editable").orElse(value),
                Set.of());
        if (parameter.fallback().isPresent()) {
            checkDefault(keys, parameter);
        }
        return parameter;
    }

    private static void checkDefault(Keys keys, Parameter parameter) throws PipelineException {
        List<Finding> findings = parameter.check(parameter.fallback().orElseThrow(), "default");
        if (!findings.isEmpty()) {
            throw new PipelineException(
                    keys.required("default").value().place(),
                    "default of " + keys.what() + ": " + findings.getFirst().message());
        }
    }

    private static Parameter.Role role(Keys keys) throws PipelineException {
        Optional<String> role =
                keys.text("role", "input, parameter or output", Set.of("input", "parameter", "output")::contains);
        return Parameter.Role.valueOf(role.orElse("parameter").toUpperCase(Locale.ROOT));
    }

    private static ParameterType type(Keys keys) throws PipelineException {
        List<ParameterType> types = Arrays.stream(ParameterType.values())
                .filter(type -> type != ParameterType.FILE)
                .toList();
        String words = types.stream().map(ParameterType::word).collect(Collectors.joining(", "));
        String wanted = keys.text(
                        "type",
                        "one of " + words,
                        text -> types.stream().anyMatch(type -> type.word().equals(text)))
                .orElse("text");
        return types.stream()
                .filter(type -> type.word().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    }
}
