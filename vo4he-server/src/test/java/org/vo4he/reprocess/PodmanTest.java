// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;

/// [Container] with podman itself, where that is installed and can run one here: an image of nothing but busybox.
class PodmanTest {

    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final String IMAGE =
            "localhost/vo4he-test:" + ProcessHandle.current().pid();
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 50_000_000L, 10_000_000, 20, 100_000);

    @TempDir
    private Path temporary;

    private Path folder;
    private Path events;
    private final Heard heard = new Heard();
    private final List<String> log = heard.log();
    private final List<Finding> findings = heard.findings();
    private final CountDownLatch spoke = heard.spoke();

    @BeforeAll
    static void makeAnImage(@TempDir Path root) throws Exception {
        assumeTrue(said("sh", "-c", "command -v podman").isPresent(), "podman is not installed");
        assumeTrue(Files.isExecutable(BUSYBOX), "busybox-static is not installed");
        Files.copy(BUSYBOX, Files.createDirectory(root.resolve("bin")).resolve("busybox"));
        String made = "tar c -C " + root + " bin | podman import - " + IMAGE;
        assumeTrue(said("sh", "-c", made).isPresent(), "podman can't import an image here");
        assumeTrue(
                said("podman", "run", "--rm", "--init", "--network=none", IMAGE, "/bin/busybox", "true")
                        .isPresent(),
                "podman can't run a container here");
    }

    @AfterAll
    static void removeTheImage() throws Exception {
        said("sh", "-c", "command -v podman > /dev/null && podman rmi " + IMAGE);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(temporary.resolve("runtime_data"));
        events = Files.writeString(temporary.resolve("events.fits"), "photons\n");
    }

    @AfterEach
    void noContainerIsLeft() throws Exception {
        assertThat(said("podman", "ps", "--all", "--quiet", "--filter", "ancestor=" + IMAGE))
                .contains("");
    }

    /// What a command prints; empty when it fails.
    private static Optional<String> said(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(out.strip()) : Optional.empty();
    }

    /// @param script `$1` is the input, `$2` the output
    private void run(String script, Limits limits) throws Exception {
        run(ArgumentVector.of("/bin/busybox", "sh", "-c", script, "sh", "{events}", "{folder}/{spectrum}"), limits);
    }

    private void run(ArgumentVector command, Limits limits) throws Exception {
        ExternalProgram program = ExternalProgram.of(
                        "boxed",
                        "1",
                        command,
                        List.of(
                                Parameter.input("events", "the event list"),
                                Parameter.output("spectrum", "the spectrum")))
                .in(new Container("podman", IMAGE, List.of()))
                .within(limits);
        Step step = new Programs(List.of(), List.of(program)).named("boxed").orElseThrow();
        step.run(
                Arguments.of(step.definition(), Map.of("events", events.toString(), "spectrum", "out.pha")),
                new Workspace(folder),
                heard);
    }

    @Test
    void aStepSeesItsFolderWritesThereAsTheServersUserAndReachesNothingElse() throws Exception {
        run("""
                PATH=; b=/bin/busybox
                try() {{ "$@" 2> /dev/null && echo "$@"; }}
                try $b touch /made
                try $b cat %s
                try $b wget -O - http://127.0.0.1/
                $b ip -o link | $b grep -v ' lo:'
                $b cat "$1" > "$2\"""".formatted(events), LIMITS);

        assertThat(log)
                .filteredOn(line -> !line.contains("Resource limits are not supported"))
                .isEmpty();
        Path made = folder.resolve("out.pha");
        assertThat(made).hasContent("photons");
        assertThat(Files.getAttribute(made, "unix:uid")).isEqualTo(Files.getAttribute(folder, "unix:uid"));
        assertThat(findings).isEmpty();
    }

    @Test
    void oneThatHangsAndHeedsNoSignalIsRemovedAtOnce() {
        Limits brief = new Limits(Duration.ofSeconds(1), 0, 10_000_000, 20, 100_000);
        long start = System.nanoTime();

        assertThatThrownBy(() -> run("trap '' TERM; /bin/busybox sleep 600; /bin/busybox sleep 600", brief))
                .hasMessage("boxed was stopped: it ran longer than 1 s");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void oneThatIsCancelledIsRemoved() throws Exception {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run("echo started; /bin/busybox sleep 600", LIMITS);
            } catch (InterruptedException _) {
                log.add("cancelled");
            } catch (Exception e) {
                log.add(e.toString());
            }
        });
        spoke.await();

        thread.interrupt();
        thread.join();

        assertThat(log).endsWith("cancelled");
    }

    @Test
    void oneWhoseClientIsKilledIsRemoved() throws Exception {
        Thread killer = Thread.ofPlatform().start(() -> {
            try {
                spoke.await();
                ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").endsWith("podman"))
                        .forEach(ProcessHandle::destroyForcibly);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThatThrownBy(() -> run("echo started; /bin/busybox sleep 600", LIMITS))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("boxed ended with exit code 137");
        killer.join();
    }

    @Test
    void whatTakesMoreMemoryThanItMayIsToldSo() throws Exception {
        Limits small = new Limits(Duration.ofSeconds(60), 30_000_000L, 10_000_000, 20, 100_000);
        assumeTrue(
                said("podman", "info", "--format", "{{.Host.Security.Rootless}}")
                        .equals(Optional.of("false")),
                "podman of an ordinary user may have no cgroups to limit memory by");

        assertThatThrownBy(() -> run("exec /bin/busybox dd if=/dev/zero of=/dev/null bs=80M count=1", small))
                .hasMessage(
                        "boxed ended with exit code 137 (killed by signal 9, as is what takes more than the 30000000"
                                + " bytes of memory that its container has)");
    }

    @Test
    void aCommandThatTheImageHasNotIsTold() {
        assertThatThrownBy(() -> run(ArgumentVector.of("/bin/nosuch"), LIMITS))
                .hasMessageEndingWith("found in the container)");
    }
}
