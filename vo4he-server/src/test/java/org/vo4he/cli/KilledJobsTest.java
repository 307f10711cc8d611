// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.SharedData;

/// Asynchronous queries and a server that is killed, in a process of its own.
class KilledJobsTest {

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @Test
    void noJobIsLostWhenTheServerIsKilledAndEachComesToItsResult() throws Exception {
        Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        Files.copy(events, folder.resolve("events.fits"));
        List<String> jobs = new ArrayList<>();
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state)) {
            String base = server.ready();
            for (int i = 0; i < 40; i++) {
                String query = "SELECT obs_id, " + i + " AS n FROM ivoa.obscore";
                String job = Asking.post(base + "/tap/async", "QUERY", query, "FORMAT", "csv", "PHASE", "RUN")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                jobs.add(job.substring(base.length()));
            }
            server.kill();
        }
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state)) {
            String base = server.ready();
            for (int i = 0; i < jobs.size(); i++) {
                String job = base + jobs.get(i);
                while (!text(job + "/phase").equals("COMPLETED")) {
                    assertThat(text(job + "?WAIT=-1")).doesNotContain("<uws:phase>ERROR");
                }
                assertThat(text(job + "/results/result")).isEqualToNormalizingNewlines("obs_id,n\n10027," + i + "\n");
            }
        }
    }

    private static String text(String url) throws Exception {
        return Asking.text(Asking.get(url));
    }
}
