// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Programs that are still running after the vo4he that started them was killed. Every process of a run carries a mark
/// that says who started it and when. Linux only.
public final class Leftovers {

    private static final Path PROC = Path.of("/proc");

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

    /// Kills what runs for a vo4he that is no more.
    ///
    /// @return how many processes that were
    public static long sweep() {
        if (!Files.isDirectory(PROC)) {
            return 0;
        }
        return ProcessHandle.allProcesses()
                .filter(process -> mark(process).filter(Leftovers::isOrphan).isPresent())
                .filter(ProcessHandle::destroyForcibly)
                .count();
    }

    /// The mark in a process's environment; that of another user can't be looked into, and is none of ours.
    static Optional<String> mark(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(PROC.resolve(process.pid() + "/environ"));
            String prefix = ProcessTree.MARK + "=";
            return Arrays.stream(new String(environment, StandardCharsets.ISO_8859_1).split("\0"))
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
