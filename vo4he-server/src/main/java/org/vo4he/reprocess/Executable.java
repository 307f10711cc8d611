// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file that the first word of a command names, looked for as execvp(3) does.
///
/// @param word a path, or a name that is looked for in folders
/// @param directory in which the command is started
/// @param path of environ(7); empty when the environment has none
record Executable(String word, Path directory, Optional<String> path) {

    private static final Logger LOG = LoggerFactory.getLogger(Executable.class);

    /// Where glibc looks without a PATH: confstr(3), `_CS_PATH`.
    private static final String WITHOUT_PATH = "/bin:/usr/bin";

    /// Folders of this machine are told to the operator's log alone.
    ///
    /// @param program that is to be started, as the operator calls it
    /// @throws StepException when there is no such file, or it may not be executed
    void require(String program) throws StepException {
        List<Path> candidates = candidates();
        if (candidates.stream().anyMatch(Executable::canRun)) {
            return;
        }
        LOG.warn("{} can't be started: '{}' was looked for at {}", program, word, candidates);
        String name = Shown.text(word.substring(word.lastIndexOf('/') + 1));
        boolean there = candidates.stream().anyMatch(Files::isRegularFile);
        String why = there
                ? "may not be executed"
                : isPath() ? "is not there" : "is in none of the " + candidates.size() + " folders of its PATH";
        throw new StepException("%s can't be started: its command '%s' %s".formatted(program, name, why));
    }

    private boolean isPath() {
        return word.contains("/");
    }

    /// An empty folder is the one in which it is started.
    private List<Path> candidates() {
        return isPath()
                ? List.of(directory.resolve(word))
                : Arrays.stream(path.orElse(WITHOUT_PATH).split(":", -1))
                        .map(folder -> directory.resolve(folder).resolve(word))
                        .toList();
    }

    private static boolean canRun(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
