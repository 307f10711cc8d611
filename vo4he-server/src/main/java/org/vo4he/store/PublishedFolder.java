// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// The published folder. Files are taken from it by the path that a harvest recorded in the store: no text of a request
/// comes near the file system. Links in the folder are followed, as the harvest did that found what lies behind them.
///
/// @param root absolute
public record PublishedFolder(Path root) {

    /// A recorded path that leads out of the folder.
    public static final class Outside extends IOException {
        private static final long serialVersionUID = 1L;

        Outside(String recorded) {
            super("the recorded path " + recorded + " is not below the published folder");
        }
    }

    public PublishedFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// The file as it is there now.
    ///
    /// @param recorded path of a product, relative to the folder
    /// @throws java.nio.file.NoSuchFileException when it is not there any more
    /// @throws Outside when the path leads out of the folder
    /// @throws IOException when it leads to something that is no regular file
    public Path file(String recorded) throws IOException {
        Path file = root.resolve(recorded).normalize();
        if (!file.startsWith(root)) {
            throw new Outside(recorded);
        }
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException(recorded + " is not a regular file");
        }
        return file;
    }
}
