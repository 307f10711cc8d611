// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.SampleArchive;
import org.vo4he.store.Snapshot;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// [Backup] of a small state, whole and damaged in every way a file can be.
class BackupTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static SampleArchive archive;
    private static Path whole;

    @BeforeAll
    static void make() throws Exception {
        archive = SampleArchive.start(shared.resolve("archive"));
        whole = shared.resolve("whole.zip");
        try (Snapshot snapshot = archive.store().snapshot();
                OutputStream out = Files.newOutputStream(whole)) {
            Backup.write(snapshot, remade(), "1.2.3", out);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
    }

    @Test
    void aRestoredStateHoldsWhatTheOldOneHeld() throws Exception {
        Path state = folder.resolve("deep/er/state");
        Manifest manifest = new Backup(whole).restore(state);

        assertThat(manifest.program()).isEqualTo("1.2.3");
        assertThat(manifest.schema()).isEqualTo(Store.schemaVersion());
        try (Store restored = Store.open(state, StoreSettings.defaults())) {
            assertThat(restored.products().all())
                    .isEqualTo(archive.store().products().all())
                    .isNotEmpty();
        }
    }

    /// One file of a job, and one that is not whole yet.
    private static Path remade() throws IOException {
        Path folder = Files.createDirectories(shared.resolve("archive/state/published"));
        Path job = Files.createDirectories(folder.resolve("0a1b2c3d4e5f"));
        Files.writeString(job.resolve("core.pha"), "photons");
        Files.writeString(job.resolve(".late.pha"), "pho");
        return folder;
    }

    @Test
    void filesThatWerePublishedHereAreInIt() throws Exception {
        Path state = folder.resolve("state");
        Manifest manifest = new Backup(whole).restore(state);

        assertThat(manifest.publishedFiles()).isEqualTo(1);
        assertThat(state.resolve("published/0a1b2c3d4e5f/core.pha")).hasContent("photons");
        assertThat(state.resolve("published/0a1b2c3d4e5f/.late.pha")).doesNotExist();
    }

    @Test
    void nothingOfASnapshotIsLeft() {
        assertThat(shared.resolve("archive/state/tmp")).isEmptyDirectory();
    }

    /// POSIX locks of a process end when it closes the file, whoever in it opened it.
    @Test
    void theDatabaseStaysLockedWhenASnapshotWasTaken() throws IOException {
        Path locks = Path.of("/proc/locks");
        assumeThat(locks).exists();
        Object inode = Files.getAttribute(shared.resolve("archive/state/archive.duckdb"), "unix:ino");

        assertThat(Files.readString(locks))
                .containsPattern("POSIX +ADVISORY +WRITE +\\d+ [0-9a-f]+:[0-9a-f]+:" + inode + " ");
    }

    @Test
    void anEmptyFolderIsTakenAndAFullOneRefused() throws Exception {
        Path state = Files.createDirectory(folder.resolve("state"));
        new Backup(whole).restore(state);

        refused(whole, state, "the folder " + state + " is not empty; a backup is restored into a new one");
        Path file = Files.writeString(folder.resolve("file"), "x");
        refused(whole, file, file + " is a file; a folder is wanted");
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Path none = folder.resolve("none.zip");
        refused(none, folder.resolve("state"), "there is no backup file " + none);
        Path text = Files.writeString(folder.resolve("text.zip"), "hello");
        refused(text, folder.resolve("state"), text + " is damaged, or no backup: ");
        Path other = zip(Map.of("a.txt", "hello"));
        refused(other, folder.resolve("state"), other + " is no backup of vo4he: it has no manifest.json");
        nothingIsLeft("text.zip", "made.zip");
    }

    @Test
    void aBackupOfANewerProgramIsRefused() throws IOException {
        Path newer = zip(Map.of("archive.duckdb", "x", Manifest.NAME, manifest(1000, "archive.duckdb")));

        refused(
                newer,
                folder.resolve("state"),
                newer + " was made by a newer vo4he (9.9): its schema has version 1000, this program knows up to "
                        + Store.schemaVersion() + ". Use the newer program.");
    }

    @Test
    void aMemberThatLeadsElsewhereIsRefused() throws IOException {
        Path evil = zip(Map.of("../archive.duckdb", "x", Manifest.NAME, manifest(1, "../archive.duckdb")));
        refused(evil, folder.resolve("state"), evil + " is no backup of a state");
        Path more = zip(Map.of("archive.duckdb", "x", "b", "x", Manifest.NAME, manifest(1, "archive.duckdb")));
        refused(more, folder.resolve("state"), more + " is damaged: its manifest promises [archive.duckdb]");
        Path wrong = zip(Map.of("archive.duckdb", "x", Manifest.NAME, manifest(1, "archive.duckdb")));
        refused(wrong, folder.resolve("state"), wrong + " is damaged: archive.duckdb does not have the checksum");
        Path garbled = zip(Map.of("archive.duckdb", "x", Manifest.NAME, "{\"format\":1}"));
        refused(garbled, folder.resolve("state"), garbled + " is damaged: its manifest.json can't be read");
        nothingIsLeft("made.zip");
    }

    @Test
    void cutAnywhereItIsRefusedAndNothingIsLeft() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.zip");
        for (int i = 0; i < 20; i++) {
            Files.write(cut, Arrays.copyOf(bytes, (int) ((long) bytes.length * i / 20)));

            assertThatThrownBy(() -> new Backup(cut).restore(folder.resolve("state")))
                    .isInstanceOf(BackupException.class)
                    .hasMessageStartingWith(cut + " is ");
            assertThatThrownBy(() -> new Backup(cut).check()).isInstanceOf(BackupException.class);
        }
        nothingIsLeft("cut.zip");
    }

    /// A bit of the zip file's own bookkeeping (a date, say) may change without harm, and so may one that says from
    /// where a
    /// long row of zeros is repeated.
    @Test
    void aFlippedBitIsFoundOrHarmless() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        byte[] database = member("archive.duckdb");
        Path flipped = folder.resolve("flipped.zip");
        int found = 0;
        int steps = 60;
        for (int i = 0; i < steps; i++) {
            byte[] damaged = bytes.clone();
            damaged[(int) ((long) bytes.length * i / steps)] ^= 0x10;
            Files.write(flipped, damaged);
            Path state = folder.resolve("state" + i);
            try {
                new Backup(flipped).restore(state);
                assertThat(Files.readAllBytes(state.resolve("archive.duckdb"))).isEqualTo(database);
            } catch (BackupException e) {
                assertThat(state).doesNotExist();
                found++;
            }
        }
        assertThat(found).isGreaterThan(steps / 4);
    }

    private static byte[] member(String name) throws IOException {
        try (ZipFile zip = new ZipFile(whole.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static void refused(Path backup, Path state, String sentence) {
        assertThatThrownBy(() -> new Backup(backup).restore(state))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith(sentence);
    }

    private void nothingIsLeft(String... but) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(but);
        }
    }

    private Path zip(Map<String, String> members) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String manifest(int schema, String member) throws IOException {
        Manifest.Member one = new Manifest.Member(member, 1, "0".repeat(64));
        return new String(
                new Manifest(1, "9.9", schema, "2026-11-23T00:00:00Z", List.of(one)).json(), StandardCharsets.UTF_8);
    }
}
