// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a program of the operator in the private folder. No shell is involved; the environment holds what the operator
/// lists; whatever the program started is killed when the run ends, however it ends.
///
/// A container, or else the kernel ([Confinement]), keeps the program from changing files outside its folder. Where
/// neither can, the log says so; a changed input is found out, and only files of the folder are taken as outputs.
public record ExternalStep(ExternalProgram program, StepDefinition definition) implements Step {

    /// Added to the number of a signal, as shells and Java have it.
    private static final int SIGNALLED = 128;

    private static final int LAST_SIGNAL = 64;

    /// SIGXFSZ, signal(7).
    private static final int FILE_TOO_LARGE = 25;

    private static final String REFUSED =
            "; its log says that it was refused a file: it may change files in its own folder only";

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
    public void check(Arguments arguments) throws StepException {
        program.landlock();
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException, InterruptedException {
        Staging staging = Staging.of(program, arguments, workspace);
        ExternalCommand command = new ExternalCommand(program, workspace, Leftovers.newMark());
        wait(command, command.process(arguments, staging.names()), listener);
        staging.checkInputs();
        for (Parameter output : arguments.wantedOutputs()) {
            checkOutput(workspace.output(arguments.text(output.name()).orElseThrow()), output);
        }
    }

    private void checkExit(int exitCode, boolean refused) throws StepException {
        if (exitCode != 0) {
            throw new StepException("%s ended with exit code %d%s%s"
                    .formatted(program.name(), exitCode, signal(exitCode), refused ? REFUSED : ""));
        }
    }

    /// What killed it, if something did.
    private String signal(int exitCode) {
        int signal = exitCode - SIGNALLED;
        if (signal < 1 || signal > LAST_SIGNAL) {
            return "";
        }
        return signal == FILE_TOO_LARGE
                ? " (a file grew beyond " + program.limits().outputBytes() + " bytes)"
                : " (killed by signal " + signal + ")";
    }

    private void wait(ExternalCommand command, ProcessBuilder builder, StepListener listener)
            throws IOException, StepException, InterruptedException {
        Path folder = command.workspace().folder();
        long start = System.nanoTime();
        Optional<Landlock> landlock = program.landlock();
        Process process =
                landlock.isPresent() ? program.confinement().start(landlock.get(), builder, folder) : builder.start();
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
                FolderSize.check(folder, program);
                tree.checkMemory(program);
            }
            ended = true;
        } finally {
            if (!ended && program.container().isPresent()) {
                Container.remove(program.container().get().engine(), command.containerName());
            }
            tree.kill();
            log.await();
            if (!Thread.currentThread().isInterrupted()) {
                log.check(program.name());
                FolderSize.check(folder, program);
            }
        }
        checkExit(process.exitValue(), landlock.isPresent() && log.toldOfRefusal());
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
