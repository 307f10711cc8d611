// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Which files a process has open for writing, as Linux tells in `/proc`: of processes of our own user, or of all for
/// root. Where it does not tell, none.
final class OpenForWriting {

    private static final Path PROCESSES = Path.of("/proc");

    private OpenForWriting() {}

    /// @param files by their real paths
    static Set<Path> among(Set<Path> files) {
        Set<Path> open = new HashSet<>();
        if (files.isEmpty() || !Files.isDirectory(PROCESSES)) {
            return open;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                addOpenOf(process, files, open);
            }
        } catch (IOException _) {
            // A system without /proc, or one that hides it.
        }
        return open;
    }

    private static void addOpenOf(Path process, Set<Path> files, Set<Path> open) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                addIfOpen(process, descriptor, files, open);
            }
        } catch (IOException | RuntimeException _) {
            // Another user's process, or one that ended.
        }
    }

    private static void addIfOpen(Path process, Path descriptor, Set<Path> files, Set<Path> open) {
        try {
            Path file = Files.readSymbolicLink(descriptor);
            if (files.contains(file) && isForWriting(process, descriptor)) {
                open.add(file);
            }
        } catch (IOException | RuntimeException _) {
            // The process closed this one meanwhile; it has others.
        }
    }

    /// proc(5), fdinfo: the flags in octal; the two lowest bits are 0 for reading only.
    private static boolean isForWriting(Path process, Path descriptor) throws IOException {
        return Files.readAllLines(process.resolve("fdinfo").resolve(descriptor.getFileName())).stream()
                .filter(line -> line.startsWith("flags:"))
                .map(line -> Long.parseLong(line.substring("flags:".length()).strip(), 8))
                .anyMatch(flags -> (flags & 3) != 0);
    }
}
