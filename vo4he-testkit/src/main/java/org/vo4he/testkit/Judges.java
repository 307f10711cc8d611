// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Programs written by others that judge what vo4he makes.
///
/// Where a program is missing, the test is skipped with the name of the Debian package that has it; with
/// `VO4HE_REQUIRE_JUDGES=true` in the environment the test fails instead. Each run has a time limit.
public final class Judges {

    /// One program, and how to get it on Debian.
    public enum Judge {
        STILTS("stilts", "stilts"),
        FITSVERIFY("fitsverify", "fitsverify"),
        /// The system's own interpreter, where Debian's packages live; another `python3` in front of it on PATH has
        /// none.
        PYTHON("/usr/bin/python3", "python3-pyvo python3-astropy"),
        CHROMIUM("chromium", "chromium"),
        CHROMEDRIVER("chromedriver", "chromium-driver");

        private final String program;
        private final String debianPackage;

        Judge(String program, String debianPackage) {
            this.program = program;
            this.debianPackage = debianPackage;
        }

        private Optional<Path> locate() {
            Optional<Path> found = onPath(program);
            return this == PYTHON ? found.filter(Judges::hasAstronomy) : found;
        }
    }

    private static final Map<Judge, Optional<Path>> LOCATED = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Judges() {}

    /// The program's path. Without the program: skips the test, or fails it where judges are required.
    public static Path require(Judge judge) {
        Optional<Path> path = LOCATED.computeIfAbsent(judge, Judge::locate);
        if (path.isEmpty()) {
            String missing = judge.program + " is missing: apt-get install " + judge.debianPackage;
            if (Boolean.parseBoolean(System.getenv("VO4HE_REQUIRE_JUDGES"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort(missing);
        }
        return path.orElseThrow();
    }

    /// Runs `stilts`, for example with `votlint`, `in.vot`.
    public static Verdict stilts(String... arguments) {
        return run(require(Judge.STILTS), List.of(arguments), PATIENCE);
    }

    /// Judges FITS files quietly: one line for each, exit code 0 when none has an error.
    public static Verdict fitsverify(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("-q"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        return run(require(Judge.FITSVERIFY), arguments, PATIENCE);
    }

    /// Runs a Python script (its text) that may import astropy and pyvo; `arguments` are its `sys.argv[1:]`.
    public static Verdict python(String script, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-I", "-W", "ignore", "-c", script));
        all.addAll(List.of(arguments));
        return run(require(Judge.PYTHON), all, PATIENCE);
    }

    /// Runs a browser without a window and with an empty profile, for example with `--dump-dom` and a URL, or
    /// `--screenshot=FILE`.
    public static Verdict chromium(String... arguments) {
        Path program = require(Judge.CHROMIUM);
        try {
            Path profile = Files.createTempDirectory("vo4he-chromium");
            List<String> all = new ArrayList<>(List.of(
                    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + profile));
            all.addAll(List.of(arguments));
            Verdict verdict = run(program, all, PATIENCE);
            deleteTree(profile);
            return verdict;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs any program to its end, with both streams captured and standard input empty.
    ///
    /// @throws AssertionError when it has not ended after `patience`; it is killed then
    public static Verdict run(Path program, List<String> arguments, Duration patience) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile("judge", ".out");
            Path err = Files.createTempFile("judge", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                Verdict verdict = new Verdict(command, ended ? process.exitValue() : -1, text(out), text(err));
                if (!ended) {
                    throw new AssertionError("not ended after " + patience.toSeconds() + " s: " + verdict);
                }
                return verdict;
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + program, e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static Optional<Path> onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path candidate = Path.of(folder).resolve(program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean hasAstronomy(Path python) {
        return run(python, List.of("-I", "-c", "import astropy, pyvo"), PATIENCE)
                        .exitCode()
                == 0;
    }

    /// A browser's children may still be writing while the profile is removed: a second look, then it is left.
    static void deleteTree(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
