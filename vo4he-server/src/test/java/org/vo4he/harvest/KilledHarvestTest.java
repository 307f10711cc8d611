// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// `kill -9` at seeded moments of a harvest, then the same harvest again, against one that nobody disturbed. The
/// harvest runs in a JVM of its own on real FITS files.
class KilledHarvestTest {

    private static final int FILES = 800;
    private static final int KILLS = 3;

    @TempDir
    private Path temporary;

    @Test
    void aKilledFirstHarvestIsMadeGoodByTheSameCommand() throws Exception {
        Path folder = folderOfFiles();

        killAndCompare(folder, temporary.resolve("no such state"), new Random(20261123));
    }

    @Test
    void aKilledSecondHarvestIsMadeGoodByTheSameCommand() throws Exception {
        Path folder = folderOfFiles();
        Path earlier = temporary.resolve("earlier");
        harvest(folder, earlier);
        for (int i = 0; i < FILES; i += 4) {
            Files.delete(file(folder, i));
            Files.move(file(folder, i + 1), folder.resolve("moved-" + i + ".fits"));
            events(i + 2, "EDITED").write(file(folder, i + 2));
        }

        killAndCompare(folder, earlier, new Random(1123));
    }

    /// Until a kill has hit a running harvest, at the latest one right after its first sign of life.
    ///
    /// @param earlier a state to start from, copied for each run; need not exist
    private void killAndCompare(Path folder, Path earlier, Random random) throws Exception {
        Path undisturbed = copy(earlier, "undisturbed");
        long start = System.nanoTime();
        assertThat(run(folder, undisturbed, Long.MAX_VALUE)).isFalse();
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<String> expected = rows(undisturbed);
        List<String> filesOfAState = names(undisturbed);

        List<Boolean> killed = new ArrayList<>();
        for (int kill = 0; kill < KILLS || !killed.contains(true); kill++) {
            Path state = copy(earlier, "killed-" + kill);
            killed.add(run(folder, state, random.nextLong(millis * 2 / 3 + 1)));
            harvest(folder, state);
            assertThat(rows(state)).isEqualTo(expected);
            assertThat(names(state)).isEqualTo(filesOfAState);
            millis = killed.getLast() ? millis : millis / 2; // It is quicker now than the undisturbed one was.
        }
        assertThat(Files.list(folder)
                        .filter(file -> file.getFileName().toString().startsWith(".")))
                .isEmpty();
    }

    /// Runs a harvest, and kills it so long after its first sign of life.
    ///
    /// @return whether it was killed before its end
    private boolean run(Path folder, Path state, long killAfterMillis) throws Exception {
        Path scratch = Files.createDirectories(temporary.resolve("scratch"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + scratch,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HarvestProcess.class.getName(),
                        folder.toString(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo(HarvestProcess.BEGINS);
            if (killAfterMillis == Long.MAX_VALUE) {
                assertThat(out.readLine()).isEqualTo(HarvestProcess.ENDS);
                assertThat(process.waitFor()).isZero();
                return false;
            }
            Thread.sleep(killAfterMillis);
            return process.destroyForcibly().waitFor() != 0;
        }
    }

    private static void harvest(Path folder, Path state) throws Exception {
        try (Store store = Store.open(state, StoreSettings.defaults())) {
            new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
        }
    }

    private static List<String> rows(Path state) throws Exception {
        try (Store store = Store.open(state, StoreSettings.defaults())) {
            return Rows.all(store);
        }
    }

    private Path copy(Path state, String name) throws IOException {
        Path copy = temporary.resolve(name);
        if (Files.exists(state)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(state)) {
                all = walk.toList();
            }
            for (Path from : all) {
                Files.copy(from, copy.resolve(state.relativize(from)));
            }
        }
        return copy;
    }

    private static List<String> names(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            return all.map(file -> state.relativize(file).toString()).sorted().toList();
        }
    }

    private Path folderOfFiles() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("products"));
        for (int i = 0; i < FILES; i++) {
            events(i, "CRAB").write(file(folder, i));
        }
        return folder;
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("events-" + number + ".fits");
    }

    private static FitsBuilder events(int number, String object) {
        FitsBuilder file = new FitsBuilder();
        file.primary();
        file.table("EVENTS")
                .column("TIME", "D", 1, 2, 3)
                .column("PI", "J", 10, 20, 30)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("OBJECT", object)
                .card("OBS_ID", "obs-" + number)
                .card("RA_PNT", number * 0.25)
                .card("DEC_PNT", number * 0.1 - 60)
                .card("MJDREF", 50814.0)
                .card("TSTART", 1000.0 * number)
                .card("TSTOP", 1000.0 * number + 500);
        return file;
    }
}
