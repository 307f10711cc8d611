// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real `vo4he` in a process of its own, run from the classes under test. For tests of what only a process has:
/// signals, exit codes, locks, and a clean start.
public final class Vo4heProcess implements AutoCloseable {

    /// Signal 2 in the masks of `/proc`.
    private static final long SIGINT = 1 << 1;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final BufferedReader out;
    private final Path scratch;

    /// @param scratch a folder for what the process leaves in the temporary folder when it is killed
    private Vo4heProcess(Process process, Path scratch) {
        this.process = process;
        this.out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        this.scratch = scratch;
    }

    /// Starts the command; its standard error goes to a file.
    public static Vo4heProcess start(Map<String, String> environment, Object... arguments) throws IOException {
        return start(withInterrupt(), environment, arguments);
    }

    private static Vo4heProcess start(List<String> by, Map<String, String> environment, Object... arguments)
            throws IOException {
        Path scratch = Files.createTempDirectory("vo4he");
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                Vo4he.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(scratch.resolve("err").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Vo4heProcess(process, scratch);
    }

    /// A build that runs in the background of a shell has SIGINT ignored, and so has what it starts: then Ctrl-C would
    /// not reach the process, which it does for a person at a terminal.
    private static List<String> withInterrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(status)) {
            boolean ignored = lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring(line.indexOf(':') + 1).strip(), 16))
                    .anyMatch(signals -> (signals & SIGINT) != 0);
            return ignored ? List.of("env", "--default-signal=INT") : List.of();
        }
    }

    /// Starts `serve` on a free port, without a progress bar.
    public static Vo4heProcess serve(Path folder, Path state, Object... more) throws IOException {
        List<Object> arguments =
                new ArrayList<>(List.of("serve", folder, "--state", state, "--port", 0, "--no-progress"));
        arguments.addAll(List.of(more));
        return start(Map.of(), arguments.toArray());
    }

    /// The same, and files without leave to read can't be read, which root can otherwise.
    public static Vo4heProcess serveWithinPermissions(Path folder, Path state, Object... more) throws IOException {
        List<Object> arguments =
                new ArrayList<>(List.of("serve", folder, "--state", state, "--port", 0, "--no-progress"));
        arguments.addAll(List.of(more));
        return start(withinPermissions(), Map.of(), arguments.toArray());
    }

    /// Whether [#serveWithinPermissions] works on this machine.
    public static boolean canBeWithinPermissions() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(withinPermissions());
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> withinPermissions() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                : List.of("env");
    }

    /// Waits for the line that says that every endpoint answers.
    ///
    /// @return the address, without a final slash
    /// @throws AssertionError with what the process said instead, when it ends first
    public String ready() throws IOException {
        String line = out.readLine();
        if (line == null || !line.startsWith("ready ")) {
            throw new AssertionError("no ready line but '" + line + "', and on standard error: " + err());
        }
        return line.split(" ")[1].replaceFirst("/$", "");
    }

    /// Waits for the next line of standard output; null when there is none any more.
    public String line() throws IOException {
        return out.readLine();
    }

    /// What the process wrote to standard output since the last line read.
    public String out() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    public String err() throws IOException {
        return Files.readString(scratch.resolve("err"));
    }

    public long pid() {
        return process.pid();
    }

    /// As Ctrl-C does.
    public void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
    }

    /// Does something as soon as the process has ended, however it ends.
    public void whenEnded(Runnable deed) {
        process.onExit().thenRun(deed);
    }

    /// As `kill` does.
    public void terminate() {
        process.destroy();
    }

    /// As `kill -9` does: the process has no chance to tidy up.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for the end.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not ended after " + PATIENCE.toSeconds() + " s");
        }
        return process.exitValue();
    }

    /// Stops the process if it still runs, and forgets what it said.
    @Override
    public void close() throws IOException {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        List<Path> left;
        try (Stream<Path> files = Files.walk(scratch)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }
}
