// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        return new Builder(name, version, command)
                .arguments(Optional.of(arguments))
                .build();
    }

    public ExternalProgram within(Limits others) {
        return with().limits(others).build();
    }

    /// The same with other variables set.
    public ExternalProgram withEnvironment(Map<String, String> variables) {
        return with().environment(variables).build();
    }

    /// The same, kept to its folder or not.
    public ExternalProgram confined(Confinement other) {
        return with().confinement(other).build();
    }

    public ExternalProgram in(Container other) {
        return with().container(Optional.of(other)).build();
    }

    private Builder with() {
        return new Builder(name, version, command)
                .description(description)
                .directory(directory)
                .environment(environment)
                .inherited(inherited)
                .limits(limits)
                .copyInputs(copyInputs)
                .confinement(confinement)
                .container(container)
                .arguments(arguments);
    }

    /// Its private folder, as it sees it.
    String folder(Workspace workspace) {
        return container.isPresent() ? Container.FOLDER : workspace.folder().toString();
    }

    /// Whether its inputs are copied, not linked: a container sees nothing but its folder.
    boolean copies() {
        return copyInputs || container.isPresent();
    }

    /// What it may read wherever it lies: its inputs, and the files of its command.
    List<Path> readFiles(Collection<Path> inputs) {
        return Stream.concat(inputs.stream(), places().filter(Files::isRegularFile))
                .toList();
    }

    /// Whole paths on this machine that its command names whatever its arguments.
    Stream<Path> places() {
        return container.isPresent()
                ? Stream.empty()
                : command.fixedWords().filter(word -> word.startsWith("/")).map(Path::of);
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

    /// A program that gets PATH from the server, runs in its private folder, and is kept to it by what usually holds.
    public static final class Builder {

        private final String name;
        private final String version;
        private final ArgumentVector command;
        private String description = "";
        private Optional<Path> directory = Optional.empty();
        private Map<String, String> environment = Map.of();
        private List<String> inherited = List.of("PATH");
        private Limits limits = Limits.DEFAULT;
        private boolean copyInputs;
        private Confinement confinement = Confinement.DEFAULT;
        private Optional<Container> container = Optional.empty();
        private Optional<List<Parameter>> arguments = Optional.empty();

        public Builder(String name, String version, ArgumentVector command) {
            this.name = name;
            this.version = version;
            this.command = command;
        }

        public Builder description(String given) {
            description = given;
            return this;
        }

        public Builder directory(Optional<Path> given) {
            directory = given;
            return this;
        }

        public Builder environment(Map<String, String> given) {
            environment = given;
            return this;
        }

        public Builder inherited(List<String> given) {
            inherited = given;
            return this;
        }

        public Builder limits(Limits given) {
            limits = given;
            return this;
        }

        public Builder copyInputs(boolean given) {
            copyInputs = given;
            return this;
        }

        public Builder confinement(Confinement given) {
            confinement = given;
            return this;
        }

        public Builder container(Optional<Container> given) {
            container = given;
            return this;
        }

        public Builder arguments(Optional<List<Parameter>> given) {
            arguments = given;
            return this;
        }

        public ExternalProgram build() {
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
                    confinement,
                    container,
                    arguments);
        }
    }
}
