// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.extract.ExtractStep;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.SharedData;

/// Asynchronous queries, and products that are made again, and a server that is killed, in a process of its own.
class KilledJobsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @Test
    void noJobIsLostWhenTheServerIsKilledAndEachComesToItsResult() throws Exception {
        Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        Files.copy(events, folder.resolve("events.fits"));
        List<String> jobs = new ArrayList<>();
        List<String> remade = new ArrayList<>();
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state, "--anonymous-jobs", "runs")) {
            String base = server.ready();
            for (int i = 0; i < 40; i++) {
                String query = "SELECT obs_id, " + i + " AS n FROM ivoa.obscore";
                String job = Asking.post(base + "/tap/async", "QUERY", query, "FORMAT", "csv", "PHASE", "RUN")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                jobs.add(job.substring(base.length()));
            }
            for (int i = 0; i < 10; i++) {
                remade.add(JSON.readTree(Asking.post(base + "/reprocessing", "PROVENANCE", recipe(i))
                                .body())
                        .path("job")
                        .asText());
            }
            server.kill();
        }
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state, "--anonymous-jobs", "runs")) {
            String base = server.ready();
            for (int i = 0; i < jobs.size(); i++) {
                String job = base + jobs.get(i);
                while (!text(job + "/phase").equals("COMPLETED")) {
                    assertThat(text(job + "?WAIT=-1")).doesNotContain("<uws:phase>ERROR");
                }
                assertThat(text(job + "/results/result")).isEqualToNormalizingNewlines("obs_id,n\n10027," + i + "\n");
            }
            for (String job : remade) {
                String told = text(base + "/status/" + job + "/events");
                assertThat(told.substring(told.lastIndexOf("event: end")))
                        .contains("\"phase\":\"COMPLETED\"")
                        .containsOnlyOnce("\"name\":\"src.pha\"");
            }
        }
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
