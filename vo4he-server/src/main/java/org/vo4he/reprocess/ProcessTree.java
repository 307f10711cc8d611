// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// All processes of a run: what descends from its first, and on Linux whatever carries the run's mark in its
/// environment, so that one that left its parent and its session is found too.
final class ProcessTree {

    /// The environment variable that every process of a run inherits.
    static final String MARK = "VO4HE_RUN";

    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 10;
    private static final long KILOBYTE = 1024;

    private final ProcessHandle first;
    private final String mark;

    /// @param mark of the run, the value of [#MARK]
    ProcessTree(ProcessHandle first, String mark) {
        this.first = first;
        this.mark = mark;
    }

    /// Kills until none is left, or some can't be killed for five seconds.
    void kill() {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<ProcessHandle> left = alive();
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
            left = alive();
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
