// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The state directory, held by this process alone for as long as the object is open. The lock ends with the process,
/// however it ends.
final class StateDirectory implements AutoCloseable {

    /// Not `vo4he.duckdb`: DuckDB names the catalog after the file, and the schema `vo4he` would be ambiguous.
    static final String DATABASE = "archive.duckdb";

    /// What was written since the last checkpoint.
    static final String LOG = DATABASE + ".wal";

    private static final String LOCK = "lock";
    private static final String TEMPORARY = "tmp";

    private final Path path;
    private final FileChannel lockFile;

    private StateDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static StateDirectory take(Path path) throws StoreException {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new NotDirectoryException("it is a file; a folder is wanted");
            }
            Files.createDirectories(path);
            FileChannel lockFile = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(lockFile);
            if (lock.isEmpty()) {
                String holder = holder(lockFile);
                lockFile.close();
                throw new StoreException.Locked(lockedSentence(path, holder));
            }
            try {
                note(lockFile);
                StateDirectory state = new StateDirectory(path.toRealPath(), lockFile);
                state.emptyTemporary();
                return state;
            } catch (IOException failure) {
                lockFile.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new StoreException.Unwritable(path, failure);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel lockFile) throws IOException {
        try {
            return Optional.ofNullable(lockFile.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static void note(FileChannel lockFile) throws IOException {
        lockFile.truncate(0);
        lockFile.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(FileChannel lockFile) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        lockFile.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private static String lockedSentence(Path path, String holder) {
        String process = holder.isEmpty() ? "" : " (process " + holder + ")";
        return ServerFile.read(path)
                .map(server -> "The state directory " + path + " is in use by the server on port " + server.port()
                        + process + ". Stop that server, or use another --state directory.")
                .orElse("The state directory " + path + " is in use by another vo4he" + process
                        + ". Wait until it ends, or use another --state directory.");
    }

    Path path() {
        return path;
    }

    /// Where DuckDB spills. Emptied on opening: a killed process leaves files there.
    Path temporary() {
        return path.resolve(TEMPORARY);
    }

    private void emptyTemporary() throws IOException {
        Path temporary = Files.createDirectories(temporary());
        List<Path> left;
        try (Stream<Path> files = Files.list(temporary)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
