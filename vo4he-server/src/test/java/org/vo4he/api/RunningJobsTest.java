// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.InputFolders;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.OutputTags;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.reprocess.Workspace;
import org.vo4he.samples.Asking;
import org.vo4he.samples.NoForms;
import org.vo4he.samples.UwsSchema;
import org.vo4he.security.Callers;
import org.vo4he.security.Scope;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.uws.QueueSettings;
import org.vo4he.uwsweb.JobSettings;

/// Jobs while they run, with a step that a test holds up: what is seen of them, how they are cancelled, what ends them,
/// and what becomes of them when the server stops.
class RunningJobsTest {

    /// So many bytes have no place.
    private static final int FULL = 999_999;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path root;

    private final SlowStep step = new SlowStep();
    private Store store;
    private Reprocessing reprocessing;
    private HttpServer server;

    /// Writes as many bytes as it is told, half of them before it waits for the test.
    private static final class SlowStep implements Step {

        private final CountDownLatch half = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public StepDefinition definition() {
            return new StepDefinition(
                    "slow",
                    "1",
                    "Write bytes",
                    List.of(
                            Parameter.value("bytes", ParameterType.INTEGER, "how many")
                                    .withRange("0", "1000000"),
                            Parameter.value("waits", ParameterType.BOOLEAN, "whether to wait"),
                            Parameter.output("out", "the bytes")));
        }

        @Override
        public void run(Arguments arguments, Workspace workspace, StepListener listener)
                throws StepException, IOException, InterruptedException {
            runs.incrementAndGet();
            int bytes = arguments.integer("bytes").orElseThrow().intValue();
            Path out = workspace.output(arguments.text("out").orElseThrow());
            if (bytes == FULL) {
                throw new IOException("No space left on device");
            }
            Files.write(out, new byte[bytes / 2]);
            listener.progress(0.5);
            listener.log("half of it is written");
            half.countDown();
            if (arguments.flag("waits")) {
                try {
                    goOn.await();
                } finally {
                    stopped.countDown();
                }
            }
            Files.write(out, new byte[bytes]);
        }
    }

    @BeforeEach
    void open() throws Exception {
        store = Store.open(root.resolve("state"), StoreSettings.defaults());
        begin();
    }

    private void begin() throws Exception {
        Planner planner = new Planner(
                new Programs(List.of(step), List.of()), new InputFolders(List.of(), Map.of(), KnownFiles.NONE));
        Reprocessing.Parts parts = new Reprocessing.Parts(
                planner,
                new LocalExecutor(OutputTags.NONE, Optional.empty()),
                store.products(),
                new Publisher(root.resolve("published"), _ -> {}, store.products()),
                (status, _) -> status.phase(),
                new NoForms());
        QueueSettings queue = QueueSettings.of(1, 100, 100, Duration.ofSeconds(60), Duration.ofDays(1), 5_000);
        reprocessing = Reprocessing.open(
                root.resolve("jobs"),
                parts,
                new JobSettings(queue, Set.of(Scope.values()), Optional.empty()),
                new Callers(Optional.empty(), Optional.empty()),
                true);
        server = HttpServer.start(HttpSettings.local(), List.of(reprocessing));
    }

    private void end() throws IOException {
        server.close();
        reprocessing.close();
    }

    @AfterEach
    void close() throws IOException {
        end();
        store.close();
    }

    private String recipe(int bytes, boolean waits) {
        Arguments arguments = Arguments.of(
                step.definition(),
                Map.of("bytes", String.valueOf(bytes), "waits", String.valueOf(waits), "out", "out.bin"));
        return ProvenanceJson.write(
                new ProvenanceDocument(List.of(StepRecord.of(arguments, StepRecord.BUILT_IN, Map.of()))));
    }

    private String ordered(int bytes, boolean waits) throws Exception {
        return server.url() + "/status/"
                + JSON.readTree(Asking.post(server.url() + "/reprocessing", "PROVENANCE", recipe(bytes, waits))
                                .body())
                        .path("job")
                        .asText();
    }

    private static JsonNode json(String address) throws Exception {
        return JSON.readTree(Asking.get(address).body());
    }

    private static JsonNode over(String status) throws Exception {
        String stream = Asking.text(Asking.get(status + "/events"));
        return JSON.readTree(stream.substring(stream.lastIndexOf("event: end\ndata: ") + 17));
    }

    @Test
    void aRunningJobTellsItsStepAndShowsTheFileThatGrows() throws Exception {
        String status = ordered(1000, true);
        step.half.await();

        JsonNode running = json(status);
        assertThat(running.path("phase").asText()).isEqualTo("EXECUTING");
        assertThat(running.path("step").asInt()).isEqualTo(1);
        assertThat(running.path("steps").asInt()).isEqualTo(1);
        assertThat(running.path("stepName").asText()).isEqualTo("slow");
        assertThat(running.path("progress").asDouble()).isEqualTo(0.5);
        assertThat(running.path("log").toString()).contains("half of it is written");
        JsonNode growing = json(status.replace("/status/", "/preview/")).path("files");
        assertThat(growing.toString()).contains("\"name\":\"out.bin\"", "\"bytes\":500", "\"whole\":false");
        assertThat(Asking.get(status.replace("/status/", "/preview/") + "/out.bin?download")
                        .body())
                .hasSize(500);

        step.goOn.countDown();
        JsonNode over = over(status);
        assertThat(over.path("phase").asText()).isEqualTo("COMPLETED");
        assertThat(over.path("results").get(0).path("bytes").asInt()).isEqualTo(1000);
    }

