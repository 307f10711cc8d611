// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// A run in a hidden folder of the one where its outputs go; each is renamed into its place when all are whole. Its log
/// goes there too, however it ends.
///
/// @param target folder of the outputs; is made if it is not there
/// @param log where it lies when the run has ended
/// @param overwrite whether files that are there are replaced
record PrivateRun(Path target, Path log, boolean overwrite) {

    /// What makes files in a private folder, beside its log.
    interface Run {

        /// @return the files by argument name
        Map<String, Path> in(Path folder) throws StepException, IOException, InterruptedException;
    }

    /// Runs, and gives the files written by argument name.
    ///
    /// @param names of outputs, as far as they are known beforehand
    /// @throws CommandFailure when a step fails, a file is there that would be replaced, or the disk is full
    /// @throws InterruptedException when it was told to stop; nothing but the log is left
    Map<String, Path> made(Collection<String> names, Run run) throws InterruptedException {
        names.stream().filter(Workspace::isName).map(target::resolve).forEach(this::refuse);
        try {
            Files.createDirectories(target);
            try (HiddenFolder hidden = HiddenFolder.in(target)) {
                return made(run, hidden.files());
            }
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.reason(e), e);
        }
    }

    private Map<String, Path> made(Run run, Path folder) throws IOException, InterruptedException {
        try {
            return inTheirPlaces(run.in(folder));
        } catch (StepException e) {
            throw new CommandFailure(e.getMessage() + " (log: " + log + ")", e);
        } finally {
            Path written = folder.resolve(LocalExecutor.LOG);
            if (Files.exists(written)) {
                Files.move(written, log, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Map<String, Path> inTheirPlaces(Map<String, Path> files) throws IOException {
        Map<String, Path> places = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            Path place = target.resolve(file.getFileName());
            refuse(place);
            places.put(name, place);
        });
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Files.move(file.getValue(), places.get(file.getKey()), StandardCopyOption.ATOMIC_MOVE);
        }
        return places;
    }

    private void refuse(Path file) {
        if (!overwrite && Files.exists(file)) {
            throw new CommandFailure(file + " is there already; --overwrite replaces it");
        }
    }
}
