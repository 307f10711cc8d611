// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A container in which a program runs: it sees its private folder and nothing else of the machine, has no network
/// unless its program may, and no rights, and is removed at the end.
///
/// @param engine path or name of `podman` or `docker`
/// @param image with its digest, so that it is the same one tomorrow
/// @param options more words for `run`, such as `--gpus=all`
public record Container(String engine, String image, List<String> options) {

    /// Where the program finds its private folder.
    static final String FOLDER = "/runtime_data";

    private static final int ROOT = 0;
    private static final int MOST_PROCESSES = 512;
    private static final long REMOVAL_SECONDS = 30;

    public Container {
        options = List.copyOf(options);
        if (engine.isBlank() || image.isBlank() || image.startsWith("-")) {
            throw new IllegalArgumentException(
                    "a container has an engine and an image, not '" + engine + "' and '" + Shown.text(image) + "'");
        }
    }

    /// The command line that runs the words in it.
    ///
    /// @param name of the container, unique
    /// @param directory in which the program is started
    /// @throws StepException when the folder's name can't be said to the engine
    List<String> run(
            String name,
            Workspace workspace,
            String directory,
            Map<String, String> environment,
            ExternalProgram program,
            List<String> words)
            throws StepException, IOException {
        String folder = workspace.folder().toString();
        if (folder.contains(",") || folder.contains("\"")) {
            throw new StepException("a container can't be given the folder " + folder + ": it has a comma or a quote");
        }
        List<String> all = new ArrayList<>(List.of(
                engine,
                "run",
                "--rm",
                "--init",
                "--name=" + name,
                "--stop-timeout=0",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--pids-limit=" + MOST_PROCESSES,
                "--mount=type=bind,source=" + folder + ",target=" + FOLDER,
                "--workdir=" + directory,
                user(workspace.folder())));
        if (!program.confinement().network()) {
            all.add("--network=none");
        }
        if (program.limits().memoryBytes() > 0) {
            all.add("--memory=" + program.limits().memoryBytes() + "b");
        }
        environment.forEach((variable, value) -> all.add("--env=" + variable + "=" + value));
        all.addAll(options);
        all.add(image);
        all.addAll(words);
        return all;
    }

    /// Who owns the folder writes into it. Podman of root takes no `keep-id`.
    private String user(Path folder) throws IOException {
        Path file = Path.of(engine).getFileName();
        int user = (int) Files.getAttribute(folder, "unix:uid");
        return file.toString().startsWith("podman") && user != ROOT
                ? "--userns=keep-id"
                : "--user=" + user + ":" + Files.getAttribute(folder, "unix:gid");
    }

    /// Removes a container, whatever it is doing: killing the engine's client would leave it running. Waits also when
    /// interrupted.
    static void remove(String engine, String name) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            new ProcessBuilder(engine, "rm", "--force", name)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(REMOVAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
