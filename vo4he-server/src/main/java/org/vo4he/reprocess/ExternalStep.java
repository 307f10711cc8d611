// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.vo4he.reprocess.Parameter.Role;

/// Runs a program of the operator in the private folder. No shell is involved; the environment holds what the operator
/// lists; whatever the program started is killed when the run ends, however it ends.
///
/// What a program writes outside its folder is not prevented: only a container does that. A changed input is found out,
/// and only files of the folder are taken as outputs.
public record ExternalStep(ExternalProgram program, StepDefinition definition) implements Step {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final long LOOK_MILLIS = 100;

    /// The operator's own command stays untold.
    @Override
    public String location() {
        return "";
    }

    @Override
    public Optional<String> image() {
        return program.image();
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException, InterruptedException {
        Map<Path, FileTime> inputs = new LinkedHashMap<>();
        Map<String, String> names = stage(arguments, workspace, inputs);
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(words(arguments, names, workspace));
        builder.directory(workspace.folder().toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        environment(builder.environment(), workspace, mark);
        int exitCode = wait(builder, workspace, mark, listener);
        if (exitCode != 0) {
            throw new StepException("%s ended with exit code %d".formatted(program.name(), exitCode));
        }
        checkInputs(inputs);
        for (Parameter output : arguments.wantedOutputs()) {
            checkOutput(workspace.output(arguments.text(output.name()).orElseThrow()), output);
        }
    }

    private List<String> words(Arguments arguments, Map<String, String> names, Workspace workspace)
            throws StepException {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) {
            words.add(PRLIMIT.toString());
            if (program.limits().memoryBytes() > 0) {
                words.add("--data=" + program.limits().memoryBytes());
            }
            words.add("--fsize=" + program.limits().outputBytes());
            words.add("--core=0");
            words.add("--");
        }
        words.addAll(program.command().fill(arguments, names, workspace.folder().toString()));
        return words;
    }

    /// Inputs by their names into the folder; outputs by the names they will have.
    private Map<String, String> stage(Arguments arguments, Workspace workspace, Map<Path, FileTime> inputs)
            throws IOException, StepException {
        Map<String, String> names = new LinkedHashMap<>();
        for (Parameter input : definition.of(Role.INPUT)) {
            if (arguments.text(input.name()).isPresent()) {
                Path file = arguments.file(input.name()).orElseThrow().toRealPath();
                Path staged = workspace.output(file.getFileName().toString());
                if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
                    throw new StepException("two inputs of " + program.name() + " are called " + file.getFileName());
                }
                if (program.copyInputs()) {
                    Files.copy(file, staged);
                } else {
                    Files.createSymbolicLink(staged, file);
                }
                inputs.put(file, Files.getLastModifiedTime(file));
                names.put(input.name(), staged.getFileName().toString());
            }
        }
        for (Parameter output : arguments.wantedOutputs()) {
            String name = arguments.text(output.name()).orElseThrow();
            if (names.containsValue(workspace.output(name).getFileName().toString())) {
                throw new StepException("the output " + name + " has the name of an input");
            }
            names.put(output.name(), name);
        }
        return names;
    }

    private void environment(Map<String, String> variables, Workspace workspace, String mark) {
        Map<String, String> server = Map.copyOf(variables);
        variables.clear();
        for (String name : program.inherited()) {
            if (server.containsKey(name)) {
                variables.put(name, server.get(name));
            }
        }
        variables.put("HOME", workspace.folder().toString());
        variables.put("TMPDIR", workspace.folder().toString());
        variables.putAll(program.environment());
        variables.put(ProcessTree.MARK, mark);
    }

    private int wait(ProcessBuilder builder, Workspace workspace, String mark, StepListener listener)
            throws IOException, StepException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        RunLog log = new RunLog(process.getInputStream(), program.limits().logBytes(), listener);
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - start > program.limits().time().toNanos()) {
                    throw new StepException("%s was stopped: it ran longer than %s s"
                            .formatted(program.name(), program.limits().seconds()));
                }
                log.check(program.name());
                FolderSize.check(workspace.folder(), program);
            }
            return process.exitValue();
        } finally {
            ProcessTree.kill(process.toHandle(), mark);
            log.await();
            if (!Thread.currentThread().isInterrupted()) {
                log.check(program.name());
                FolderSize.check(workspace.folder(), program);
            }
        }
    }

    private void checkInputs(Map<Path, FileTime> inputs) throws IOException, StepException {
        for (Map.Entry<Path, FileTime> input : inputs.entrySet()) {
            if (!Files.exists(input.getKey())
                    || !Files.getLastModifiedTime(input.getKey()).equals(input.getValue())) {
                throw new StepException("the input " + input.getKey() + " changed while " + program.name() + " ran");
            }
        }
    }

    private void checkOutput(Path file, Parameter output) throws IOException, StepException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String what = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "is no ordinary file" : "is not there";
            throw new StepException("%s ended without a fault, but its output %s (%s) %s"
                    .formatted(program.name(), file.getFileName(), output.name(), what));
        }
        if (Files.size(file) == 0) {
            throw new StepException("%s ended without a fault, but its output %s (%s) is empty"
                    .formatted(program.name(), file.getFileName(), output.name()));
        }
    }
}