    @Test
    void aCancelledJobStopsItsStepAndLeavesNothing() throws Exception {
        String status = ordered(1000, true);
        step.half.await();

        Asking.post(status, "action", "cancel");

        step.stopped.await();
        assertThat(over(status).path("phase").asText()).isEqualTo("ABORTED");
        assertThat(json(status).path("results")).isEmpty();
    }

    @Test
    void moreThanAJobMayLeaveIsAnErrorWithItsReason() throws Exception {
        JsonNode over = over(ordered(6000, false));

        assertThat(over.path("phase").asText()).isEqualTo("ERROR");
        assertThat(over.path("error").asText())
                .isEqualTo("slow made more than 5000 bytes of files, which is what it may");
    }

    /// The step would wait for ever.
    @Test
    void aJobThatWritesMoreThanItMayIsStoppedWhileItRuns() throws Exception {
        JsonNode over = over(ordered(12_000, true));

        step.stopped.await();
        assertThat(over.path("phase").asText()).isEqualTo("ERROR");
        assertThat(over.path("error").asText())
                .isEqualTo("slow made more than 5000 bytes of files, which is what it may");
    }

    @Test
    void aFullDiskIsAnErrorWithItsReason() throws Exception {
        JsonNode over = over(ordered(FULL, false));

        assertThat(over.path("phase").asText()).isEqualTo("ERROR");
        assertThat(over.path("error").asText()).isEqualTo("the run could not go on: No space left on device");
        assertThat(over.path("log").toString()).contains("No space left on device");
    }

    @Test
    void aJobThatTheServerStoppedUnderRunsOnceMoreAndItsResultsAreThereOnce() throws Exception {
        String status = ordered(1000, true);
        String waiting = ordered(10, false);
        step.half.await();
        end();
        step.goOn.countDown();
        begin();

        String path = status.substring(status.indexOf("/status/"));
        JsonNode over = over(server.url() + path);
        assertThat(over.path("phase").asText()).isEqualTo("COMPLETED");
        assertThat(over.path("results")).hasSize(2);
        assertThat(over.path("note").asText()).contains("the server was stopped while this job ran");
        assertThat(over(server.url() + waiting.substring(waiting.indexOf("/status/")))
                        .path("phase")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(step.runs.get()).isEqualTo(3);
        assertThat(Asking.post(server.url() + "/reprocessing", "PROVENANCE", recipe(1000, true))
                        .statusCode())
                .as("what an earlier server made answers the same request")
                .isEqualTo(200);
    }

    private String uws(String... parameters) throws Exception {
        return Asking.post(server.url() + "/reprocessing/async", parameters)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String text(String address) throws Exception {
        return Asking.text(Asking.get(address));
    }

    @Test
    void documentsOfUwsAreValidAndListsAreFilteredAndWaitedFor() throws Exception {
        String list = server.url() + "/reprocessing/async";
        String done = uws("PROVENANCE", recipe(100, false), "BYTES", "40", "PHASE", "RUN", "RUNID", "a&b");
        String waited = text(done + "?WAIT=30");
        while (waited.contains("<uws:phase>EXECUTING<")) { // it waited for its turn, and left the queue
            waited = text(done + "?WAIT=30");
        }
        assertThat(waited).contains("<uws:phase>COMPLETED<");
        String wrong = uws("PROVENANCE", recipe(100, false), "BYTES", "-1", "PHASE", "RUN");
        String pending = uws("PROVENANCE", recipe(100, false));

        assertThat(text(list + "?PHASE=PENDING")).contains(pending).doesNotContain(done, wrong);
        assertThat(text(list + "?LAST=1")).contains(pending).doesNotContain(done, wrong);
        assertThat(text(list + "?AFTER=2999-01-01")).doesNotContain("jobref");
        assertThat(text(pending + "?WAIT=30&PHASE=QUEUED")).contains("<uws:phase>PENDING<");
        assertThat(text(done + "/quote")).isEmpty();

        UwsSchema schema = UwsSchema.read();
        for (String address : List.of(list, done, wrong, pending, done + "/parameters", done + "/results")) {
            assertThat(schema.fault(text(address))).as(text(address)).isEmpty();
        }
        assertThat(schema.fault(text(done).replace("COMPLETED", "FINISHED"))).isPresent();
        HttpResponse<byte[]> token = Asking.post(list, "PROVENANCE", recipe(100, false), "TOKEN", "secret");
        assertThat(token.statusCode()).isEqualTo(400);
        assertThat(Asking.text(token)).contains("a token is no parameter of a job");
    }

    @Test
    void theSameJobIsDoneByUws() throws Exception {
        String job = Asking.post(
                        server.url() + "/reprocessing/async",
                        "PROVENANCE",
                        recipe(100, false),
                        "BYTES",
                        "40",
                        "PHASE",
                        "RUN")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        JsonNode over = over(job.replace("/reprocessing/async/", "/status/"));

        assertThat(over.path("phase").asText()).as(over.toString()).isEqualTo("COMPLETED");
        assertThat(Asking.get(job + "/results/out.bin").body()).hasSize(40);
        assertThat(over.path("changes").get(0).path("new").asText()).isEqualTo("40");
        String refused = Asking.post(
                        server.url() + "/reprocessing/async",
                        "PROVENANCE",
                        recipe(100, false),
                        "BYTES",
                        "-1",
                        "PHASE",
                        "RUN")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(Asking.text(Asking.get(refused + "/phase"))).isEqualTo("ERROR");
        assertThat(Asking.text(Asking.get(refused + "/error"))).contains("/edits/0/value", "from 0 to 1000000");
    }
}
