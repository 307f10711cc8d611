// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// A folder in which files are written, moved, copied, edited and deleted at random, harvested after every few of
/// these: what must hold whatever happened. The seed is in the test's name.
class WanderingFolderTest {

    private static final int HARVESTS = 12;
    private static final int CHANGES = 8;

    @TempDir
    private Path temporary;

    private Path folder;
    private Random random;
    private int contents;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theStoreAlwaysHoldsTheFolderAndDidsStayWithTheirContent(long seed) throws Exception {
        random = new Random(seed);
        folder = Files.createDirectory(temporary.resolve("folder"));
        Set<String> everGiven = new HashSet<>();
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            for (int harvest = 0; harvest < HARVESTS; harvest++) {
                Map<String, String> before = didsByContent(store);
                change();
                harvest(store);

                holdsTheFolder(store);
                everyDidResolves(store, everGiven);
                keptTheirDids(before, didsByContent(store));
                assertThat(harvest(store).read()).isZero();
            }
        }
    }

    private HarvestReport harvest(Store store) throws Exception {
        return new Harvest(store, new TextDescriber("rules"), HarvestSettings.defaults())
                .run(folder, Progress.silent());
    }

    private void change() throws IOException {
        for (int i = 0; i < CHANGES; i++) {
            List<Path> files = files();
            Path any = files.isEmpty() ? null : files.get(random.nextInt(files.size()));
            Path other = folder.resolve("file-" + random.nextInt(12) + ".fits");
            switch (any == null ? 0 : random.nextInt(6)) {
                case 0, 1 -> Files.writeString(other, content());
                case 2 -> Files.writeString(any, content());
                case 3 -> Files.move(any, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                case 4 -> Files.copy(any, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                default -> Files.delete(any);
            }
        }
    }

    private String content() {
        return random.nextInt(8) == 0 ? "broken" : "obs=" + contents++ + "\nra=10\ndec=20\n";
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void holdsTheFolder(Store store) throws Exception {
        Map<String, String> expected = new HashMap<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            if (!text.startsWith("broken")) {
                expected.put(
                        file.getFileName().toString(),
                        text.lines().findFirst().orElseThrow().substring(4));
            }
        }
        Map<String, String> held = new HashMap<>();
        for (String row : Rows.of(store, """
                SELECT path, obs_id FROM ivoa.obscore o JOIN vo4he.products p
                ON p.obs_publisher_did = o.obs_publisher_did WHERE published = 1 AND withdrawn = 0""")) {
            String[] parts = row.split("\\|");
            assertThat(held.put(parts[0], parts[1])).as("one row for each file").isNull();
        }
        assertThat(held).isEqualTo(expected);
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore"))
                .containsExactly(Integer.toString(expected.size()));
        assertThat(Rows.of(store, "SELECT count(*) FROM vo4he.files"))
                .containsExactly(Integer.toString(files().size()));
    }

    private static void everyDidResolves(Store store, Set<String> everGiven) throws Exception {
        List<ProductRecord> products = store.products().all();
        Set<String> dids = new HashSet<>();
        for (ProductRecord product : products) {
            assertThat(dids.add(product.did()))
                    .as("%s is given once", product.did())
                    .isTrue();
        }
        assertThat(dids).containsAll(everGiven);
        everGiven.addAll(dids);
    }

    /// Content that lay in one file before and lies in one file after, elsewhere or not, has the DID it had, unless its
    /// path is now another's file.
    private void keptTheirDids(Map<String, String> before, Map<String, String> after) {
        before.forEach((content, did) -> {
            String now = after.get(content);
            boolean oldPathIsFree = !Files.exists(folder.resolve(did.substring(did.indexOf('?') + 1)));
            if (now != null && oldPathIsFree && !did.contains("~")) {
                assertThat(now).as("DID of observation %s", content).isEqualTo(did);
            }
        });
    }

    /// Of contents that lie in one file each, and whose DID is that of their path.
    private static Map<String, String> didsByContent(Store store) throws Exception {
        Map<String, String> dids = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String row : Rows.of(store, "SELECT obs_id, obs_publisher_did FROM ivoa.obscore")) {
            String[] parts = row.split("\\|");
            if (dids.put(parts[0], parts[1]) != null) {
                several.add(parts[0]);
            }
        }
        dids.keySet().removeAll(several);
        return dids;
    }
}
