// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// A run in a hidden folder of the one where its outputs go; each is renamed into its place when all are whole. A
/// failed run leaves its folder, for its log; a successful one only the log.
final class PrivateRun implements AutoCloseable {

    private static final int DIGITS = 12;

    private final Path target;
    private final Path folder;
    private final boolean overwrite;
    private Path log;

    private PrivateRun(Path target, Path folder, boolean overwrite) {
        this.target = target;
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /// @param target is made if it is not there
    static PrivateRun in(Path target, boolean overwrite) throws IOException {
        try {
            Files.createDirectories(target);
            return new PrivateRun(target, Files.createTempDirectory(target, ".vo4he-run-"), overwrite);
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.reason(e), e);
        }
    }

    /// Runs, and gives the files written by argument name.
    ///
    /// @throws CommandFailure when a file is there that would be replaced, or the disk or system fails
    Map<String, Path> of(Plan plan, Executor executor) throws StepException {
        refuseExisting(plan);
        try {
            Finished finished = executor.run(plan, folder, RunListener.NONE);
            Map<String, Path> written = new LinkedHashMap<>();
            for (Finished.Output output : finished.wanted()) {
                Path file = target.resolve(output.file().getFileName());
                refuse(file);
                written.put(output.name(), file);
            }
            for (Finished.Output output : finished.wanted()) {
                Files.move(output.file(), written.get(output.name()), StandardCopyOption.REPLACE_EXISTING);
            }
            String digits = plan.hash().substring(plan.hash().indexOf(':') + 1);
            log = target.resolve("run-" + digits.substring(0, DIGITS) + ".log");
            Files.move(finished.log(), log, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (StepException e) {
            throw new StepException(e.getMessage() + logged(), e);
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.reason(e) + logged(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted" + logged(), e);
        }
    }

    private String logged() {
        Path failed = folder.resolve(org.vo4he.reprocess.LocalExecutor.LOG);
        return Files.exists(failed) ? " (log: " + failed + ")" : "";
    }

    private void refuseExisting(Plan plan) {
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

    Path log() {
        return log;
    }

    @Override
    public void close() throws IOException {
        boolean keep = log == null && Files.exists(folder.resolve(org.vo4he.reprocess.LocalExecutor.LOG));
        if (!keep) {
            delete(folder);
        }
    }

    /// With all that lies in it.
    static void delete(Path folder) throws IOException {
        try (Stream<Path> rest = Files.walk(folder)) {
            List<Path> all = rest.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
