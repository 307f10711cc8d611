// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that the operator allows to be run, as the file of programs declares it.
///
/// @param name by which provenance and pipelines mean it
/// @param version of what it computes; empty when the operator does not say
/// @param command its argument vector
/// @param directory in which it is started; without it, the private folder
/// @param environment variables that are set
/// @param inherited names of variables that are taken over from the server; no other is
/// @param copyInputs whether inputs are copied into its folder; else they are linked; for a container they are copied
/// @param container in which it runs; without it, it runs as a process of this machine
/// @param arguments what it takes; without them, a product's record is taken for it
public record ExternalProgram(
        String name,
        String version,
        String description,
        ArgumentVector command,
        Optional<Path> directory,
        Map<String, String> environment,
        List<String> inherited,
        Limits limits,
        boolean copyInputs,
        Optional<Container> container,
        Optional<List<Parameter>> arguments) {

    public ExternalProgram {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        inherited = List.copyOf(inherited);
        arguments = arguments.map(List::copyOf);
    }

    /// Of this machine, with the limits that hold when none are given.
    public static ExternalProgram of(String name, String version, ArgumentVector command, List<Parameter> arguments) {
        return new ExternalProgram(
                name,
                version,
                "",
                command,
                Optional.empty(),
                Map.of(),
                List.of("PATH"),
                Limits.DEFAULT,
                false,
                Optional.empty(),
                Optional.of(arguments));
    }

    public ExternalProgram within(Limits others) {
        return new ExternalProgram(
                name,
                version,
                description,
                command,
                directory,
                environment,
                inherited,
                others,
                copyInputs,
                container,
                arguments);
    }

    /// The same with other variables set.
    public ExternalProgram withEnvironment(Map<String, String> variables) {
        return new ExternalProgram(
                name,
                version,
                description,
                command,
                directory,
                variables,
                inherited,
                limits,
                copyInputs,
                container,
                arguments);
    }

    public ExternalProgram in(Container other) {
        return new ExternalProgram(
                name,
                version,
                description,
                command,
                directory,
                environment,
                inherited,
                limits,
                true,
                Optional.of(other),
                arguments);
    }

    /// Whether its inputs are copied, not linked: a container sees nothing but its folder.
    boolean copies() {
        return copyInputs || container.isPresent();
    }

    /// Its step, when it declares what it takes.
    Optional<StepDefinition> definition() {
        return arguments.map(declared -> new StepDefinition(name, version, description, declared));
    }
}
