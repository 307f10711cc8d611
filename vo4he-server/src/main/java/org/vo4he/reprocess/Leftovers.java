// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Programs that are still running after the vo4he that started them was killed. Every process of a run carries a mark
/// that says who started it and when. Linux only.
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Leftovers() {}

    /// A mark for a run of this process.
    static String newMark() {
        return owner(ProcessHandle.current()) + "-" + UUID.randomUUID();
    }

    /// A process number is used again; with the time of its start it is not.
    private static String owner(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Kills what runs for a vo4he that is no more, and what that starts meanwhile, for five seconds at most;
    /// containers are removed by their engine.
    ///
    /// @return how many processes that were
    public static int sweep() {
        Set<ProcessHandle> killed = new HashSet<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<ProcessHandle, String> left = orphans();
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach((process, mark) -> {
                if (killed.add(process)) {
                    removeContainer(process, mark);
                }
                process.destroyForcibly();
            });
            LockSupport.parkNanos(PAUSE.toNanos());
            left = orphans();
        }
        return killed.size();
    }

    private static Map<ProcessHandle, String> orphans() {
        Map<ProcessHandle, String> orphans = new HashMap<>();
        if (Files.isDirectory(PROC)) {
            ProcessHandle.allProcesses()
                    .forEach(process ->
                            mark(process).filter(Leftovers::isOrphan).ifPresent(mark -> orphans.put(process, mark)));
        }
        return orphans;
    }

    /// Of the client of an engine: `podman run … --name=vo4he-MARK …`.
    private static void removeContainer(ProcessHandle client, String mark) {
        try {
            List<String> words = words(client, "cmdline");
            String name = ExternalCommand.containerName(mark);
            int run = words.indexOf("run");
            if (run > 0 && words.contains("--name=" + name)) {
                Container.remove(words.get(run - 1), name);
            }
        } catch (IOException e) {
            LOG.warn("the container of process {} could not be removed: {}", client.pid(), e.toString());
        }
    }

    private static List<String> words(ProcessHandle process, String file) throws IOException {
        byte[] words = Files.readAllBytes(PROC.resolve(process.pid() + "/" + file));
        return List.of(new String(words, StandardCharsets.ISO_8859_1).split("\0"));
    }

    /// The mark in a process's environment; that of another user can't be looked into, and is none of ours.
    static Optional<String> mark(ProcessHandle process) {
        try {
            String prefix = ProcessTree.MARK + "=";
            return words(process, "environ").stream()
                    .filter(variable -> variable.startsWith(prefix))
                    .map(variable -> variable.substring(prefix.length()))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isOrphan(String mark) {
        String[] parts = mark.split("-", 3);
        if (parts.length < 3 || !parts[0].matches("[0-9]{1,18}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(owner -> mark.startsWith(owner(owner) + "-"))
                .isEmpty();
    }
}
