// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

    /// @param lines whether each request may say it for itself
    /// @throws ParameterException if it must be said here, and is not
    static WriteTarget require(WriteTarget said, boolean lines, CommandLine line) {
        if (said == null && !lines) {
            throw new ParameterException(line, "Missing required argument: --out=DIR or --in-place");
        }
        return said == null ? new WriteTarget() : said;
    }

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

    /// The path to write to for a request: as its own `out` or `in_place` says, else as the command line does.
    Path target(LineRequest request) throws BadLineException {
        Path file = request.file();
        Optional<Path> own = request.path("out");
        Optional<Boolean> ownInPlace = request.flag("in_place");
        if (own.isPresent() && ownInPlace.orElse(false)) {
            throw new BadLineException("'out' and 'in_place' contradict each other");
        }
        if (own.isPresent()) {
            return own.get();
        }
        if (ownInPlace.orElse(inPlace)) {
            return file;
        }
        Path name = file.getFileName();
        if (folder == null || name == null) {
            throw new BadLineException("where to write is not said: 'out' (a path) or 'in_place' (true)");
        }
        return folder.resolve(name);
    }

    /// Makes the folder of `--out`, when that was said.
    void prepare() {
        if (folder != null) {
            makeFolder();
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("can't make the folder " + folder + ": " + FileWriting.reason(e), e);
        }
    }
}
