// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A state directory in the making: its files are written into a folder beside it, which takes its name when all are
/// there. Closed before that, nothing of it is left.
final class NewState implements AutoCloseable {

    private final Path state;
    private final Path draft;
    private boolean complete;

    private NewState(Path state, Path draft) {
        this.state = state;
        this.draft = draft;
    }

    /// @throws BackupException when something is there already
    static NewState of(Path named) throws BackupException, IOException {
        Path state = named.toAbsolutePath().normalize();
        if (Files.exists(state) && !Files.isDirectory(state)) {
            throw new BackupException(named + " is a file; a folder is wanted");
        }
        if (Files.isDirectory(state) && !isEmpty(state)) {
            throw new BackupException("the folder " + named + " is not empty; a backup is restored into a new one");
        }
        Files.createDirectories(state.getParent());
        Path draft = state.resolveSibling("." + state.getFileName() + ".restoring-" + System.nanoTime());
        return new NewState(state, Files.createDirectory(draft));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().isEmpty();
        }
    }

    /// Closing it waits until the disk has it.
    OutputStream file(String name) throws IOException {
        Path file = draft.resolve(name);
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                channel.force(true);
                out.close();
            }
        };
    }

    void complete() throws IOException {
        Files.deleteIfExists(state); // It is empty.
        Files.move(draft, state, StandardCopyOption.ATOMIC_MOVE);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (complete) {
            return;
        }
        List<Path> left;
        try (Stream<Path> files = Files.walk(draft)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}
