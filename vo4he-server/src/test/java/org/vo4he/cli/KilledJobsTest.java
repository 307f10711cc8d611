// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.extract.ExtractStep;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.SharedData;

/// Asynchronous queries, products that are made again, a program that hangs, and a server that is killed, in a process
/// of its own.
class KilledJobsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @TempDir
    Path scratch;

    @Test
    void noJobIsLostWhenTheServerIsKilledAndEachComesToItsResult() throws Exception {
        Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        Files.copy(events, folder.resolve("events.fits"));
        List<String> jobs = new ArrayList<>();
        List<String> remade = new ArrayList<>();
        String steps = programs().toString();
        String hung;
        Set<Long> left;
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state, "--anonymous-jobs", "runs", "--steps", steps)) {
            String base = server.ready();
            hung = ordered(base, hanging());
            while (!text(base + "/status/" + hung).contains("it hangs")) {
                Thread.onSpinWait();
            }
            left = processes();
            assertThat(left).hasSize(2);
            for (int i = 0; i < 40; i++) {
                String query = "SELECT obs_id, " + i + " AS n FROM ivoa.obscore";
                String job = Asking.post(base + "/tap/async", "QUERY", query, "FORMAT", "csv", "PHASE", "RUN")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                jobs.add(job.substring(base.length()));
            }
            for (int i = 0; i < 10; i++) {
                remade.add(ordered(base, recipe(i)));
            }
            server.kill();
            assertThat(processes()).containsAll(left);
        }
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state, "--anonymous-jobs", "runs", "--steps", steps)) {
            String base = server.ready();
            assertThat(processes()).doesNotContainAnyElementsOf(left);
            for (int i = 0; i < jobs.size(); i++) {
                String job = base + jobs.get(i);
                while (!text(job + "/phase").equals("COMPLETED")) {
                    assertThat(text(job + "?WAIT=-1")).doesNotContain("<uws:phase>ERROR");
                }
                assertThat(text(job + "/results/result")).isEqualToNormalizingNewlines("obs_id,n\n10027," + i + "\n");
            }
            assertThat(end(base, hung)).contains("\"phase\":\"COMPLETED\"").containsOnlyOnce("\"name\":\"out.txt\"");
            for (String job : remade) {
                assertThat(end(base, job)).contains("\"phase\":\"COMPLETED\"").containsOnlyOnce("\"name\":\"src.pha\"");
            }
        }
    }

    /// A program that hangs the first time it runs, with a process that left its session.
    private Path programs() throws IOException {
        Path hung = Files.createDirectory(scratch.resolve("hung"));
        Path script = Files.writeString(scratch.resolve("hang.sh"), """
                if mkdir %1$s/once 2> /dev/null; then
                    setsid sleep 600 > /dev/null 2>&1 &
                    echo it hangs
                    exec sleep 600
                fi
                echo done > "$1"
                """.formatted(hung));
        return Files.writeString(scratch.resolve("programs.yaml"), """
                programs:
                  hang:
                    command: [/bin/sh, %s, "{out}"]
                    writable: [%s]
                    arguments:
                      out: {role: output}
                """.formatted(script, hung));
    }

    /// What `hang` left running: the two that sleep.
    private Set<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> below(state, Path.of("/proc/" + process.pid() + "/cwd")))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static boolean below(Path folder, Path cwd) {
        try {
            return Files.readSymbolicLink(cwd).startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }

    private static String ordered(String base, String recipe) throws Exception {
        return JSON.readTree(Asking.post(base + "/reprocessing", "PROVENANCE", recipe)
                        .body())
                .path("job")
                .asText();
    }

    private static String end(String base, String job) throws Exception {
        String told = text(base + "/status/" + job + "/events");
        return told.substring(told.lastIndexOf("event: end"));
    }

    private static String hanging() {
        StepDefinition hang = new StepDefinition("hang", "", "", List.of(Parameter.output("out", "a word")));
        Arguments arguments = Arguments.of(hang, Map.of("out", "out.txt"));
        return ProvenanceJson.write(new ProvenanceDocument(List.of(StepRecord.of(arguments, "/opt/hang", Map.of()))));
    }

    /// Of a spectrum; another one for each number.
    private static String recipe(int number) {
        Arguments arguments = Arguments.of(
                new ExtractStep("1").definition(),
                Map.of("input", "events.fits", "energy", "0.5-" + (2 + number), "spectrum", "src.pha"));
        return ProvenanceJson.write(
                new ProvenanceDocument(List.of(StepRecord.of(arguments, StepRecord.BUILT_IN, Map.of()))));
    }

    private static String text(String url) throws Exception {
        return Asking.text(Asking.get(url));
    }
}
