// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vo4he.diagnostics.Finding;

/// Runs a program of the operator in the private folder. No shell is involved; the environment holds what the operator
/// lists; whatever the program started is killed when the run ends, however it ends.
///
/// A container, or else the kernel ([Confinement]), keeps the program from changing files outside its folder. Where
/// neither can, the log says so; a changed input is found out, and only files of the folder are taken as outputs.
public record ExternalStep(ExternalProgram program, StepDefinition definition) implements Step {

    /// From here on it is the engine of a container, or a signal to it, that ended the run: the container may be left.
    private static final int ENGINE_FAILED = 125;

    private static final long LOOK_MILLIS = 100;

    /// The operator's own command stays untold.
    @Override
    public String location() {
        return "";
    }

    @Override
    public Optional<String> image() {
        return program.container().map(Container::image);
    }

    @Override
    public Optional<Limits> limits() {
        return Optional.of(program.limits());
    }

    @Override
    public void check(Arguments arguments) throws StepException {
        program.landlock();
        ExternalCommand.executable(program, program.directory().orElse(Path.of("/")))
                .require(program.name());
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException, InterruptedException {
        Staging staging = Staging.of(program, arguments, workspace);
        ExternalCommand command = new ExternalCommand(program, workspace, Leftovers.newMark());
        ProcessBuilder builder = command.process(arguments, staging.names());
        ExternalCommand.executable(program, workspace.folder()).require(program.name());
        wait(command, builder, staging, listener).ifPresent(listener::finding);
        staging.checkInputs();
        for (Parameter output : arguments.wantedOutputs()) {
            checkOutput(workspace.output(arguments.text(output.name()).orElseThrow()), output);
        }
    }

    /// @return what should be known of a program that ended without a fault
    private Optional<Finding> wait(
            ExternalCommand command, ProcessBuilder builder, Staging staging, StepListener listener)
            throws IOException, StepException, InterruptedException {
        Path folder = command.workspace().folder();
        long start = System.nanoTime();
        Optional<Landlock> landlock = program.landlock();
        Process process = landlock.isPresent()
                ? program.confinement().start(landlock.get(), builder, folder, program.readFiles(staging.files()))
                : builder.start();
        ProcessTree tree = new ProcessTree(process.toHandle(), command.mark());
        RunLog log = new RunLog(process.getInputStream(), program.limits().logBytes(), listener);
        boolean ended = false;
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - start > program.limits().time().toNanos()) {
                    throw new StepException("%s was stopped: it ran longer than %s s"
                            .formatted(program.name(), program.limits().seconds()));
                }
                log.check(program.name());
                FolderSize.check(folder, program, staging);
                tree.checkMemory(program);
            }
            ended = true;
        } finally {
            boolean removed = ended && process.exitValue() < ENGINE_FAILED;
            if (!removed && program.container().isPresent()) {
                Container.remove(program.container().get().engine(), command.containerName());
            }
            tree.kill();
            log.await();
            if (!Thread.currentThread().isInterrupted()) {
                log.check(program.name());
                FolderSize.check(folder, program, staging);
            }
        }
        boolean confined = landlock.isPresent() || program.container().isPresent();
        ProgramEnd end = new ProgramEnd(program, log, confined);
        end.check(process.exitValue());
        return end.finding();
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
