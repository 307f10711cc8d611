// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private ProcessTree() {}

    /// Kills until none is left, or some can't be killed for five seconds.
    static void kill(ProcessHandle first, String mark) {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<ProcessHandle> left = alive(first, mark);
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
            left = alive(first, mark);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static Set<ProcessHandle> alive(ProcessHandle first, String mark) {
        Set<ProcessHandle> alive = new LinkedHashSet<>();
        if (first.isAlive()) {
            alive.add(first);
        }
        first.descendants().forEach(alive::add);
        if (Files.isDirectory(PROC)) {
            ProcessHandle.allProcesses()
                    .filter(process -> carries(process, MARK + "=" + mark))
                    .forEach(alive::add);
        }
        return alive;
    }

    /// A process of another user can't be looked into, and is none of ours; a zombie has no environment.
    private static boolean carries(ProcessHandle process, String wanted) {
        try {
            byte[] environment = Files.readAllBytes(PROC.resolve(process.pid() + "/environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException _) {
            return false;
        }
    }
}
