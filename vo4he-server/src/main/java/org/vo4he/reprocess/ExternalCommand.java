// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line of one run of a program, as a vector: on this machine behind `prlimit`, where that is installed, or
/// behind the engine of its container.
///
/// @param mark of the run, unique
record ExternalCommand(ExternalProgram program, Workspace workspace, String mark) {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    /// What an engine needs to find itself.
    private static final List<String> OF_ENGINES =
            List.of("PATH", "HOME", "XDG_RUNTIME_DIR", "DOCKER_HOST", "CONTAINER_HOST");

    /// Ready to be started.
    ///
    /// @param names of the files in the folder, by argument
    ProcessBuilder process(Arguments arguments, Map<String, String> names) throws StepException, IOException {
        ProcessBuilder builder = new ProcessBuilder();
        Map<String, String> server = Map.copyOf(builder.environment());
        Map<String, String> own = environment(server);
        List<String> words = program.command().fill(arguments, named(names), folder());
        builder.environment().clear();
        if (program.container().isPresent()) {
            OF_ENGINES.stream()
                    .filter(server::containsKey)
                    .forEach(name -> builder.environment().put(name, server.get(name)));
            String directory = program.directory().map(Path::toString).orElse(folder());
            builder.command(program.container().get().run(containerName(), workspace, directory, own, program, words));
        } else {
            builder.environment().putAll(own);
            builder.command(limited(words));
        }
        builder.environment().put(ProcessTree.MARK, mark);
        builder.directory(program.container().isPresent() ? workspace.folder().toFile() : directory());
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    /// What is started on this machine: the program, or the engine of its container.
    ///
    /// @param folder in which it is started, unless it has a directory of its own
    static Executable executable(ExternalProgram program, Path folder) {
        Map<String, String> server = System.getenv();
        return program.container().isPresent()
                ? new Executable(program.container().get().engine(), folder, Optional.ofNullable(server.get("PATH")))
                : new Executable(
                        program.command().program(),
                        program.directory().orElse(folder),
                        Optional.ofNullable(variables(program, server).get("PATH")));
    }

    static String containerName(String mark) {
        return "vo4he-" + mark;
    }

    String containerName() {
        return containerName(mark);
    }

    private java.io.File directory() {
        return program.directory().orElse(workspace.folder()).toFile();
    }

    private String folder() {
        return program.folder(workspace);
    }

    /// A program that is started elsewhere is told whole paths.
    private Map<String, String> named(Map<String, String> names) {
        Map<String, String> named = new LinkedHashMap<>(names);
        if (program.directory().isPresent()) {
            named.replaceAll((_, name) -> folder() + "/" + name);
        }
        return named;
    }

    private List<String> limited(List<String> words) {
        if (!Files.isExecutable(PRLIMIT)) {
            return words;
        }
        List<String> limited = new ArrayList<>(List.of(
                PRLIMIT.toString(),
                "--core=0",
                "--fsize=" + program.limits().outputBytes(),
                "--rttime=" + ProcessTree.realTimeMark(mark)));
        if (program.limits().memoryBytes() > 0) {
            limited.add("--data=" + program.limits().memoryBytes());
        }
        limited.add("--");
        limited.addAll(words);
        return limited;
    }

    private Map<String, String> environment(Map<String, String> server) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HOME", folder());
        variables.put("TMPDIR", folder());
        variables.putAll(variables(program, server));
        return variables;
    }

    /// Those that the operator gives, and lets be taken over.
    private static Map<String, String> variables(ExternalProgram program, Map<String, String> server) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (program.container().isEmpty()) {
            program.inherited().stream()
                    .filter(server::containsKey)
                    .forEach(name -> variables.put(name, server.get(name)));
        }
        variables.putAll(program.environment());
        return variables;
    }
}
