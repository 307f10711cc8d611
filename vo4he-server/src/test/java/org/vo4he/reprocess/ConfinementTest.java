// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Confinement.Wish;

/// [Confinement] with real programs, where the kernel has Landlock: shell scripts that try to get out.
class ConfinementTest {

    private static final String REFUSED =
            "; its log says that something was refused to it: it may change files in its own folder only, and not use"
                    + " the network";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path input;
    private final Heard heard = new Heard();
    private final List<String> log = heard.log();
    private final List<Finding> findings = heard.findings();

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(temporary.resolve("runtime_data"));
        input = Files.writeString(temporary.resolve("events.fits"), "photons\n");
    }

    private void run(Confinement confinement, String script) throws Exception {
        Path file = Files.writeString(temporary.resolve("program.sh"), script);
        ExternalProgram program = ExternalProgram.of(
                        "program.sh",
                        "1",
                        ArgumentVector.of("/bin/sh", file.toString(), "{events}", "{spectrum}"),
                        List.of(
                                Parameter.input("events", "the event list"),
                                Parameter.output("spectrum", "the spectrum")))
                .confined(confinement);
        Step step =
                new Programs(List.of(), List.of(program)).named("program.sh").orElseThrow();
        step.run(
                Arguments.of(step.definition(), Map.of("events", input.toString(), "spectrum", "out.pha")),
                new Workspace(folder),
                heard);
    }

    private static void assumeLandlock() {
        assumeTrue(Landlock.here().isPresent(), "this kernel has no Landlock");
    }

    @Test
    void aProgramThatWritesOutsideItsFolderFailsWithTheReasonAndNothingOutsideIsTouched() throws IOException {
        assumeLandlock();

        assertThatThrownBy(() -> run(Confinement.DEFAULT, "cp \"$1\" ../\"$2\""))
                .isInstanceOf(StepException.class)
                .hasMessage("program.sh ended with exit code 1" + REFUSED);

        assertThat(log).anyMatch(line -> line.endsWith("Permission denied"));
        assertThat(temporary.resolve("out.pha")).doesNotExist();
    }

    @Test
    void aProgramThatWasRefusedSomethingAndEndsWithoutAFaultIsDoneWithAWarning() throws Exception {
        assumeLandlock();

        run(Confinement.DEFAULT, "cp \"$1\" \"$2\"; cp \"$1\" ../beside; exit 0");

        assertThat(findings)
                .extracting(Finding::toString)
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains("reprocess-refused")
                        .contains(
                                "program.sh ended without a fault" + REFUSED + ": look whether its outputs are whole"));
        assertThat(temporary.resolve("beside")).doesNotExist();
        findings.clear();
        run(Confinement.DEFAULT, "cp \"$1\" again; rm \"$2\"; mv again \"$2\"");
        assertThat(findings).isEmpty();
    }

    @Test
    void theNetworkIsClosedUnlessTheOperatorOpensIt() throws Exception {
        assumeLandlock();
        assumeTrue(Landlock.here().orElseThrow().knowsNetwork(), "this kernel's Landlock knows of no network");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String call = "bash -c 'echo > /dev/tcp/127.0.0.1/%d' && cp \"$1\" \"$2\"".formatted(server.getLocalPort());

            assertThatThrownBy(() -> run(Confinement.DEFAULT, call))
                    .hasMessage("program.sh ended with exit code 1" + REFUSED);

            run(Confinement.DEFAULT.withNetwork(true), call);
            assertThat(folder.resolve("out.pha")).exists();
        }
    }

    @Test
    void whatIsHiddenCanNotBeReadByAnyWayAndAllElseCan() throws Exception {
        assumeLandlock();
        Path state = Files.createDirectories(temporary.resolve("way/state"));
        Files.writeString(state.resolve("server.json"), "secret");
        Files.writeString(temporary.resolve("way/beside"), "open");
        Path tokens = Files.writeString(temporary.resolve("tokens"), "secret");
        Files.createSymbolicLink(temporary.resolve("way/link"), state);
        input = Files.writeString(state.resolve("input"), "photons\n");
        folder = Files.createDirectory(state.resolve("runtime_data"));

        run(Confinement.DEFAULT.hiding(List.of(state, tokens, temporary.resolve("none"))), """
                try() { "$@" 2> /dev/null; }
                try cat %1$s/way/state/server.json
                try cat %1$s/way/link/server.json
                try cat %1$s/tokens
                try ln %1$s/tokens linked && cat linked
                try cp -r %1$s/way/state copied && cat copied/server.json
                ln -s %1$s/tokens named; try cat named
                try cat /proc/%2$d/root%1$s/tokens
                try cat /proc/%2$d/mem
                try cat %1$s/way/beside
                ls %1$s/way > /dev/null && cat /etc/passwd > /dev/null && echo more > own && cat own > /dev/null
                cat "$1" > "$2\"""".formatted(
                        temporary, ProcessHandle.current().pid()));

        assertThat(log).containsExactly("open");
        assertThat(folder.resolve("out.pha")).hasContent("photons");
    }

    /// As when a file beside a hidden one is removed between the look around and the start.
    @Test
    void aReadablePlaceThatIsGoneStopsNoProgram() throws Exception {
        assumeLandlock();
        Path gone = Files.createSymbolicLink(folder.resolve("gone"), Path.of("/no/such/file"));
        FutureTask<Boolean> confined = new FutureTask<>(() -> {
            Landlock.here()
                    .orElseThrow()
                    .confineThisThread(new Landlock.Rights(List.of(folder), Optional.of(List.of(gone)), true));
            return true;
        });
        Thread.ofPlatform().start(confined);

        assertThat(confined.get()).isTrue();
    }

    @Test
    void noWayOutIsOpen() throws Exception {
        assumeLandlock();
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("kept"), "kept");

        run(Confinement.DEFAULT, """
                other=%s
                try() { "$@" 2> /dev/null && echo "$@"; }
                try rm $other/kept
                try mv $other/kept .
                try mv $other/kept $other/moved
                try truncate -s 0 $other/kept
                try ln $other/kept linked
                try mkdir $other/made
                try ln -s / $other/link
                try mkfifo $other/pipe
                try setsid touch $other/late
                ln -s $other there
                try touch there/by-link
                (echo more >> "$1") 2> /dev/null && echo input changed
                try kill -9 $PPID %d
                cp "$1" "$2\"""".formatted(other, ProcessHandle.current().pid()));

        assertThat(log).isEmpty();
        assertThat(other).isDirectoryNotContaining(file -> !file.endsWith("kept"));
        assertThat(other.resolve("kept")).hasContent("kept");
        assertThat(input).hasContent("photons");
    }

    @Test
    void inItsFolderAProgramDoesAsItLikes() throws Exception {
        assumeLandlock();

        run(Confinement.DEFAULT, """
                set -e
                mkdir -p "$HOME/.cache/deep" part
                cp "$1" part/one
                mv part/one .cache/deep/two
                ln .cache/deep/two three
                truncate -s 3 three
                t=$(mktemp); echo y > "$t"; rm "$t"
                mkfifo pipe; (cat pipe > /dev/null & echo x > pipe; wait)
                (sleep 60 & kill $!)
                echo said > /dev/stderr
                rm -r part
                mv three "$2\"""");

        assertThat(folder.resolve("out.pha")).hasContent("pho");
        assertThat(log).containsExactly("said");
    }

    @Test
    void whatTheOperatorOpensIsOpen() throws Exception {
        assumeLandlock();
        Path cache = Files.createDirectory(temporary.resolve("cache"));

        run(
                Confinement.DEFAULT.wished(Wish.REQUIRED).writing(List.of(cache)),
                "touch %s/new && cp \"$1\" \"$2\"".formatted(cache));

        assertThat(cache.resolve("new")).exists();
    }

    /// Threads inherit: whatever a confined thread starts is confined, too.
    @Test
    void afterAConfinedRunNoThreadOfThisProcessIsConfinedButTheOneThatWaitsForProcesses() throws Exception {
        assumeLandlock();
        assumeTrue(!confined(Path.of("/proc/thread-self")), "this process may gain no privileges anyhow");

        run(Confinement.DEFAULT, "cp \"$1\" \"$2\"");

        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            assertThat(threads.filter(ConfinementTest::confined).map(ConfinementTest::name))
                    .allMatch("process reaper"::equals);
        }
        run(Confinement.DEFAULT.wished(Wish.NO), "touch ../free && cp \"$1\" \"$2\"");
        assertThat(temporary.resolve("free")).exists();
    }

    /// The kernel shows no domain of Landlock, but the flag that is set with it.
    private static boolean confined(Path thread) {
        try {
            return Files.readString(thread.resolve("status")).contains("NoNewPrivs:\t1");
        } catch (IOException _) {
            return false;
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException _) {
            return "process reaper";
        }
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        assumeLandlock();

        assertThatThrownBy(() -> run(Confinement.DEFAULT.writing(List.of(Path.of("/no/such"))), "exit 0"))
                .hasMessage("open of /no/such failed with errno 2");
    }

    @Test
    void whereTheKernelHasNothingTheOperatorsWishDecides() throws Exception {
        Optional<Landlock> nothing = Optional.empty();

        assertThat(Confinement.DEFAULT.on(nothing, "fit")).isEmpty();
        assertThatThrownBy(() -> Confinement.DEFAULT.wished(Wish.REQUIRED).on(nothing, "fit"))
                .isInstanceOf(StepException.class)
                .hasMessage("fit has 'confine: required', and this system can't confine it: it has no Landlock"
                        + " (Linux 5.13 or later)");
        ExternalProgram program = ExternalProgram.of("fit", "1", ArgumentVector.of("/bin/true"), List.of());
        assertThat(Confinement.warning(List.of(program, program.in(new Container("podman", "x", List.of()))), nothing))
                .hasValueSatisfying(said -> assertThat(said).endsWith("writing outside their folders: fit"));
        assertThat(Confinement.warning(List.of(program.confined(Confinement.DEFAULT.wished(Wish.NO))), nothing))
                .isEmpty();
        assertThatCode(() -> run(Confinement.DEFAULT.wished(Wish.NO), "cp \"$1\" \"$2\""))
                .doesNotThrowAnyException();
    }
}
