// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A hidden folder in which one writer makes files. It holds a lock file, locked as long as the writer lives: what a
/// writer that was killed left behind is known by its free lock, and swept by the next one that works beside it.
final class HiddenFolder implements AutoCloseable {

    private static final String PREFIX = ".vo4he-new-";
    private static final String LOCK = "lock";
    private static final String FILES = "files";

    /// Between its making and its locking a folder has no lock; one of this age was left so.
    private static final Duration STALE = Duration.ofHours(1);

    /// Of this process: who opens and closes a locked file in the process that holds the lock lets the lock go (POSIX).
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private HiddenFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// A new one, after sweeping those beside it whose writers are gone.
    static HiddenFolder in(Path parent) throws IOException {
        sweep(parent);
        while (true) {
            Path folder = Files.createTempDirectory(parent, PREFIX).toRealPath();
            OWN.add(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            HiddenFolder made = new HiddenFolder(folder, lock);
            if (made.isLocked()) {
                Files.createDirectory(made.files());
                return made;
            }
            made.close();
        }
    }

    /// False when a sweeper was quicker. A file system without locks has no sweepers either.
    private boolean isLocked() {
        try {
            return lock.tryLock() != null && Files.exists(folder.resolve(LOCK));
        } catch (IOException _) {
            return true;
        }
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : left) {
                if (Files.isDirectory(folder) && !OWN.contains(folder.toRealPath())) {
                    sweepOne(folder);
                }
            }
        } catch (NoSuchFileException _) {
            // another one swept it
        }
    }

    private static void sweepOne(Path folder) throws IOException {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = lock.tryLock()) {
            if (free != null) {
                delete(folder);
            }
        } catch (NoSuchFileException _) {
            deleteUnlocked(folder);
        } catch (IOException | OverlappingFileLockException _) {
            // not ours to delete, or no locks here
        }
    }

    private static void deleteUnlocked(Path folder) {
        try {
            Instant then = Files.getLastModifiedTime(folder).toInstant();
            if (then.isBefore(Instant.now().minus(STALE))) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException _) {
            // somebody is at work in it, or has just deleted it, or it is not ours
        }
    }

    /// The folder for the files.
    Path files() {
        return folder.resolve(FILES);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            delete(folder);
        } finally {
            OWN.remove(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> rest = Files.walk(folder)) {
            for (Path path : rest.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
