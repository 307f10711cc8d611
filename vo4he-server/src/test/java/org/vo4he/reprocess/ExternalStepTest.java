// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [ExternalStep] with real programs: `sh` scripts that behave, and that do not.
class ExternalStepTest {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1_000_000_000L, 100_000, 20, 10_000);
    private static final List<Parameter> ARGUMENTS = List.of(
            Parameter.input("events", "the event list"),
            Parameter.value("title", ParameterType.TEXT, "a text"),
            Parameter.output("spectrum", "the spectrum"));

    @TempDir
    private Path temporary;

    private Path folder;
    private Path events;
    private final Heard heard = new Heard();
    private final List<String> log = heard.log();
    private final CountDownLatch spoke = heard.spoke();

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(temporary.resolve("runtime_data"));
        events = Files.writeString(temporary.resolve("events.fits"), "photons\n");
    }

    /// @param script what the program does; `$1` is the input, `$2` the text, `$3` the output
    private Step step(String script, Limits limits) throws IOException {
        Path file = Files.writeString(temporary.resolve("program.sh"), script);
        ExternalProgram program = ExternalProgram.of(
                        "program.sh",
                        "1",
                        ArgumentVector.of("/bin/sh", file.toString(), "{events}", "{title}", "{spectrum}"),
                        ARGUMENTS)
                .withEnvironment(Map.of("GREETING", "hello"))
                .within(limits);
        return new Programs(List.of(), List.of(program)).named("program.sh").orElseThrow();
    }

    private void run(String script, String title, Limits limits) throws Exception {
        Step step = step(script, limits);
        Arguments arguments = Arguments.of(
                step.definition(), Map.of("events", events.toString(), "title", title, "spectrum", "out.pha"));
        step.run(arguments, new Workspace(folder), heard);
    }

    private void assertRefused(String script, Limits limits, String message) {
        assertThatThrownBy(() -> run(script, "x", limits))
                .isInstanceOf(StepException.class)
                .hasMessage(message);
    }

    /// A process that ended, also one that waits for its parent to take note, is in no folder.
    private void assertNothingRunsInTheFolder() throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            assertThat(processes.filter(process -> real.equals(place(process)))).isEmpty();
        }
    }

    private static Path place(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"));
        } catch (IOException _) {
            return process;
        }
    }

    @Test
    void aValueIsOneWordWhateverItHolds() throws Exception {
        String title = "a b; touch broken $(touch broken) `touch broken` \"'&|>*";

        run("cat \"$1\" > \"$3\"; echo \"$2\"; echo $GREETING; echo $#", title, LIMITS);

        assertThat(log).containsExactly(title, "hello", "3");
        assertThat(folder.resolve("out.pha")).hasContent("photons");
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    @Test
    void theEnvironmentHoldsWhatTheOperatorListsAndNothingElse() throws Exception {
        run("env | cut -d= -f1 | sort | grep -v -e _ -e PWD -e SHLVL > \"$3\"", "x", LIMITS);

        assertThat(folder.resolve("out.pha")).hasContent("GREETING\nHOME\nPATH\nTMPDIR");
    }

    @Test
    void aTextThatWouldBeAnOptionIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> run("touch ran; cp \"$1\" \"$3\"", "--output=/etc/passwd", LIMITS))
                .isInstanceOf(StepException.class)
                .hasMessage("the value '--output=/etc/passwd' of title begins with '-' and would be taken for an"
                        + " option");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void anExitCodeOtherThanZeroIsTold() {
        assertRefused("echo no; exit 7", LIMITS, "program.sh ended with exit code 7");
        assertThat(log).containsExactly("no");
    }

    @Test
    void aCommandThatIsNotFoundInAProgramIsTold() {
        assertRefused(
                "nosuch-command",
                LIMITS,
                "program.sh ended with exit code 127 (a command was not found: the log says which)");
        assertThat(log).anyMatch(line -> line.contains("nosuch-command"));
    }

    @Test
    void aProgramThatIsNotThereIsNamedBeforeAnythingRunsWithoutItsFolder() throws IOException {
        Path script = Files.writeString(temporary.resolve("fit.sh"), "exit 0");

        assertThatThrownBy(() -> check("/no/such/folder/fit"))
                .isInstanceOf(StepException.class)
                .hasMessage("fit can't be started: its command 'fit' is not there");
        assertThatThrownBy(() -> check("nosuch-command"))
                .hasMessageMatching(
                        "fit can't be started: its command 'nosuch-command' is in none of the [0-9]+ folders"
                                + " of its PATH");
        assertThatThrownBy(() -> check(script.toString()))
                .hasMessage("fit can't be started: its command 'fit.sh' may not be executed");
        assertThatCode(() -> check("sh")).doesNotThrowAnyException();
    }

    private static void check(String command) throws StepException {
        ExternalProgram program = ExternalProgram.of("fit", "1", ArgumentVector.of(command), List.of());
        Step step = new Programs(List.of(), List.of(program)).named("fit").orElseThrow();
        step.check(Arguments.of(step.definition(), Map.of()));
    }

    @Test
    void exitCodeZeroWithoutOutputIsAFailure() {
        assertRefused(
                "exit 0", LIMITS, "program.sh ended without a fault, but its output out.pha (spectrum) is not there");
    }

    @Test
    void anEmptyOutputIsAFailure() {
        assertRefused(
                ": > \"$3\"", LIMITS, "program.sh ended without a fault, but its output out.pha (spectrum) is empty");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNoOutput() {
        assertRefused(
                "ln -s /etc/passwd \"$3\"",
                LIMITS,
                "program.sh ended without a fault, but its output out.pha (spectrum) is no ordinary file");
    }

    @Test
    void aProgramThatHangsIsKilledWithAllItStartedAlsoOutsideItsSession() throws IOException {
        Limits brief = new Limits(Duration.ofMillis(400), 0, 100_000, 20, 10_000);

        assertRefused("""
                setsid sh -c 'sleep 600' &
                sh -c 'sleep 600' &
                sleep 600""", brief, "program.sh was stopped: it ran longer than 0.4 s");
        assertNothingRunsInTheFolder();
    }

    @Test
    void whatAProgramLeavesRunningAtItsEndIsKilled() throws Exception {
        run("""
                setsid sh -c 'echo $$ > daemon.pid; sleep 600' > /dev/null 2>&1 &
                while [ ! -s daemon.pid ]; do sleep 0.01; done
                cp "$1" "$3\"""", "x", LIMITS);

        assertNothingRunsInTheFolder();
    }

    @Test
    void aDaemonThatLeftItsSessionAndEmptiedItsEnvironmentIsKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit is not installed");

        run("""
                (env -i /usr/bin/setsid /bin/sh -c 'echo $$ > daemon.pid; exec sleep 600' > /dev/null 2>&1 &)
                while [ ! -s daemon.pid ]; do sleep 0.01; done
                cp "$1" "$3\"""", "x", LIMITS);

        assertNothingRunsInTheFolder();
    }

    @Test
    void aFloodOfLogEndsTheRun() {
        assertRefused("yes", LIMITS, "program.sh was stopped: it wrote more than 10000 bytes of log");
        assertThat(log.stream().mapToLong(String::length).sum()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void tooManyFilesEndTheRun() {
        assertRefused(
                "n=0; while :; do n=$((n+1)); : > file$n; [ $n -gt 30 ] && sleep 600; done",
                LIMITS,
                "program.sh was stopped: it made more than 20 files");
    }

    @Test
    void tooManyBytesEndTheRun() {
        assertRefused(
                "for n in 1 2 3; do head -c 50000 /dev/zero > f$n; done; cp \"$1\" \"$3\"; sleep 600",
                LIMITS,
                "program.sh was stopped: its files have more than 100000 bytes");
    }

    @Test
    void anInputThatTheProgramChangesIsFoundOut() {
        assertRefused(
                "touch -d 2001-01-01 \"$1\"; cp \"$1\" \"$3\"",
                LIMITS,
                "the input " + events + " changed while program.sh ran");
    }

    @Test
    void aDiskThatIsFullIsTheProgramsFaultAndItsWordsAreKept() {
        assertThatThrownBy(() -> run("cat \"$1\" > /dev/full", "x", LIMITS)).hasMessageContaining("exit code");
        assertThat(log).anyMatch(line -> line.contains("No space left on device"));
    }

    @Test
    void interruptingTheThreadCancelsTheRunAndLeavesNothingBehind() throws Exception {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run("echo started; sleep 600", "x", LIMITS);
            } catch (InterruptedException _) {
                log.add("cancelled");
            } catch (Exception e) {
                log.add(e.toString());
            }
        });
        spoke.await();

        thread.interrupt();
        thread.join();

        assertThat(log).containsExactly("started", "cancelled");
        assertNothingRunsInTheFolder();
    }

    @Test
    void aStepThatIsKilledIsToldWithTheSignal() {
        assertRefused("kill -9 $$", LIMITS, "program.sh ended with exit code 137 (killed by signal 9)");
    }

    @Test
    void aFileBeyondTheLimitEndsTheRunBeforeTheDiskIsFull() {
        assertRefused(
                "exec head -c 500000 /dev/zero > big",
                LIMITS,
                "program.sh ended with exit code 153 (a file grew beyond 100000 bytes)");
    }

    @Test
    void aProgramGetsNoMoreMemoryThanItMay() {
        Limits small = new Limits(Duration.ofSeconds(20), 30_000_000L, 100_000, 20, 10_000);

        assertThatThrownBy(() -> run("exec dd if=/dev/zero of=/dev/null bs=80M count=1", "x", small))
                .isInstanceOf(StepException.class)
                .hasMessageMatching(
                        "program.sh (ended with exit code 1; its log says that memory was refused to it: it may"
                                + " have 30000000 bytes|was stopped: its processes held .*)");
        assertThat(log).allMatch(line -> line.contains("memory"));
    }

    @Test
    void processesThatEachStayBelowTheLimitButNotTogetherAreStopped() {
        Limits small = new Limits(Duration.ofSeconds(20), 60_000_000L, 100_000, 20, 10_000);

        assertThatThrownBy(() -> run("""
                hold() { x=$(head -c 15000000 /dev/zero | tr '\\0' x); sleep 600; }
                for n in 1 2 3 4 5 6; do hold & done
                wait""", "x", small))
                .isInstanceOf(StepException.class)
                .hasMessageMatching(
                        "program.sh was stopped: its processes held [0-9]+ bytes of memory, 60000000 are allowed");
    }

    @Test
    void aForkBombIsStoppedAndGone() throws IOException {
        Limits brief = new Limits(Duration.ofMillis(300), 0, 100_000, 20, 10_000);

        assertRefused(
                "fork() { sleep 600 & sleep 0.01; [ $1 -gt 40 ] || fork $(($1 + 1)); }; fork 0; setsid sleep 600",
                brief,
                "program.sh was stopped: it ran longer than 0.3 s");
        assertNothingRunsInTheFolder();
    }

    @Test
    void whatRunsForAKilledServerIsSweptAndWhatRunsForALivingOneIsNot() throws Exception {
        Process orphan = sleeping("999999999-1-x");
        Process other = sleeping(Leftovers.newMark());
        try {
            while (Leftovers.mark(orphan.toHandle()).isEmpty()
                    || Leftovers.mark(other.toHandle()).isEmpty()) {
                Thread.onSpinWait();
            }

            Leftovers.sweep();

            assertThat(orphan.waitFor()).isEqualTo(137);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
            orphan.destroyForcibly().waitFor();
        }
    }

    @Test
    void theContainerOfAKilledServerIsRemovedByItsEngine() throws Exception {
        Path said = temporary.resolve("engine.log");
        Path engine = Files.writeString(temporary.resolve("podman-fake"), """
                #!/bin/sh
                [ "$1" = rm ] && echo "$@" >> %s || sleep 600
                """.formatted(said));
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
        String mark = "999999999-2-x";
        ProcessBuilder builder =
                new ProcessBuilder(engine.toString(), "run", "--rm", "--name=vo4he-" + mark, "fit@sha256:12");
        builder.environment().put(ProcessTree.MARK, mark);
        Process client = builder.start();
        while (client.descendants().findAny().isEmpty()) {
            Thread.onSpinWait();
        }

        Leftovers.sweep();

        assertThat(client.waitFor()).isEqualTo(137);
        assertThat(said).hasContent("rm --force vo4he-" + mark);
        assertThat(client.descendants()).isEmpty();
    }

    private static Process sleeping(String mark) throws IOException {
        ProcessBuilder sleep = new ProcessBuilder("sleep", "600");
        sleep.environment().put(ProcessTree.MARK, mark);
        return sleep.start();
    }

    @Test
    void aContainerIsGivenItsFolderAndNothingElseAndIsRemovedWhenItHangs() throws Exception {
        Path engine =
                Files.writeString(temporary.resolve("podman-fake"), """
                #!/bin/sh
                echo "$@" >> %s
                [ "$1" = rm ] || { echo running; exec sleep 600; }
                """.formatted(temporary.resolve("engine.log")));
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
        ExternalProgram program = ExternalProgram.of(
                        "boxed", "1", ArgumentVector.of("fit", "{events}", "{folder}/{spectrum}"), ARGUMENTS)
                .withEnvironment(Map.of("MODE", "fast"))
                .in(new Container(engine.toString(), "fit@sha256:12", List.of("--gpus=all")))
                .within(new Limits(Duration.ofMillis(300), 5_000_000, 100_000, 20, 10_000));
        Step step = new Programs(List.of(), List.of(program)).named("boxed").orElseThrow();
        Arguments arguments = Arguments.of(
                step.definition(), Map.of("events", events.toString(), "title", "x", "spectrum", "out.pha"));

        assertThatThrownBy(() -> step.run(arguments, new Workspace(folder), heard))
                .hasMessage("boxed was stopped: it ran longer than 0.3 s");

        Object owner = Files.getAttribute(folder, "unix:uid");
        String user = owner.equals(0) ? "--user=0:" + Files.getAttribute(folder, "unix:gid") : "--userns=keep-id";
        List<String> said = Files.readAllLines(temporary.resolve("engine.log"));
        assertThat(said.getFirst())
                .matches("run --rm --init --name=(vo4he-\\S+) --stop-timeout=0 --read-only --tmpfs=/tmp --cap-drop=ALL"
                        + " --security-opt=no-new-privileges --pids-limit=512 --mount=type=bind,source=" + folder
                        + ",target=/runtime_data --workdir=/runtime_data " + user + " --network=none --memory=5000000b"
                        + " --env=HOME=/runtime_data --env=TMPDIR=/runtime_data --env=MODE=fast --gpus=all"
                        + " fit@sha256:12 fit events.fits /runtime_data/out.pha");
        assertThat(said.get(1)).matches("rm --force vo4he-\\S+");
        assertThat(folder.resolve("events.fits")).isNotEqualTo(events).matches(file -> !Files.isSymbolicLink(file));
    }
}
