// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `vo4he backup` and `vo4he restore`, with and without a server.
@Timeout(180)
class BackupCommandTest {

    private static final String ROWS = "SELECT * FROM ivoa.obscore ORDER BY obs_publisher_did";

    @TempDir
    private Path folder;

    private Path products;
    private Path state;
    private Path file;

    @BeforeEach
    void publish() throws IOException {
        products = Files.createDirectory(folder.resolve("products"));
        state = folder.resolve("state");
        file = folder.resolve("backup.zip");
        addFiles(0, 20);
    }

    @Test
    void backupsTakenWhileClientsQueryAndAHarvestRunsHoldWholeChangesOnly() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            String url = server.ready();
            addFiles(20, 150);
            AtomicBoolean harvesting = new AtomicBoolean(true);
            CompletableFuture<Integer> queries = CompletableFuture.supplyAsync(() -> queryWhile(harvesting, url));
            CompletableFuture<CommandRun> harvest = CompletableFuture.supplyAsync(
                    () -> CommandRun.of("harvest", products, "--state", state, "--no-progress"));
            int taken = 0;
            while (taken < 2 || (!harvest.isDone() && taken < 6)) {
                backup();
                consistent(restored("state " + taken));
                taken++;
            }
            harvesting.set(false);

            assertThat(harvest.join().exitCode()).as(harvest.join().toString()).isZero();
            assertThat(queries.join()).isPositive();
        }
    }

    @Test
    void aRestoredStateServesTheSameRowsAndFeed() throws Exception {
        String rows;
        String feed;
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            String url = server.ready();
            rows = rows(url);
            feed = Http.get(url + "/events").body();
            backup();
        }
        Path again = restored("again");
        try (Vo4heProcess server = Vo4heProcess.serve(products, again)) {
            String url = server.ready();

            assertThat(server.err()).contains("20 unchanged");
            assertThat(rows(url).replace(url, "")).isEqualTo(rows.replaceAll("http://127.0.0.1:\\d+", ""));
            assertThat(Http.get(url + "/events").body().replaceAll("127.0.0.1:\\d+", ""))
                    .isEqualTo(feed.replaceAll("127.0.0.1:\\d+", ""))
                    .contains("published");
        }
    }

    @Test
    void withoutAServerTheStateIsBackedUpToo() throws Exception {
        CommandRun.of("harvest", products, "--state", state, "--no-progress");
        Files.writeString(file, "an earlier backup");

        CommandRun run = CommandRun.of("backup", "--state", state, "--out", file);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).startsWith(file + ": ").contains(" bytes of the state in ");
        Path again = restored("again");
        assertThat(CommandRun.of("query", ROWS, "--state", again).out().lines()).hasSize(21);
        onlyInFolder("products", "state", "backup.zip", "again");
    }

    @Test
    void aProductThatWasRemadeAndPublishedIsThereAgainWithItsFile() throws Exception {
        Path made =
                Files.createDirectories(state.resolve("published/0a1b2c3d4e5f")).resolve("remade.fits");
        Samples.eventList().write(made);
        CommandRun.of("harvest", products, "--state", state, "--no-progress");
        assertThat(backup()).doesNotContain("not in it");
        Files.createDirectories(state.resolve("jobs/reprocessing/jobs/0a1b2c"));
        assertThat(backup()).contains("not in it: one job of products made again", "copy " + state.resolve("jobs"));

        Path again = restored("again");
        assertThat(again.resolve("published/0a1b2c3d4e5f/remade.fits")).hasSameBinaryContentAs(made);
        CommandRun harvest = CommandRun.of("harvest", products, "--state", again, "--no-progress");
        assertThat(harvest.out() + harvest.err()).contains("21 unchanged");
        assertThat(CommandRun.of("query", ROWS, "--state", again).out().lines()).hasSize(22);
    }

    @Test
    void whatCannotBeDoneIsASentenceAndLeavesNothing() throws IOException {
        CommandRun none = CommandRun.of("backup", "--state", state, "--out", file);
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("there is no state in the folder " + state);

        CommandRun nowhere = CommandRun.of("backup", "--state", state, "--out", folder.resolve("no/where.zip"));
        assertThat(nowhere.err()).contains("can't write " + folder.resolve("no/where.zip"));

        Files.writeString(file, "no backup");
        CommandRun damaged = CommandRun.of("restore", file, "--state", state);
        assertThat(damaged.exitCode()).isEqualTo(3);
        assertThat(damaged.err()).contains(file + " is damaged, or no backup");
        onlyInFolder("products", "backup.zip");
    }

    private void addFiles(int from, int until) throws IOException {
        for (int i = from; i < until; i++) {
            Samples.eventList().write(products.resolve("events " + i + ".fits"));
        }
    }

    private String backup() {
        CommandRun run = CommandRun.of("backup", "--state", state, "--out", file);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return run.out();
    }

    private Path restored(String name) {
        Path again = folder.resolve(name);
        CommandRun run = CommandRun.of("restore", file, "--state", again);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return again;
    }

    private static int queryWhile(AtomicBoolean going, String url) {
        try {
            int answered = 0;
            while (going.get()) {
                assertThat(rows(url)).startsWith("dataproduct_type,");
                answered++;
                Thread.sleep(20);
            }
            return answered;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rows(String url) throws IOException, InterruptedException {
        return Http.get(url + "/tap/sync?LANG=ADQL&FORMAT=csv&QUERY="
                        + ROWS.replace(" ", "+").replace("*", "%2A"))
                .body();
    }

    /// The tables are written in one transaction for each portion of files: they must agree.
    private static void consistent(Path state) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + state.resolve("archive.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM ivoa.obscore), (SELECT count(*) FROM vo4he.products),
                               (SELECT count(*) FROM vo4he.details), (SELECT count(*) FROM vo4he.files),
                               (SELECT count(*) FROM vo4he.feed), (SELECT max(sequence) FROM vo4he.feed)""")) {
            counts.next();
            List<Long> all =
                    Stream.of(1, 2, 3, 4, 5, 6).map(i -> longAt(counts, i)).toList();
            assertThat(all).containsOnly(all.getFirst());
            assertThat(all.getFirst()).isBetween(20L, 150L);
        }
    }

    private static long longAt(ResultSet row, int column) {
        try {
            return row.getLong(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void onlyInFolder(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
