// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that are told to stop while a program waits at a named pipe: opening its other end says that the program
/// runs, and writing to it that it does not any more.
class InterruptedRunTest {

    @TempDir
    private Path folder;

    private Path pipe;

    @BeforeEach
    void aProgramThatWaits() throws Exception {
        pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(folder.resolve("programs.yaml"), """
                programs:
                  wait:
                    command: [/bin/cat, "{pipe}"]
                    arguments: {pipe: {}, text: {role: input}, out: {role: output}}
                """);
        Files.writeString(pipeline(), """
                inputs: [any]
                steps: [{program: wait, arguments: {pipe: "%s", text: "{any}", out: x.txt}}]
                """.formatted(pipe));
        Files.writeString(folder.resolve("steps.json"), """
                {"provenance": [{"name": "wait", "args": [
                  {"index": 1, "parameter": {"name": "pipe", "value": "%s"}},
                  {"index": 2, "inputdata": {"name": "text", "path": "pipeline.yaml"}},
                  {"index": 3, "outputdata": {"name": "out", "path": "x.txt"}}]}]}
                """.formatted(pipe));
    }

    private Path pipeline() {
        return folder.resolve("pipeline.yaml");
    }

    private List<Object> words(String command) {
        Path out = folder.resolve("out");
        return switch (command) {
            case "reprocess" -> List.of(command, folder.resolve("steps.json"), "--out", out);
            case "run" -> List.of(command, pipeline(), "--input", "any=" + pipeline(), "--out", out);
            default -> List.of(command, folder.resolve("steps.json"));
        };
    }

    private Object[] line(String command) {
        List<Object> words = new ArrayList<>(words(command));
        words.addAll(List.of("--steps", folder.resolve("programs.yaml")));
        return words.toArray();
    }

    /// Nobody waits for a program that was never started.
    private void letGo() {
        try {
            new RandomAccessFile(pipe.toFile(), "rw").close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNobodyReads(FileOutputStream writing) {
        assertThatThrownBy(() -> writing.write(1)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reprocess", "run", "verify"})
    void whoeverIsInterruptedEndsItsProgramsAndLeavesNoHalfOutputs(String command) throws Exception {
        FutureTask<CommandRun> running = new FutureTask<>(() -> {
            try {
                return CommandRun.of(line(command));
            } finally {
                letGo();
            }
        });
        Thread thread = Thread.ofPlatform().start(running);
        try (FileOutputStream writing = new FileOutputStream(pipe.toFile())) {
            thread.interrupt();

            CommandRun run = running.get();
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("interrupted");
            assertNobodyReads(writing);
        }
        String[] left = folder.resolve("out").toFile().list();
        if (left != null) {
            assertThat(left).hasSize(1).allMatch(name -> name.endsWith(".log"));
        }
    }

    @Test
    void controlCIsExitCode130() throws Exception {
        try (Vo4heProcess process = Vo4heProcess.start(Map.of(), line("reprocess"))) {
            process.whenEnded(this::letGo);
            FileOutputStream writing = new FileOutputStream(pipe.toFile());
            process.interrupt();

            assertThat(process.exitCode()).as(process.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertNobodyReads(writing);
            writing.close();
            assertThat(folder.resolve("out").toFile().list()).hasSize(1).allMatch(name -> name.endsWith(".log"));
        }
    }
}
