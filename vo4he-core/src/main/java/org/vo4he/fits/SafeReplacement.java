// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;

/// Puts a new file in the place of another: written beside it, synced, given mode, owner and group, then
/// renamed. A crash leaves the old file or the new one, never a mixture.
///
/// A crash before the rename leaves a file `.vo4he-new-NAME` beside it, which the next command for that file
/// removes.
final class SafeReplacement {

    interface Content {
        void writeTo(FileChannel file) throws IOException;

        /// @throws FileChangedException if what it is made of has changed meanwhile
        default void requireCurrent() throws IOException {}
    }

    private SafeReplacement() {}

    /// @param source gives its mode to a target that does not exist yet
    /// @param target a symbolic link is followed
    /// @param durable whether a target that is new also has to survive a crash of the machine
    /// @return the size of the new file
    static long write(Path source, Path target, boolean durable, Content content) throws IOException {
        Path real = real(target);
        if (!Files.exists(real)) {
            return replace(source, real, false, durable, content);
        }
        // Held until the end: nobody appends to the file that is about to be replaced.
        try (FileChannel held = FileChannel.open(real, StandardOpenOption.WRITE)) {
            lock(held, real);
            return replace(source, real, true, durable, content);
        }
    }

    private static long replace(Path source, Path real, boolean replaced, boolean durable, Content content)
            throws IOException {
        content.requireCurrent();
        Path fresh = fresh(real);
        try (FileChannel channel = made(fresh, real)) {
            try {
                lock(channel, real);
                content.writeTo(channel);
                attributes(replaced ? real : source, fresh, replaced);
                if (durable || replaced) {
                    channel.force(true);
                }
                content.requireCurrent();
                requireOurs(fresh, channel);
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                discard(fresh, e);
                throw e;
            }
            if (durable) {
                syncFolder(real.getParent());
            }
            return channel.size();
        }
    }

    /// Never an existing file: it may be another program's, and soon the target itself.
    private static FileChannel made(Path fresh, Path real) throws IOException {
        try {
            return FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            sweep(real);
        }
        try {
            return FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw writtenByAnother(real);
        }
    }

    /// Somebody who took it for a rest may have deleted it between its making and its locking, and a third have made
    /// another.
    private static void requireOurs(Path fresh, FileChannel channel) throws IOException {
        if (Files.size(fresh) != channel.size()) {
            throw writtenByAnother(fresh);
        }
    }

    private static void discard(Path fresh, Exception because) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static Path real(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }

    /// A harvest passes over names that begin so.
    private static Path fresh(Path real) {
        return real.resolveSibling(".vo4he-new-" + real.getFileName());
    }

    /// Deletes what a crashed replacement of the target has left, unless another program is at it.
    static void sweep(Path target) throws IOException {
        Path left = fresh(Files.isSymbolicLink(target) ? real(target) : target.toAbsolutePath());
        if (!Files.exists(left)) {
            return;
        }
        try {
            Object key = key(left);
            try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
                lock(channel, left);
                if (Objects.equals(key, key(left))) {
                    Files.deleteIfExists(left);
                }
            }
        } catch (FileChangedException | NoSuchFileException _) {
            // it is still needed, or gone already
        }
    }

    /// Tells whether a path still is the same file.
    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// Until the channel is closed, other programs that ask can't write to the file.
    static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            lock = null;
        }
        if (lock == null) {
            throw writtenByAnother(file);
        }
    }

    private static FileChangedException writtenByAnother(Path file) {
        return new FileChangedException(file + " is being written by another program");
    }

    private static void attributes(Path model, Path fresh, boolean withOwner) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
        PosixFileAttributes given = view.readAttributes();
        if (withOwner) {
            owner(view, wanted, given, model);
        }
        if (!given.permissions().equals(wanted.permissions())) {
            view.setPermissions(wanted.permissions());
        }
    }

    private static void owner(
            PosixFileAttributeView view, PosixFileAttributes wanted, PosixFileAttributes given, Path model)
            throws IOException {
        try {
            if (!given.owner().equals(wanted.owner())) {
                view.setOwner(wanted.owner());
            }
            if (!given.group().equals(wanted.group())) {
                view.setGroup(wanted.group());
            }
        } catch (IOException e) {
            throw new OwnerNotKeptException("a new " + model.getFileName() + " can't be given to " + wanted.owner()
                    + ":" + wanted.group() + " (" + e.getMessage() + ")");
        }
    }

    /// Makes the rename durable.
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
