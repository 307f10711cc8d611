// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// All processes of a run: what descends from its first, and on Linux whatever carries the run's mark in its
/// environment, so that one that left its parent and its session is found too; at the end of the run also what emptied
/// its environment, by a limit that processes inherit and can't raise.
final class ProcessTree {

    /// The environment variable that every process of a run inherits.
    static final String MARK = "VO4HE_RUN";

    /// getrlimit(2), RLIMIT_RTTIME in microseconds: it means nothing to a process that is not scheduled in real time.
    private static final String REAL_TIME = "Max realtime timeout";

    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 10;
    private static final long KILOBYTE = 1024;

    private final ProcessHandle first;
    private final String mark;
    private final long limit;

    /// @param mark of the run, the value of [#MARK]
    ProcessTree(ProcessHandle first, String mark) {
        this.first = first;
        this.mark = mark;
        this.limit = realTimeMark(mark);
    }

    /// Kills until none is left, or some can't be killed for five seconds.
    void kill() {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<ProcessHandle> left = everything();
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
            left = everything();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<ProcessHandle> alive() {
        Set<ProcessHandle> alive = new LinkedHashSet<>();
        if (first.isAlive()) {
            alive.add(first);
        }
        first.descendants().forEach(alive::add);
        if (Files.isDirectory(PROC)) {
            ProcessHandle.allProcesses().filter(this::carries).forEach(alive::add);
        }
        return alive;
    }

    private Set<ProcessHandle> everything() {
        Set<ProcessHandle> everything = alive();
        if (Files.isDirectory(PROC)) {
            ProcessHandle.allProcesses().filter(this::isLimited).forEach(everything::add);
        }
        return everything;
    }

    /// A mark as a number of microseconds: 35 years to 73,000.
    static long realTimeMark(String mark) {
        UUID digest = UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8));
        return (digest.getMostSignificantBits() >>> 3) | 1L << 50;
    }

    /// A process that ended and waits for its parent to take note has its limits still, but runs no program.
    private boolean isLimited(ProcessHandle process) {
        Path folder = PROC.resolve(String.valueOf(process.pid()));
        try (Stream<String> lines = Files.lines(folder.resolve("limits"))) {
            return lines.anyMatch(line -> line.startsWith(REAL_TIME) && line.contains(" " + limit + " "))
                    && Files.exists(folder.resolve("exe"));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private boolean carries(ProcessHandle process) {
        return Leftovers.mark(process).filter(mark::equals).isPresent();
    }

    /// Adds up what all processes of the run hold in memory.
    ///
    /// @throws StepException when it is more than the program may take; Linux only
    void checkMemory(ExternalProgram program) throws StepException {
        long most = program.limits().memoryBytes();
        if (most > 0 && Files.isDirectory(PROC)) {
            long held = alive().stream().mapToLong(ProcessTree::residentBytes).sum();
            if (held > most) {
                throw new StepException("%s was stopped: its processes held %d bytes of memory, %d are allowed"
                        .formatted(program.name(), held, most));
            }
        }
    }

    /// proc(5): memory that the process does not share with a file.
    private static long residentBytes(ProcessHandle process) {
        try {
            return Files.readAllLines(PROC.resolve(process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
