// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.FirstSchema;

/// A state that the first released schema holds, opened by this program.
class UpgradeTest {

    private static final String ROWS = "SELECT * FROM ivoa.obscore ORDER BY obs_publisher_did";

    @TempDir
    private Path folder;

    private Path products;
    private Path old;
    private String rows;

    @BeforeEach
    void makeAStateOfTheFirstSchema() throws Exception {
        products = Files.createDirectory(folder.resolve("products"));
        for (int i = 0; i < 3; i++) {
            Samples.eventList().write(products.resolve("events " + i + ".fits"));
        }
        Files.writeString(products.resolve("readme.txt"), "no FITS");
        Path now = folder.resolve("now");
        CommandRun.of("harvest", products, "--state", now, "--no-progress");
        rows = rows(now);
        old = folder.resolve("old");
        FirstSchema.write(now, old);
        assertThat(FirstSchema.versionOf(old.resolve("archive.duckdb"))).isEqualTo(1);
    }

    @Test
    void everythingAnswersAsBefore() throws Exception {
        assertThat(rows(old)).isEqualTo(rows).contains("Crab");
        try (Vo4heProcess server = Vo4heProcess.serve(products, old)) {
            String url = server.ready();
            for (String path : new String[] {"/", "/tap/tables", "/scs?RA=83.6&DEC=22&SR=1", "/events", "/metrics"}) {
                assertThat(Http.get(url + path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(Http.get(url + "/events").body()).contains("events%200.fits", "events%202.fits");
        }
    }

    @Test
    void noFileIsReadAgain() {
        CommandRun harvest = CommandRun.of("harvest", products, "--state", old, "--no-progress");

        assertThat(harvest.exitCode()).as(harvest.toString()).isZero();
        assertThat(harvest.err()).contains("0 new, 0 changed, 0 moved, 4 unchanged, 0 withdrawn");
    }

    @Test
    void theDatabaseAsItWasIsKeptOnce() throws Exception {
        byte[] before = Files.readAllBytes(old.resolve("archive.duckdb"));
        Files.writeString(old.resolve("archive.duckdb.v0.bak"), "of an upgrade before this one");
        rows(old);
        rows(old);

        assertThat(backups(old)).containsExactly("archive.duckdb.v1.bak");
        assertThat(Files.readAllBytes(old.resolve("archive.duckdb.v1.bak"))).isEqualTo(before);
        assertThat(FirstSchema.versionOf(old.resolve("archive.duckdb"))).isGreaterThan(1);
    }

    @Test
    void aNewStateAndAnUnchangedSchemaKeepNoCopy() throws IOException {
        rows(folder.resolve("now"));

        assertThat(backups(folder.resolve("now"))).isEmpty();
    }

    private static Stream<String> backups(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".bak"))
                    .toList()
                    .stream();
        }
    }

    private static String rows(Path state) {
        return CommandRun.of("query", ROWS, "--state", state).out().replaceAll("http://127.0.0.1:\\d+", "");
    }
}
