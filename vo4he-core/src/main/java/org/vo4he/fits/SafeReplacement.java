// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Puts a new file in the place of another: written beside it, synced, given mode, owner and group, then
/// renamed. A crash leaves the old file or the new one, never a mixture.
///
/// A crash before the rename leaves a file `.vo4he-new-NAME` beside it, which the next command for that file
/// removes.
final class SafeReplacement {

    interface Content {
        void writeTo(FileChannel file) throws IOException;
    }

    private SafeReplacement() {}

    /// @param source gives its mode to a target that does not exist yet
    /// @param target a symbolic link is followed
    /// @param durable whether a target that is new also has to survive a crash of the machine
    static void write(Path source, Path target, boolean durable, Content content) throws IOException {
        Path real = real(target);
        Path fresh = fresh(real);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, real);
            try {
                channel.truncate(0);
                content.writeTo(channel);
                attributes(Files.exists(real) ? real : source, fresh, Files.exists(real));
                if (durable || Files.exists(real)) {
                    channel.force(true);
                }
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
                if (durable) {
                    syncFolder(real.getParent());
                }
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(fresh);
                throw e;
            }
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
        Path left = fresh(real(target));
        if (!Files.exists(left)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
            lock(channel, left);
            Files.deleteIfExists(left);
        } catch (FileChangedException | NoSuchFileException _) {
            // it is still needed, or gone already
        }
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
            throw new FileChangedException(file + " is being written by another program");
        }
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
