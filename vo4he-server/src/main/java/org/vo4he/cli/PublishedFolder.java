// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that is published, as a command line names it.
final class PublishedFolder {

    private PublishedFolder() {}

    /// By its real path: two ways to one folder are one.
    ///
    /// @throws CommandFailure when there is no such folder
    static Path real(Path named) {
        try {
            Path real = named.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new CommandFailure(named + " is a file; a folder is published");
            }
            return real;
        } catch (IOException _) {
            throw new CommandFailure("there is no folder " + named);
        }
    }
}
