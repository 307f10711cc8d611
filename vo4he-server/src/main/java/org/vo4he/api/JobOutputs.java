// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.Phase;

/// The files of a job that may be looked at: its results; while it runs, what its steps are writing. Files are found by
/// listing the folder: no text of a request becomes a path.
///
/// @param folder of the job
record JobOutputs(Job job, Path folder) {

    private static final int DEPTH = 3;
    private static final int MOST_GROWING = 200;

    List<JobStatus.Output> list() throws IOException {
        List<JobStatus.Output> outputs = new ArrayList<>();
        if (job.phase() == Phase.COMPLETED) {
            job.results().forEach(result -> outputs.add(whole(result)));
            return outputs;
        }
        for (Map.Entry<String, Path> growing : growing().entrySet()) {
            try {
                String type = MediaTypes.of(growing.getValue());
                outputs.add(new JobStatus.Output(
                        growing.getKey(),
                        type,
                        Files.size(growing.getValue()),
                        type.equals(MediaTypes.FITS),
                        false,
                        KeyNumbers.NONE));
            } catch (NoSuchFileException _) {
                // It was one of a moment only.
            }
        }
        return outputs;
    }

    private JobStatus.Output whole(JobResult result) {
        boolean fits = result.mediaType().equals(MediaTypes.FITS);
        return new JobStatus.Output(
                result.file(),
                result.mediaType(),
                result.bytes(),
                fits,
                true,
                fits ? KeyNumbers.of(folder.resolve(result.file())) : KeyNumbers.NONE);
    }

    Optional<Path> find(String name) throws IOException {
        if (job.phase() == Phase.COMPLETED) {
            return job.results().stream()
                    .filter(result -> result.file().equals(name))
                    .map(result -> folder.resolve(result.file()))
                    .findFirst();
        }
        return Optional.ofNullable(growing().get(name));
    }

    private Map<String, Path> growing() throws IOException {
        Map<String, Path> growing = new LinkedHashMap<>();
        Path log = folder.resolve(ReprocessRunner.LOG_FILE);
        if (Files.isRegularFile(log)) {
            growing.put(ReprocessRunner.LOG_FILE, log);
        }
        addFiles(folder.resolve(LocalExecutor.DATA), DEPTH, growing);
        // What is brought into the folder of the job is there before the job is told to be complete.
        addFiles(folder, 1, growing);
        growing.remove(RunNotes.FILE, folder.resolve(RunNotes.FILE));
        return growing;
    }

    /// Links are not followed: an input that lies elsewhere is none of the job's files.
    private static void addFiles(Path from, int depth, Map<String, Path> growing) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from, depth)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST_GROWING)
                    .forEach(file -> growing.putIfAbsent(file.getFileName().toString(), file));
        } catch (UncheckedIOException e) {
            // A folder that went while it was listed: what was seen of it is told.
        }
    }
}
