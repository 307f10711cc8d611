// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A hidden folder beside the files to be written, in which they are made; each is renamed into its place when all are
/// whole. Closing deletes what was not published.
final class NewOutputs implements AutoCloseable {

    private final Path folder;
    private final Map<String, Path> targets = new LinkedHashMap<>();
    private final Path parent;
    private final boolean overwrite;

    private NewOutputs(Path folder, Path parent, boolean overwrite) {
        this.folder = folder;
        this.parent = parent;
        this.overwrite = overwrite;
    }

    /// @param files of different names
    /// @throws CommandFailure if one of them is there and must not be replaced
    static NewOutputs beside(Collection<Path> files, boolean overwrite) throws IOException {
        if (files.isEmpty()) {
            return new NewOutputs(Files.createTempDirectory("vo4he-extract"), Path.of(""), overwrite);
        }
        for (Path file : files) {
            refuseExisting(file, overwrite);
        }
        Path parent = parent(files.iterator().next());
        NewOutputs outputs = new NewOutputs(Files.createTempDirectory(parent, ".vo4he-new-"), parent, overwrite);
        files.forEach(file -> outputs.targets.put(file.getFileName().toString(), file));
        return outputs;
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static void refuseExisting(Path file, boolean overwrite) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; a file is wanted");
        }
        if (!overwrite && Files.exists(file)) {
            throw new CommandFailure(file + " is there already; --overwrite replaces it");
        }
    }

    Path folder() {
        return folder;
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
    void publish() throws IOException {
        List<Path> made;
        try (Stream<Path> files = Files.list(folder)) {
            made = files.sorted().toList();
        }
        for (Path file : made) {
            refuseExisting(target(file.getFileName().toString()), overwrite);
        }
        for (Path file : made) {
            Path target = target(file.getFileName().toString());
            if (parent(target).equals(parent)) {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Path beside = Files.createTempFile(parent(target), ".vo4he-new-", "");
                Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> rest = Files.walk(folder)) {
            for (Path path : rest.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
