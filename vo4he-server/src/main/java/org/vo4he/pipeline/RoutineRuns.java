// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.harvest.HarvestReport;
import org.vo4he.harvest.Readiness;
import org.vo4he.pipeline.ArrivalRecord.Entry;
import org.vo4he.pipeline.ArrivalRecord.State;
import org.vo4he.provenance.Sha256;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;
import org.vo4he.store.FileStamp;
import org.vo4he.watch.FolderWatch;

/// Runs a pipeline once for each FITS file that arrives in a folder: the [FolderWatch] says when a file is whole, a
/// record on the disk which were taken.
///
/// Outputs of a file appear together, as a folder of its name; a file of other content under an old name gets another
/// folder. A run that a crash cut off is begun again; one that failed is tried again at the next start.
public final class RoutineRuns implements FolderWatch.Harvester, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoutineRuns.class);
    private static final String HIDDEN = ".vo4he-run-";

    private final Path watched;
    private final Path out;
    private final PipelineRun pipeline;
    private final PathMatcher wanted;
    private final ArrivalRecord record;
    private final Set<String> failedNow = new HashSet<>();

    private RoutineRuns(Path watched, Path out, PipelineRun pipeline, PathMatcher wanted, ArrivalRecord record) {
        this.watched = watched;
        this.out = out;
        this.pipeline = pipeline;
        this.wanted = wanted;
        this.record = record;
    }

    /// @param watched and `out` as real paths
    /// @param names glob over the name of the file
    /// @param state folder of the record
    /// @throws PipelineException when the pipeline has more than one input
    public static RoutineRuns open(Path watched, Path out, PipelineRun pipeline, String names, Path state)
            throws IOException, PipelineException {
        int inputs = pipeline.pipeline().inputs().size();
        if (inputs != 1) {
            throw new PipelineException("the pipeline %s has %d inputs; one that begins when a file arrives has one"
                    .formatted(pipeline.pipeline().name(), inputs));
        }
        sweep(out);
        Path journal = state.resolve("routine").resolve(pipeline.pipeline().name() + ".jsonl");
        return new RoutineRuns(
                watched,
                out,
                pipeline,
                watched.getFileSystem().getPathMatcher("glob:" + names),
                ArrivalRecord.open(journal));
    }

    /// What a killed run left.
    private static void sweep(Path out) throws IOException {
        try (Stream<Path> left = Files.list(out)) {
            for (Path folder : left.filter(path -> path.getFileName().toString().startsWith(HIDDEN))
                    .toList()) {
                PipelineRun.delete(folder);
            }
        }
    }

    /// Takes what arrived while nobody watched; what is not whole yet is left to the watch.
    public HarvestReport catchUp(Readiness readiness) {
        Set<String> ready = new TreeSet<>();
        for (String path : differences()) {
            Path file = watched.resolve(path);
            if (stamp(file)
                    .filter(stamp -> readiness.isReady(path, file, stamp))
                    .isPresent()) {
                ready.add(path);
            }
        }
        return take(ready, readiness);
    }

    @Override
    public HarvestReport take(Set<String> paths, Readiness readiness) {
        int ran = 0;
        int failed = 0;
        for (String path : paths) {
            if (isWanted(path) && !Thread.currentThread().isInterrupted()) {
                switch (taken(path, readiness)) {
                    case DONE -> ran++;
                    case FAILED -> failed++;
                    case BEGAN, PUBLISHING -> LOG.info("the run for {} was interrupted", path);
                }
            }
        }
        return new HarvestReport(ran, 0, 0, failed, ran, 0, 0, 0, 0, ran + failed, 0, 0, 0, 0);
    }

    private boolean isWanted(String path) {
        Path file = watched.resolve(path);
        return Files.isRegularFile(file) && !file.startsWith(out) && wanted.matches(file.getFileName()) && isFits(file);
    }

    private static boolean isFits(Path file) {
        try (FitsFile fits = FitsFile.open(file)) {
            return !fits.hdus().isEmpty();
        } catch (IOException | NotFitsException _) {
            return false;
        }
    }

    private State taken(String path, Readiness readiness) {
        try {
            Path file = watched.resolve(path);
            FileStamp stamp = FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            Optional<Entry> before = record.of(path);
            boolean untouched =
                    before.filter(known -> known.stamp().equals(stamp)).isPresent();
            String checksum = untouched ? before.get().checksum() : Sha256.of(file);
            Entry entry = new Entry(State.BEGAN, checksum, stamp, "");
            Optional<Entry> same = before.filter(known -> known.checksum().equals(checksum));
            if (same.filter(known -> hasFailed(path, known)).isPresent()) {
                return State.FAILED;
            }
            if (same.filter(this::isOver).isPresent()) {
                record.add(path, entry.in(State.DONE, same.get().folder()), "");
                return State.DONE;
            }
            State state = run(path, entry);
            if (!stamp(file).equals(Optional.of(stamp))) {
                readiness.changedMeanwhile(path);
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileStamp> stamp(Path file) {
        try {
            return Optional.of(FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Outputs that were whole and are in their place are done, whatever came after.
    private boolean isOver(Entry entry) {
        return switch (entry.state()) {
            case DONE -> true;
            case PUBLISHING -> Files.isDirectory(out.resolve(entry.folder()));
            case BEGAN, FAILED -> false;
        };
    }

    private State run(String path, Entry entry) throws IOException {
        record.add(path, entry, "");
        Path folder = Files.createTempDirectory(out, HIDDEN);
        try {
            String input = pipeline.pipeline().inputs().getFirst();
            Plan plan = pipeline.plan(Map.of(input, watched.resolve(path)));
            PipelineRun.Made made = pipeline.run(plan, folder, RunListener.NONE);
            publish(path, entry, made, folder);
            return State.DONE;
        } catch (StepException | PipelineException | IOException e) {
            return failed(path, entry, folder, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return State.BEGAN;
        }
    }

    /// When the outputs appear, nothing else of the run is left.
    private void publish(String path, Entry entry, PipelineRun.Made made, Path folder) throws IOException {
        Path whole = Files.createTempDirectory(out, HIDDEN);
        for (Path file : made.files().values()) {
            Files.move(file, whole.resolve(file.getFileName()));
        }
        Files.move(made.log(), whole.resolve(made.log().getFileName()));
        PipelineRun.delete(folder);
        Files.setPosixFilePermissions(whole, Files.getPosixFilePermissions(out));
        String name = free(path);
        record.add(path, entry.in(State.PUBLISHING, name), "");
        Files.createDirectories(out.resolve(name).getParent());
        Files.move(whole, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        record.add(path, entry.in(State.DONE, name), "");
        LOG.info("{}: {} files in {}", path, made.files().size(), out.resolve(name));
    }

    /// The path of the file; for another content, with a number.
    private String free(String path) {
        String name = path;
        for (int again = 2; Files.exists(out.resolve(name)); again++) {
            name = path + "." + again;
        }
        return name;
    }

    /// The log stays beside the outputs of others.
    private State failed(String path, Entry entry, Path folder, Exception why) throws IOException {
        failedNow.add(path + " " + entry.checksum());
        record.add(path, entry.in(State.FAILED, ""), String.valueOf(why.getMessage()));
        LOG.warn("{}: the run failed: {}", path, why.getMessage());
        Path log = folder.resolve("run.log");
        if (Files.exists(log)) {
            Path kept = out.resolve(path + ".failed.log");
            Files.createDirectories(kept.getParent());
            Files.move(log, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(folder)) {
            PipelineRun.delete(folder);
        }
        return State.FAILED;
    }

    /// Files that no run has seen to its end as they are now. One that failed counts again after a restart.
    @Override
    public Set<String> differences() {
        Set<String> paths = new TreeSet<>();
        try {
            Files.walkFileTree(watched, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.equals(out) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    paths.add(watched.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths.removeIf(path -> record.of(path)
                .filter(entry -> isOver(entry) || hasFailed(path, entry))
                .filter(entry -> stamp(watched.resolve(path)).equals(Optional.of(entry.stamp())))
                .isPresent());
        return paths;
    }

    private boolean hasFailed(String path, Entry entry) {
        return failedNow.contains(path + " " + entry.checksum());
    }

    @Override
    public Set<String> unreadable() {
        return Set.of();
    }

    @Override
    public void close() throws IOException {
        record.close();
    }
}
