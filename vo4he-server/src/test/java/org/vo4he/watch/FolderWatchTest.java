// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.harvest.Describer;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestException;
import org.vo4he.harvest.HarvestReport;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.harvest.Readiness;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.store.FeedEvent;
import org.vo4he.store.FeedFilter;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// [FolderWatch] on a real folder with a real store, its quiet time shortened.
@Timeout(60)
class FolderWatchTest {

    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LONGER_THAN_QUIET = Duration.ofMillis(700);
    private static final WatchSettings EVENTS = settings(false, Duration.ofMinutes(5));

    /// A second's quiet, as it is without settings: what a slow system tells one after the other belongs together.
    private static final WatchSettings AS_USUAL = WatchSettings.defaults();

    @TempDir
    private Path temporary;

    private Path folder;
    private Store store;
    private FolderWatch watch;

    private static WatchSettings settings(boolean polling, Duration patience) {
        return new WatchSettings(polling, QUIET, patience, Duration.ofMillis(150), Duration.ofMinutes(10));
    }

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
        store.close();
    }

    @Test
    void aFileWrittenWithLongRestsIsNotSeenBeforeItIsWhole() throws Exception {
        watch(EVENTS);
        byte[] bytes = events("obs-1", 3000).bytes();
        Path file = folder.resolve("slow.fits");

        for (int part = 0; part < 4; part++) {
            append(file, bytes, part * bytes.length / 5, (part + 1) * bytes.length / 5);
            Thread.sleep(LONGER_THAN_QUIET);
            assertThat(store.feed().last()).as("after part %d", part).isZero();
            assertThat(store.products().all()).isEmpty();
        }
        append(file, bytes, 4 * bytes.length / 5, bytes.length);

        eventually("published slow.fits");
        assertThat(only("slow.fits").size()).isEqualTo(bytes.length);
    }

    @Test
    void aGzipFileIsNotSeenBeforeItsEndIsThere() throws Exception {
        watch(EVENTS);
        byte[] bytes = events("obs-1", 300).gzipped();
        Path file = folder.resolve("slow.fits.gz");

        append(file, bytes, 0, bytes.length - 3);
        Thread.sleep(LONGER_THAN_QUIET);
        assertThat(store.feed().last()).isZero();
        append(file, bytes, bytes.length - 3, bytes.length);

        eventually("published slow.fits.gz");
    }

    @Test
    void aFileThatIsNeverFinishedIsTakenWithItsFindingWhenPatienceIsOver() throws Exception {
        watch(settings(false, Duration.ofSeconds(1)));
        byte[] bytes = events("obs-1", 3000).bytes();

        append(folder.resolve("torn.fits"), bytes, 0, bytes.length / 2);

        until(() -> !store.products().findings("torn.fits").isEmpty());
        assertThat(store.products().findings("torn.fits"))
                .anyMatch(finding -> finding.code().equals("fits-truncated"));
    }

    @Test
    void aFileThatAProcessHasOpenForWritingIsNotTakenBetweenTwoHdus() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "a system that tells which files are open");
        watch(EVENTS);
        FitsBuilder fits = events("obs-1", 300);
        byte[] first = fits.bytes();
        fits.table("GTI").column("START", "D", 0).column("STOP", "D", 50);
        byte[] both = fits.bytes();
        Path file = folder.resolve("two.fits");

        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(first);
            Thread.sleep(LONGER_THAN_QUIET);
            assertThat(store.feed().last()).isZero();
            out.write(both, first.length, both.length - first.length);
        }

        eventually("published two.fits");
        assertThat(only("two.fits").size()).isEqualTo(both.length);
    }

    @Test
    void aFileRewrittenInPlaceKeepsItsRowUntilTheNewOneIsWhole() throws Exception {
        events("old", 3000).write(folder.resolve("a.fits"));
        watch(EVENTS);
        eventually("published a.fits");
        byte[] bytes = events("new", 4000).bytes();

        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("a.fits").toFile(), "rw")) {
            file.setLength(0);
            file.write(bytes, 0, bytes.length / 2);
        }
        Thread.sleep(LONGER_THAN_QUIET);
        assertThat(obsId("a.fits")).isEqualTo("old");
        assertThat(told()).containsExactly("published a.fits");
        append(folder.resolve("a.fits"), bytes, bytes.length / 2, bytes.length);

        eventually("published a.fits", "superseded a.fits");
        assertThat(obsId("a.fits")).isEqualTo("new");
    }

    @Test
    void aRenamedFolderKeepsTheDidsOfItsFilesAndIsFollowedUnderItsNewName() throws Exception {
        Files.createDirectories(folder.resolve("one/deep"));
        events("obs-1", 10).write(folder.resolve("one/a.fits"));
        events("obs-2", 10).write(folder.resolve("one/deep/b.fits"));
        watch(AS_USUAL);
        eventually("published one/a.fits", "published one/deep/b.fits");

        Files.move(folder.resolve("one"), folder.resolve("two"));
        eventually("superseded two/a.fits", "superseded two/deep/b.fits");
        events("obs-3", 10).write(folder.resolve("two/deep/c.fits"));
        eventually("published two/deep/c.fits");

        assertThat(only("two/a.fits").did()).endsWith("?one/a.fits");
        assertThat(told()).hasSize(5);
    }

    @Test
    void aLargeFolderThatIsRenamedIsNotWithdrawnInBetween() throws Exception {
        for (int i = 0; i < 60; i++) {
            Path deep = Files.createDirectories(folder.resolve("one/n" + i));
            events("obs-" + i, 10).write(deep.resolve("f.fits"));
        }
        watch(AS_USUAL);
        until(() -> store.feed().last() == 60);

        Files.move(folder.resolve("one"), folder.resolve("two"));

        until(() -> store.feed().last() >= 120);
        assertThat(told().subList(60, 120)).allMatch(event -> event.startsWith("superseded two/"));
    }

    @Test
    void filesOfNewFoldersAreFoundHoweverQuicklyTheyCame() throws Exception {
        watch(EVENTS);
        for (int i = 0; i < 20; i++) {
            Path deep = Files.createDirectories(folder.resolve("n" + i + "/a/b"));
            events("obs-" + i, 10).write(deep.resolve("f.fits"));
        }

        until(() -> store.feed().last() == 20);
        assertThat(told()).allMatch(event -> event.startsWith("published")).doesNotHaveDuplicates();
    }

    @Test
    void deletedFilesAndFoldersAreWithdrawn() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        events("obs-1", 10).write(folder.resolve("a.fits"));
        events("obs-2", 10).write(folder.resolve("sub/b.fits"));
        watch(EVENTS);
        eventually("published a.fits", "published sub/b.fits");

        Files.delete(folder.resolve("a.fits"));
        eventually("withdrawn a.fits");
        Files.delete(folder.resolve("sub/b.fits"));
        Files.delete(folder.resolve("sub"));
        eventually("withdrawn sub/b.fits");
    }

    @Test
    void aTemporaryNameIsPassedOverAndTheRenamedFileIsPublishedOnce() throws Exception {
        watch(EVENTS);
        for (String name : List.of(".a.fits.Xy12Zb", "b.fits.part", "c.fits.tmp")) {
            events("obs", 10).write(folder.resolve(name));
        }
        Thread.sleep(LONGER_THAN_QUIET);
        assertThat(store.feed().last()).isZero();

        Files.move(folder.resolve(".a.fits.Xy12Zb"), folder.resolve("a.fits"));

        eventually("published a.fits");
        assertThat(only("a.fits").did()).endsWith("?a.fits");
    }

    @Test
    void whatHappensBehindALinkToAFolderIsSeen() throws Exception {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        watch(EVENTS);

        events("obs-1", 10).write(elsewhere.resolve("a.fits"));

        eventually("published link/a.fits");
        assertThat(told()).hasSize(1);
    }

    @Test
    void aFolderWhoseSystemTellsNothingIsLookedOver() throws Exception {
        watch(settings(true, Duration.ofMinutes(5)));
        byte[] bytes = events("obs-1", 3000).bytes();
        append(folder.resolve("a.fits"), bytes, 0, bytes.length / 2);
        Thread.sleep(LONGER_THAN_QUIET);
        assertThat(store.feed().last()).isZero();
        append(folder.resolve("a.fits"), bytes, bytes.length / 2, bytes.length);

        eventually("published a.fits");
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"));
        eventually("superseded b.fits");
        Files.delete(folder.resolve("b.fits"));
        eventually("withdrawn b.fits");
    }

    @Test
    void aHarvestBesideTheWatchLeavesHalfAFileAlone() throws Exception {
        watch(EVENTS);
        byte[] bytes = events("obs-1", 3000).bytes();
        append(folder.resolve("a.fits"), bytes, 0, bytes.length / 2);

        HarvestReport report = harvest().run(folder, watch.readiness(), Progress.silent());

        assertThat(report.seen()).isZero();
        assertThat(store.products().all()).isEmpty();
        append(folder.resolve("a.fits"), bytes, bytes.length / 2, bytes.length);
        eventually("published a.fits");
    }

    private void watch(WatchSettings settings) throws Exception {
        watch = FolderWatch.of(folder, store.directory(), settings, new FolderWatch.Harvester() {
            @Override
            public HarvestReport take(Set<String> paths, Readiness readiness) throws StoreException, HarvestException {
                return harvest().run(folder, paths, readiness);
            }

            @Override
            public Set<String> differences() throws StoreException, HarvestException {
                return harvest().differences(folder);
            }

            @Override
            public Set<String> unreadable() throws StoreException {
                return harvest().unreadable();
            }
        });
        harvest().run(folder, watch.readiness(), Progress.silent());
        watch.start();
    }

    private Harvest harvest() {
        ProductDescriber products = new ProductDescriber(Rules.none());
        Describer describer = new Describer() {
            @Override
            public FileDescription describe(Path file, Siblings siblings) {
                return products.describe(file, siblings);
            }

            @Override
            public String program() {
                return "1";
            }
        };
        return new Harvest(store, describer, HarvestSettings.defaults());
    }

    private static FitsBuilder events(String obsId, int rows) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("OBS_ID", obsId)
                .column("TIME", "D", IntStream.range(0, rows).asDoubleStream().toArray());
        return fits;
    }

    private static void append(Path file, byte[] bytes, int from, int to) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes, from, to - from);
        }
    }

    private List<String> told() throws StoreException {
        return store.feed().after(0, 1000, FeedFilter.all()).events().stream()
                .map(FolderWatchTest::line)
                .toList();
    }

    private static String line(FeedEvent event) {
        return event.kind().word() + " " + event.path();
    }

    private ProductRecord only(String path) throws StoreException {
        List<ProductRecord> products = store.products().byPath(path);
        assertThat(products).hasSize(1);
        return products.getFirst();
    }

    private String obsId(String path) throws StoreException {
        return Optional.ofNullable(store.products()
                        .row(only(path).did())
                        .orElseThrow()
                        .get(org.vo4he.obscore.ObsCoreColumn.OBS_ID)
                        .value())
                .orElseThrow()
                .toString();
    }

    /// Waits until the feed has these lines.
    private void eventually(String... lines) throws Exception {
        until(() -> told().containsAll(List.of(lines)));
    }

    /// Something that becomes true.
    private interface Claim {
        boolean holds() throws Exception;
    }

    private void until(Claim claim) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!claim.holds()) {
            assertThat(System.nanoTime())
                    .as("after 20 s, the feed has only %s", told())
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }
}
