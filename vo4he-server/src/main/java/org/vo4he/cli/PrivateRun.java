// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// A run in a hidden folder of the one where its outputs go; each is renamed into its place when all are whole. Its log
/// goes there too, however it ends.
final class PrivateRun {

    private static final int DIGITS = 12;

    private final Plan plan;
    private final Path target;
    private final boolean overwrite;

    /// @param target folder of the outputs; is made if it is not there
    /// @param overwrite whether files that are there are replaced
    PrivateRun(Plan plan, Path target, boolean overwrite) {
        this.plan = plan;
        this.target = target;
        this.overwrite = overwrite;
    }

    /// Runs, and gives the files written by argument name.
    ///
    /// @throws CommandFailure when a step fails, a file is there that would be replaced, or the disk is full
    Map<String, Path> made(Executor executor) {
        refuseExisting();
        try {
            Files.createDirectories(target);
            try (HiddenFolder hidden = HiddenFolder.in(target)) {
                return run(executor, hidden.files());
            }
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.reason(e), e);
        }
    }

    private Map<String, Path> run(Executor executor, Path folder) throws IOException {
        try {
            return inTheirPlaces(executor.run(plan, folder, RunListener.NONE));
        } catch (StepException e) {
            throw new CommandFailure(e.getMessage() + " (log: " + log() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted (log: " + log() + ")", e);
        } finally {
            Path written = folder.resolve(LocalExecutor.LOG);
            if (Files.exists(written)) {
                Files.move(written, log(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Map<String, Path> inTheirPlaces(Finished finished) throws IOException {
        Map<String, Path> places = new LinkedHashMap<>();
        for (Finished.Output output : finished.wanted()) {
            Path place = target.resolve(output.file().getFileName());
            refuse(place);
            places.put(output.name(), place);
        }
        for (Finished.Output output : finished.wanted()) {
            Files.move(output.file(), places.get(output.name()), StandardCopyOption.ATOMIC_MOVE);
        }
        return places;
    }

    private void refuseExisting() {
        for (Parameter output : plan.target().definition().of(Parameter.Role.OUTPUT)) {
            String name = plan.target().values().get(output.name());
            if (name != null && Workspace.isName(name)) {
                refuse(target.resolve(name));
            }
        }
    }

    private void refuse(Path file) {
        if (!overwrite && Files.exists(file)) {
            throw new CommandFailure(file + " is there already; --overwrite replaces it");
        }
    }

    /// Where the log lies when the run has ended: plans that are the same have the same.
    Path log() {
        String digits = plan.hash().substring(plan.hash().indexOf(':') + 1);
        return target.resolve("run-" + digits.substring(0, DIGITS) + ".log");
    }
}
