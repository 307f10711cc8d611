// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [Store] with a real DuckDB in a temporary folder.
@Timeout(60)
class StoreTest {

    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(20), "http://127.0.0.1:8080");
    private static final String ENDLESS = "SELECT a.range FROM range(1000000) a, range(1000000) b";
    private static final String SILENT = "SELECT count(*) FROM range(100000000000) a, range(100000) b";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(folder.resolve("state"), new StoreSettings(128, 2, 2, Duration.ofMillis(200), 1000));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void valuesAreBoundAndComeBackWithTheirTypes() throws StoreException {
        assertThat(rows("SELECT ?, ?, 1.5::DOUBLE, NULL, 7, sum(3::BIGINT)", List.of("a'b", 5L)))
                .containsExactly(java.util.Arrays.asList("a'b", 5L, 1.5, null, 7, 3L));
    }

    @Test
    void aSecondStoreOnTheSameStateIsRefusedAndNamesThePort() throws Exception {
        ServerFile.ofThisProcess("127.0.0.1", 8123, "secret", "1").write(store.directory());

        assertThatThrownBy(() -> Store.open(folder.resolve("state"), StoreSettings.defaults()))
                .isInstanceOf(StoreException.Locked.class)
                .hasMessageContaining("in use by the server on port 8123")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void aStateThatWasClosedOpensAgain() throws StoreException {
        store.close();
        store = Store.open(folder.resolve("state"), StoreSettings.defaults());

        assertThat(rows("SELECT count(*) FROM ivoa.obscore", List.of())).containsExactly(List.of(0L));
    }

    @Test
    void aStateOfANewerProgramIsRefusedWithBothVersions() throws Exception {
        store.close();
        try (var connection =
                        java.sql.DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("state/archive.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO main.migrations VALUES (1000, 'V1000__later.sql')");
        }

        assertThatThrownBy(() -> Store.open(folder.resolve("state"), StoreSettings.defaults()))
                .isInstanceOf(StoreException.Newer.class)
                .hasMessageContaining("version 1000")
                .hasMessageContaining("up to " + Migrations.newest());
    }

    @Test
    void aStateThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "");

        assertThatThrownBy(() -> Store.open(file.resolve("state"), StoreSettings.defaults()))
                .isInstanceOf(StoreException.Unwritable.class)
                .hasMessageContaining("a file");
    }

    @Test
    void aDamagedDatabaseIsRefusedWithTheStatesName() throws Exception {
        Path state = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(state.resolve("archive.duckdb"), "this is no database".repeat(1000));

        assertThatThrownBy(() -> Store.open(state, StoreSettings.defaults()))
                .isInstanceOf(StoreException.Unwritable.class)
                .hasMessageContaining(state.toString());
        Files.delete(state.resolve("archive.duckdb"));
        Store.open(state, StoreSettings.defaults()).close();
    }

    /// Even SQL that no checked tree could print finds every door shut.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY ivoa.obscore TO '%s/out.csv'",
                "COPY (SELECT 1) TO '%s/out.parquet' (FORMAT parquet)",
                "ATTACH '%s/other.duckdb'",
                "ATTACH ':memory:' AS other",
                "SELECT * FROM read_text('%s/secret.txt')",
                "SELECT * FROM read_blob('/etc/passwd')",
                "SELECT * FROM read_csv('%s/secret.txt')",
                "SELECT * FROM '%s/secret.txt'",
                "SELECT * FROM glob('%s/*')",
                "EXPORT DATABASE '%s/export'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET memory_limit = '10GB'",
                "SET threads = 64",
                "SET lock_configuration = false",
                "RESET memory_limit",
                "INSERT INTO vo4he.facts VALUES ('a', 'b')",
                "DELETE FROM ivoa.obscore",
                "CREATE TABLE vo4he.mine (a INTEGER)",
                "DROP TABLE ivoa.obscore"
            })
    void aQueryCanNeitherWriteNorReadAFileNorWidenItsLimits(String sql) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThatThrownBy(() -> rows(sql.replace("%s", folder.toString()), List.of()))
                .isInstanceOf(StoreException.Failed.class);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("export")).doesNotExist();
        assertThat(rows("SELECT count(*) FROM vo4he.facts WHERE name = 'a'", List.of()))
                .containsExactly(List.of(0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, SILENT})
    void aQueryOverItsTimeLimitStops(String sql) throws StoreException {
        long start = System.nanoTime();
        try (QueryRun run = store.query(sql, List.of(), new QueryLimits(Duration.ofMillis(300), ""))) {
            assertThatThrownBy(() -> readAll(run))
                    .isInstanceOf(StoreException.TimeLimit.class)
                    .hasMessageContaining("0.3 s");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, SILENT})
    void aCancelledQueryStopsWithinASecond(String sql) throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        long[] cancelledAt = new long[1];
        try (QueryRun run = store.query(sql, List.of(), LIMITS)) {
            Thread.ofVirtual().start(() -> {
                sleep(300);
                cancelledAt[0] = System.nanoTime();
                run.cancel();
                cancelled.countDown();
            });
            assertThatThrownBy(() -> readAll(run)).isInstanceOf(StoreException.Cancelled.class);
        }
        cancelled.await(1, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt[0])).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aQueryCancelledBeforeItsFirstRowNeverRuns() throws StoreException {
        try (QueryRun run = store.query(SILENT, List.of(), LIMITS)) {
            run.cancel();
            assertThatThrownBy(run::next).isInstanceOf(StoreException.Cancelled.class);
        }
    }

    @Test
    void aResultLeftHalfReadGivesItsPlaceBack() throws StoreException {
        for (int i = 0; i < 5; i++) {
            try (QueryRun run = store.query(ENDLESS, List.of(), LIMITS)) {
                run.next();
            }
        }
        assertThat(rows("SELECT 1", List.of())).hasSize(1);
    }

    @Test
    void theThirdOfTwoPlacesIsRefusedWithTheLimit() throws StoreException {
        try (QueryRun _ = store.query("SELECT 1", List.of(), LIMITS);
                QueryRun _ = store.query("SELECT 1", List.of(), LIMITS)) {
            assertThatThrownBy(() -> store.query("SELECT 1", List.of(), LIMITS))
                    .isInstanceOf(StoreException.Limit.class)
                    .hasMessageStartingWith("2 queries are running");
        }
    }

    @Test
    void sqlThatFailsGivesItsPlaceBack() throws StoreException {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> rows("SELECT nothing FROM nowhere", List.of()))
                    .isInstanceOf(StoreException.Failed.class);
        }
        assertThat(rows("SELECT 1", List.of())).hasSize(1);
    }

    @Test
    void regionsAreTestedExactly() throws StoreException {
        assertThat(rows("""
                SELECT vo4he_region_contains('CIRCLE ICRS 0 80 1', 359.9, 80.1),
                       vo4he_region_contains('CIRCLE ICRS 0 80 1', 180, -80),
                       vo4he_region_contains(NULL, 1, 1),
                       vo4he_region_contains('SQUARE 1 2', 1, 1),
                       vo4he_region_contains('CIRCLE ICRS 0 80 1', 1, 91),
                       vo4he_regions_intersect('CIRCLE ICRS 10 0 1', 'CIRCLE ICRS 11.5 0 1'),
                       vo4he_regions_intersect('CIRCLE ICRS 10 0 1', 'CIRCLE ICRS 12.5 0 1')""", List.of()))
                .containsExactly(java.util.Arrays.asList(true, false, null, null, null, true, false));
    }

    @Test
    void theServerFileIsForItsOwnerOnlyAndForgottenWhenItsProcessIsGone() throws Exception {
        Path state = store.directory();
        ServerFile.ofThisProcess("127.0.0.1", 8080, "secret", "1").write(state);
        assertThat(ServerFile.read(state))
                .hasValueSatisfying(file -> assertThat(file.token()).isEqualTo("secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("server.json"))))
                .isEqualTo("rw-------");

        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new ServerFile("127.0.0.1", 8080, "secret", ended.pid(), 0, "1").write(state);
        assertThat(ServerFile.read(state)).isEmpty();
    }

    @Test
    void theServerFileOfAKilledServerWhoseNumberAnotherProcessGotIsForgotten() throws Exception {
        Path state = store.directory();
        ServerFile ours = ServerFile.ofThisProcess("127.0.0.1", 8080, "secret", "1");
        new ServerFile(ours.host(), ours.port(), ours.token(), ours.pid(), ours.startMillis() - 60_000, "1")
                .write(state);

        assertThat(ServerFile.read(state)).isEmpty();

        ours.write(state);
        assertThat(ServerFile.read(state)).contains(ours);
    }

    @Test
    void theServerFileOfAnOlderAndOfANewerVersionIsRead() throws Exception {
        Path file = store.directory().resolve("server.json");
        String known = "{\"host\": \"127.0.0.1\", \"port\": 8080, \"token\": \"secret\", \"pid\": "
                + ProcessHandle.current().pid();

        Files.writeString(file, known + "}");
        assertThat(ServerFile.read(store.directory()))
                .hasValueSatisfying(read -> assertThat(read.version()).isEmpty());
        Files.writeString(file, known + ", \"version\": \"9\", \"socket\": {\"path\": \"x\"}}");
        assertThat(ServerFile.read(store.directory()))
                .hasValueSatisfying(read -> assertThat(read.version()).isEqualTo("9"));
    }

    private List<List<Object>> rows(String sql, List<Object> binds) throws StoreException {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryRun run = store.query(sql, binds, LIMITS)) {
            while (run.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < run.columnCount(); i++) {
                    row.add(run.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void readAll(QueryRun run) throws StoreException {
        while (run.next()) {
            run.get(0);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
