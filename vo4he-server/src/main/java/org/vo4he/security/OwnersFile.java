// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/// A text file that its owner alone may read, replaced as a whole: who reads meanwhile, and who comes after a crash,
/// finds the earlier lines or the new ones.
final class OwnersFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /// A file that is there keeps its owner, and a symbolic link stays one.
    ///
    /// @throws IOException when it can't be written, or its owner can't be kept: then it is as it was
    static void replace(Path named, List<String> lines) throws IOException {
        Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part", privately(file));
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            if (Files.exists(file)) {
                keepOwner(file, draft);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Nothing on a file system that knows no such permissions.
    private static FileAttribute<?>[] privately(Path file) throws IOException {
        return Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    /// Where the server runs as another user, it could not read a file of ours.
    private static void keepOwner(Path from, Path to) throws IOException {
        UserPrincipal owner = Files.getOwner(from);
        if (!owner.equals(Files.getOwner(to))) {
            Files.setOwner(to, owner);
        }
    }
}
