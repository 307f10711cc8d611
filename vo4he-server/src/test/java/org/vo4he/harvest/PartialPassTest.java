// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.store.FileStamp;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// A harvest of the paths that were touched, against one of the whole folder: the judge is the second.
class PartialPassTest {

    private static final int STEPS = 15;

    @TempDir
    private Path temporary;

    private final TextDescriber describer = new TextDescriber("rules 1");

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whateverHappensToAFolderTheTouchedPathsBringItUpToDate(int seed) throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Wanderer wanderer = new Wanderer(folder, new Random(seed));
        try (Store whole = Store.open(temporary.resolve("whole"), StoreSettings.defaults());
                Store partial = Store.open(temporary.resolve("partial"), StoreSettings.defaults())) {
            harvest(whole).run(folder, Progress.silent());
            harvest(partial).run(folder, Progress.silent());
            for (int step = 0; step < STEPS; step++) {
                Set<String> touched = wanderer.step();

                assertThat(harvest(partial).differences(folder))
                        .allMatch(path -> touched.stream().anyMatch(near -> (path + "/").startsWith(near + "/")));
                harvest(whole).run(folder, Progress.silent());
                harvest(partial).run(folder, touched, Readiness.ALWAYS);

                assertThat(Rows.all(partial))
                        .as("step %d touched %s", step, touched)
                        .containsExactlyElementsOf(Rows.all(whole));
                assertThat(harvest(partial).differences(folder)).isEmpty();
            }
            assertThat(Rows.of(partial, "SELECT kind, did, path FROM vo4he.feed ORDER BY sequence"))
                    .isEqualTo(Rows.of(whole, "SELECT kind, did, path FROM vo4he.feed ORDER BY sequence"))
                    .hasSizeGreaterThan(STEPS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300})
    void theFirstFilesOfARenamedFolderKeepTheirDidsBeforeItsOldNameIsToldOf(int files) throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Files.createDirectory(folder.resolve("one"));
        Set<String> first = new TreeSet<>();
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("one/" + i + ".fits"), "obs=" + i + "\nra=1\ndec=1\n");
            if (i > 4) {
                first.add("two/" + i + ".fits");
            }
        }
        Files.writeString(folder.resolve("one/r.rmf"), "role=RESPONSE_RMF\n");
        Files.writeString(folder.resolve("spectrum.fits"), "rmf=one/r.rmf\n");
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            harvest(store).run(folder, Progress.silent());
            Files.move(folder.resolve("one"), folder.resolve("two"));

            HarvestReport some = harvest(store).run(folder, first, Readiness.ALWAYS);
            assertThat(some.moved()).isEqualTo(files - 5);
            assertThat(some.withdrawn()).isZero();
            HarvestReport rest = harvest(store)
                    .run(
                            folder,
                            Set.of(
                                    "one",
                                    "two/0.fits",
                                    "two/1.fits",
                                    "two/2.fits",
                                    "two/3.fits",
                                    "two/4.fits",
                                    "two/r.rmf"),
                            Readiness.ALWAYS);

            assertThat(rest.moved()).as("five products and the response").isEqualTo(6);
            assertThat(store.products().byPath("two/7.fits").getFirst().did()).endsWith("?one/7.fits");
            assertThat(store.products().linksTo("two/r.rmf")).hasSize(1);
            assertThat(harvest(store).run(folder, Progress.silent()).changedAnything())
                    .isFalse();
        }
    }

    @Test
    void onlyWhatWasTouchedAndWhatNamesItIsRead() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Files.writeString(folder.resolve("a.fits"), "ra=1\ndec=1\n");
        Files.writeString(folder.resolve("b.fits"), "rmf=r.rmf\n");
        Files.writeString(folder.resolve("c.fits"), "rmf=other.rmf\n");
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            harvest(store).run(folder, Progress.silent());
            describer.takeRead();
            Files.writeString(folder.resolve("r.rmf.gz"), "role=RESPONSE_RMF\n");

            HarvestReport report = harvest(store).run(folder, Set.of("r.rmf.gz"), Readiness.ALWAYS);

            assertThat(describer.takeRead()).containsExactlyInAnyOrder("r.rmf.gz", "b.fits");
            assertThat(report.created()).isEqualTo(1);
            assertThat(report.changed()).isEqualTo(1);
            assertThat(store.products().linksTo("r.rmf.gz")).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotReadyStaysAsTheLastHarvestSawIt() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Files.writeString(folder.resolve("old.fits"), "ra=1\ndec=1\n");
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            harvest(store).run(folder, Progress.silent());
            List<String> rows = Rows.all(store);
            Files.writeString(folder.resolve("old.fits"), "broken, because half written");
            Files.writeString(folder.resolve("new.fits"), "broken");

            harvest(store).run(folder, (path, _, _) -> path.equals("neither"), Progress.silent());
            assertThat(Rows.all(store)).isEqualTo(rows);

            harvest(store).run(folder, Set.of("old.fits", "new.fits"), (_, _, _) -> false);
            assertThat(Rows.all(store)).isEqualTo(rows);
            assertThat(harvest(store).differences(folder)).containsExactly("new.fits", "old.fits");
        }
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsLeftForLater() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Files.writeString(folder.resolve("a.fits"), "ra=1\ndec=1\n");
        Readiness growing = new Readiness() {
            @Override
            public boolean isReady(String path, Path file, FileStamp stamp) {
                try {
                    Files.writeString(file, "ra=1\ndec=1\nobs=later\n");
                    return true;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            harvest(store).run(folder, Set.of("a.fits"), growing);

            assertThat(store.products().all()).isEmpty();
            assertThat(harvest(store).differences(folder)).containsExactly("a.fits");
        }
    }

    private Harvest harvest(Store store) {
        return new Harvest(store, describer, HarvestSettings.defaults());
    }

    /// Does things to a folder.
    private static final class Wanderer {

        private static final List<String> FOLDERS = List.of("", "one/", "two/", "two/deep/");

        private final Path folder;
        private final Random random;
        private int content;

        Wanderer(Path folder, Random random) {
            this.folder = folder;
            this.random = random;
        }

        /// @return the paths touched
        Set<String> step() throws IOException {
            // A link shows whatever happens to the file it leads to.
            Set<String> touched = new TreeSet<>(Set.of("link0", "link1"));
            for (int i = random.nextInt(4); i >= 0; i--) {
                Path file = folder.resolve(path());
                Files.createDirectories(file.getParent());
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> write(file, touched);
                    case 3 -> writeResponse(touched);
                    case 4 -> move(file, touched);
                    case 5 -> delete(file, touched);
                    case 6 -> link(touched);
                    default -> moveOrDropFolder(touched);
                }
            }
            return touched;
        }

        private String path() {
            return FOLDERS.get(random.nextInt(FOLDERS.size())) + "f" + random.nextInt(6) + ".fits";
        }

        private void write(Path file, Set<String> touched) throws IOException {
            String text = "obs=" + content++ + "\nrmf=r" + random.nextInt(4) + ".rmf\n"
                    + (random.nextInt(4) == 0 ? "did=ivo://x/" + random.nextInt(2) + "\n" : "")
                    + (random.nextInt(6) == 0 ? "peer=SRC\n" : "");
            Files.deleteIfExists(file);
            Files.writeString(file, random.nextInt(10) == 0 ? "broken " + content : text);
            touched.add(relative(file));
        }

        private void writeResponse(Set<String> touched) throws IOException {
            Path file = folder.resolve(FOLDERS.get(random.nextInt(FOLDERS.size())) + "r" + random.nextInt(4) + ".rmf"
                    + (random.nextBoolean() ? ".gz" : ""));
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (random.nextInt(3) > 0) {
                Files.writeString(file, "role=RESPONSE_RMF\nobs=" + content++ + "\n");
            }
            touched.add(relative(file));
        }

        private void move(Path file, Set<String> touched) throws IOException {
            Path to = folder.resolve(path());
            Files.createDirectories(to.getParent());
            if (Files.isRegularFile(file) && !file.equals(to)) {
                Files.deleteIfExists(to);
                Files.move(file, to);
                touched.add(relative(file));
                touched.add(relative(to));
            }
        }

        private void delete(Path file, Set<String> touched) throws IOException {
            Files.deleteIfExists(file);
            touched.add(relative(file));
        }

        private void link(Set<String> touched) throws IOException {
            Path link = folder.resolve("link" + random.nextInt(2));
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(path()));
            touched.add(relative(link));
        }

        /// The folder itself is what is touched when it goes; the files in it when it comes.
        private void moveOrDropFolder(Set<String> touched) throws IOException {
            Path from = folder.resolve("two");
            Path to = folder.resolve("three");
            if (Files.isDirectory(to)) {
                try (Stream<Path> all = Files.walk(to)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
                touched.add("three");
            } else if (Files.isDirectory(from)) {
                Files.move(from, to);
                touched.add("two");
                try (Stream<Path> all = Files.walk(to)) {
                    all.filter(Files::isRegularFile).forEach(file -> touched.add(relative(file)));
                }
            }
        }

        private String relative(Path file) {
            return folder.relativize(file).toString();
        }
    }
}
