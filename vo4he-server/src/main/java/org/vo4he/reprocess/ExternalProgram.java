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
/// @param confinement of a process of this machine
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
        Confinement confinement,
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
                Confinement.DEFAULT,
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
                confinement,
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
                confinement,
                container,
                arguments);
    }

    /// The same, kept to its folder or not.
    public ExternalProgram confined(Confinement other) {
        return new ExternalProgram(
                name,
                version,
                description,
                command,
                directory,
                environment,
                inherited,
                limits,
                copyInputs,
                other,
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
                confinement,
                Optional.of(other),
                arguments);
    }

    /// Its private folder, as it sees it.
    String folder(Workspace workspace) {
        return container.isPresent() ? Container.FOLDER : workspace.folder().toString();
    }

    /// Whether its inputs are copied, not linked: a container sees nothing but its folder.
    boolean copies() {
        return copyInputs || container.isPresent();
    }

    /// What keeps it to its folder on this system, besides a container; empty when nothing does.
    ///
    /// @throws StepException when it is not to run without
    Optional<Landlock> landlock() throws StepException {
        return container.isPresent() ? Optional.empty() : confinement.on(Landlock.here(), name);
    }

    /// Its step, when it declares what it takes.
    Optional<StepDefinition> definition() {
        return arguments.map(declared -> new StepDefinition(name, version, description, declared));
    }
}
