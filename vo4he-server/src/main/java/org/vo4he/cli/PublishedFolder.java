// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that a state directory is about, noted in the file `published-folder` there: `query` and `get` are not
/// told.
final class PublishedFolder {

    private static final String NOTE = "published-folder";

    private PublishedFolder() {}

    /// @throws CommandFailure when nothing was harvested into that state yet
    static Path of(Path state) {
        return noted(state)
                .orElseThrow(() -> new CommandFailure(
                        "nothing was harvested into the state folder " + state + " yet: 'vo4he harvest' does that"));
    }

    /// Notes the folder. A state keeps to its folder, because harvesting another one would withdraw every product; only
    /// when the old one is gone is the new one taken for the same, moved.
    ///
    /// @return its real path
    /// @throws CommandFailure when there is no such folder, it can't be noted, or the state is about another one
    static Path note(Path state, Path published) {
        Path real = real(published);
        try {
            Files.createDirectories(state);
            Optional<Path> before = noted(state);
            if (before.isPresent() && !before.get().equals(real) && Files.exists(before.get())) {
                throw new CommandFailure("the state folder " + state + " belongs to the folder " + before.get()
                        + "; use another --state for " + real);
            }
            Files.writeString(state.resolve(NOTE), real + "\n");
            return real;
        } catch (IOException e) {
            throw new CommandFailure("can't write to the state folder " + state + ": " + e, e);
        }
    }

    /// The folder by its real path.
    ///
    /// @throws CommandFailure when there is no such folder
    static Path real(Path published) {
        try {
            Path real = published.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new CommandFailure(published + " is a file; a folder is published");
            }
            return real;
        } catch (IOException _) {
            throw new CommandFailure("there is no folder " + published);
        }
    }

    private static Optional<Path> noted(Path state) {
        try {
            return Optional.of(Path.of(Files.readString(state.resolve(NOTE)).strip()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
