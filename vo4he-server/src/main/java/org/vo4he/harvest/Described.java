// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.product.FileDescription;
import org.vo4he.store.FileStamp;

/// A file that was read: what it says, what it asked for, and what it looks like from outside.
record Described(FoundFile file, FileDescription description, FolderSiblings.Recorder siblings, String mediaType) {

    /// Reads one file. Whatever goes wrong in there stays with this file.
    static Described of(FoundFile file, Describer describer, FolderSiblings siblings) {
        FolderSiblings.Recorder recorder = siblings.recorder(file);
        return new Described(file, describe(file, describer, recorder), recorder, MediaType.of(file.file()));
    }

    /// Whether the file looks as it did before it was read, and so do those it used: else the description may be of no
    /// state that ever was.
    boolean isAsFound() {
        return Stream.concat(Stream.of(file.file()), description.consulted().stream())
                .allMatch(read -> isAsFound(read, siblings.stampOf(read)));
    }

    /// Whether the file was moved away or deleted since it was found: what it says is of another path, or of none.
    boolean isGone() {
        return Files.notExists(file.file());
    }

    private static boolean isAsFound(Path read, Optional<FileStamp> found) {
        try {
            return found.equals(Optional.of(FileStamp.of(Files.readAttributes(read, BasicFileAttributes.class))));
        } catch (IOException _) {
            return false;
        }
    }

    private static FileDescription describe(FoundFile file, Describer describer, FolderSiblings.Recorder siblings) {
        if (!file.hasReadableName()) {
            return failed(file, HarvestFinding.UNREADABLE_NAME, "the name of the file cannot be read as text");
        }
        try {
            return describer.describe(file.file(), siblings);
        } catch (LedgerUnreadable failure) {
            throw failure;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError failure) {
            return failed(file, HarvestFinding.DESCRIBE_FAILED, "vo4he failed with " + failure);
        }
    }

    static FileDescription failed(FoundFile file, HarvestFinding code, String message) {
        return new FileDescription(
                file.file(),
                org.vo4he.product.Outcome.FAILED,
                List.of(),
                List.of(new org.vo4he.diagnostics.Finding(code, file.path(), message)),
                Optional.empty(),
                List.of());
    }
}
