// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Where `annotate` and `strip` write: copies in another folder, or the files themselves. One of the two must be said.
final class WriteTarget {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Write copies into this folder, made if need be; the files stay as they are.")
    private Path folder;

    @Option(names = "--in-place", required = true, description = "Write into the files themselves.")
    private boolean inPlace;

    /// The path to write to for each file, in the order given.
    ///
    /// @throws CommandFailure if two files would be written to one path, or the folder can't be made
    Map<Path, Path> targets(List<Path> files) {
        Map<Path, Path> targets = new LinkedHashMap<>();
        Map<Path, Path> sources = new HashMap<>();
        for (Path file : files) {
            Path name = file.getFileName();
            Path target = inPlace || name == null ? file : folder.resolve(name);
            Path other = sources.put(target, file);
            if (other != null && !other.equals(file)) {
                throw new CommandFailure("both " + other + " and " + file + " would be written to " + target);
            }
            targets.put(file, target);
        }
        if (!inPlace) {
            makeFolder();
        }
        return targets;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("can't make the folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
