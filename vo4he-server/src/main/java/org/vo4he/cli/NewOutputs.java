// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A hidden folder beside the files to be written, in which they are made; each is renamed into its place when all are
/// whole. Closing deletes what was not published.
final class NewOutputs implements AutoCloseable {

    private final HiddenFolder hidden;
    private final Map<String, Path> targets = new LinkedHashMap<>();
    private final Path parent;
    private final boolean overwrite;
    private final List<Path> read;

    private NewOutputs(HiddenFolder hidden, Path parent, boolean overwrite, List<Path> read) {
        this.hidden = hidden;
        this.parent = parent;
        this.overwrite = overwrite;
        this.read = read;
    }

    /// @param files of different names
    /// @param read what the outputs are made from: never replaced
    /// @throws CommandFailure if one of them is there and must not be replaced, or has no folder
    static NewOutputs beside(Collection<Path> files, boolean overwrite, List<Path> read) throws IOException {
        for (Path file : files) {
            refuseExisting(file, overwrite, read);
            if (!Files.isDirectory(parent(file))) {
                throw new CommandFailure(
                        "there is no folder " + parent(file) + " for the output " + file.getFileName());
            }
        }
        Path parent = files.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : parent(files.iterator().next());
        NewOutputs outputs = new NewOutputs(HiddenFolder.in(parent), parent, overwrite, read);
        files.forEach(file -> outputs.targets.put(file.getFileName().toString(), file));
        return outputs;
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static void refuseExisting(Path file, boolean overwrite, List<Path> read) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; a file is wanted");
        }
        if (!Files.exists(file)) {
            return;
        }
        for (Path input : read) {
            if (Files.isSameFile(input, file)) {
                throw new CommandFailure(file + " is what the photons are read from; the output needs another name");
            }
        }
        if (!overwrite) {
            throw new CommandFailure(file + " is there already; --overwrite replaces it");
        }
    }

    Path folder() {
        return hidden.files();
    }

    /// Where a file goes; one that was not named, such as a background, beside the first.
    Path target(String name) {
        Path named = targets.get(name);
        if (named != null) {
            return named;
        }
        Path first = targets.values().iterator().next();
        return first.getParent() == null ? Path.of(name) : first.resolveSibling(name);
    }

    /// Renames all into their places.
    ///
    /// @param made below the folder, of different names
    void publish(List<Path> made) throws IOException {
        for (Path file : made) {
            refuseExisting(target(file.getFileName().toString()), overwrite, read);
        }
        for (Path file : made) {
            Path target = target(file.getFileName().toString());
            if (parent(target).equals(parent)) {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                moveAcross(file, target);
            }
        }
    }

    /// Perhaps to another file system: copied beside the target, and renamed there.
    private static void moveAcross(Path file, Path target) throws IOException {
        try (HiddenFolder beside = HiddenFolder.in(parent(target))) {
            Path copy = beside.files().resolve(target.getFileName());
            Files.move(file, copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        hidden.close();
    }
}
