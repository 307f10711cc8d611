// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Damage;

/// `vo4he harvest`, `query` and `get`: with nobody on the state, and with a server that has it open.
class HarvestCommandTest {

    private static final String ALL = "SELECT obs_id, target_name FROM ivoa.obscore ORDER BY obs_id";

    @TempDir
    Path folder;

    private Path products;
    private Path state;

    @BeforeEach
    void publishAnEventListAndAText() throws IOException {
        products = Files.createDirectory(folder.resolve("mes données"));
        state = folder.resolve("state");
        Samples.eventList().write(products.resolve("events.fits"));
        Files.writeString(products.resolve("lisez moi.txt"), "not FITS");
    }

    @Test
    void theReportHasALineForEachFileAndTheSumsAddUp() throws Exception {
        Path report = folder.resolve("report.jsonl");

        CommandRun run = CommandRun.of("harvest", products, "--state", state, "--report", report);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("2 files").contains("1 published").contains("1 not FITS");
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).anyMatch(line -> line.contains("\"events.fits\"") && line.contains("\"published\""));
        assertThat(lines).anyMatch(line -> line.contains("\"lisez moi.txt\"") && line.contains("\"not_fits\""));
        JsonNode sums = new ObjectMapper().readTree(lines.getLast()).path("sums");
        assertThat(sums.path("seen").asInt())
                .isEqualTo(2)
                .isEqualTo(sums.path("published").asInt()
                        + sums.path("associated").asInt()
                        + sums.path("notFits").asInt()
                        + sums.path("failed").asInt());
    }

    @Test
    void aDryRunReportsAndWritesNothing() {
        CommandRun dry = CommandRun.of("harvest", products, "--state", state, "--dry-run");
        CommandRun wet = CommandRun.of("harvest", products, "--state", state);

        assertThat(dry.err()).contains("2 new");
        assertThat(wet.err()).contains("2 new");
        assertThat(CommandRun.of("harvest", products, "--state", state).err())
                .contains("0 new")
                .contains("2 unchanged");
    }

    @Test
    void aBrokenFileIsCountedAndMakesExitCode1() throws Exception {
        byte[] whole = Samples.eventList().bytes();
        Files.write(products.resolve("broken.fits"), Damage.cutAt(whole, whole.length - 2880));

        CommandRun run = CommandRun.of("harvest", products, "--state", state);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("3 files").contains("1 failed");
    }

    @Test
    void queryAndGetOpenAStateThatNobodyServes() {
        CommandRun.of("harvest", products, "--state", state);

        CommandRun query = CommandRun.of("query", ALL, "--state", state);
        CommandRun get = CommandRun.of("get", "/tap/availability", "--state", state);

        assertThat(query.exitCode()).as(query.toString()).isZero();
        assertThat(query.out()).isEqualToIgnoringNewLines("obs_id,target_name0123456789,Crab");
        assertThat(get.out()).contains("<vosi:available>true</vosi:available>");
    }

    @Test
    void aWrongQueryIsASentenceWithItsPlace() {
        CommandRun.of("harvest", products, "--state", state);

        CommandRun run = CommandRun.of("query", "SELECT obs_idd FROM ivoa.obscore", "--state", state);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("line 1, column 8").contains("obs_idd").doesNotContain("<");
    }

    @Test
    void withoutAStateThereIsASentence() {
        assertThat(CommandRun.of("query", ALL).exitCode()).isEqualTo(2);

        CommandRun nowhere = CommandRun.of("query", ALL, "--state", folder.resolve("none"));
        assertThat(nowhere.exitCode()).isEqualTo(3);
        assertThat(nowhere.err()).contains("there is no state folder " + folder.resolve("none"));
        assertThat(folder.resolve("none")).doesNotExist();

        CommandRun get = CommandRun.of("get", "tap", "--state", state);
        assertThat(get.exitCode()).isEqualTo(2);
        assertThat(get.err()).contains("the path must start with /, found 'tap'");
    }

    @Test
    void aRunningServerHarvestsAndAnswersForItsState() throws Exception {
        Path report = folder.resolve("report.jsonl");
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            server.ready();
            Samples.eventList().write(products.resolve("more.fits"));

            CommandRun harvest = CommandRun.of("harvest", products, "--state", state, "--report", report);
            CommandRun query = CommandRun.of("query", ALL, "--state", state, "--format", "tsv");

            assertThat(harvest.exitCode()).as(harvest.toString()).isZero();
            assertThat(harvest.err()).contains("3 files").contains("1 new").contains("2 unchanged");
            assertThat(Files.readAllLines(report)).anyMatch(line -> line.contains("more.fits"));
            assertThat(query.out().lines()).hasSize(3);

            CommandRun otherFolder = CommandRun.of("harvest", folder, "--state", state);
            assertThat(otherFolder.exitCode()).isEqualTo(3);
            assertThat(otherFolder.err()).contains("this server publishes the folder " + products.toRealPath());

            CommandRun otherSettings = CommandRun.of("harvest", products, "--state", state, "--authority", "other.org");
            assertThat(otherSettings.exitCode()).isEqualTo(3);
            assertThat(otherSettings.err()).contains("--authority");
        }
    }

    @Test
    void withoutTheTokenARunningServerHarvestsForNobody() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            assertThat(Http.post(server.ready() + "/api/harvest", "FOLDER=" + products)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void filesAreServedByteForByteAlsoThroughGet() throws Exception {
        CommandRun.of("harvest", products, "--state", state);
        String did = CommandRun.of("query", "SELECT obs_publisher_did FROM ivoa.obscore", "--state", state)
                .out()
                .lines()
                .toList()
                .getLast();

        CommandRun run =
                CommandRun.of("get", "/files?ID=" + URLEncoder.encode(did, StandardCharsets.UTF_8), "--state", state);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().getBytes(StandardCharsets.UTF_8)).startsWith("SIMPLE  =".getBytes(StandardCharsets.UTF_8));
    }
}
