// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.SharedData;

/// [Harvest] of the shared collection of real, odd and broken files.
class SharedDataHarvestTest {

    @TempDir
    private Path temporary;

    @Test
    void everyFileIsCountedOnceNothingCrashesAndASecondHarvestChangesNothing() throws Exception {
        Path folder = SharedData.data();
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            HarvestReport first =
                    new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
            List<String> rows = Rows.all(store);
            HarvestReport second =
                    new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());

            assertThat(first.seen()).isEqualTo(files(folder)).isEqualTo(first.created());
            assertThat(first.published()).isPositive();
            assertThat(
                            Rows.of(
                                    store,
                                    "SELECT path, message FROM vo4he.findings"
                                            + " WHERE code IN ('product-internal', 'harvest-describe-failed', 'harvest-incomplete')"))
                    .isEmpty();
            assertThat(Rows.of(
                            store,
                            "SELECT path FROM vo4he.files f WHERE outcome = 'FAILED'"
                                    + " AND NOT EXISTS (FROM vo4he.findings n WHERE n.path = f.path)"))
                    .isEmpty();
            assertThat(second.read()).isZero();
            assertThat(second.changedAnything()).isFalse();
            assertThat(Rows.all(store)).isEqualTo(rows);
        }
    }

    @Test
    void responsesAreRowsOnlyWhenTheSettingSaysSo() throws Exception {
        Path folder = SharedData.data();
        HarvestSettings defaults = HarvestSettings.defaults();
        HarvestSettings withResponses =
                new HarvestSettings(defaults.authority(), Optional.of("mixed"), true, 2, Optional.empty(), false);
        try (Store store = Store.open(temporary.resolve("state"), StoreSettings.defaults())) {
            new Harvest(store, new FitsDescriber(), defaults).run(folder, Progress.silent());
            long without = rows(store);
            long responses = store.products().all().stream()
                    .filter(product -> product.role().startsWith("RESPONSE"))
                    .count();

            HarvestReport report =
                    new Harvest(store, new FitsDescriber(), withResponses).run(folder, Progress.silent());

            assertThat(responses).isPositive();
            assertThat(rows(store)).isEqualTo(without + responses);
            assertThat(Rows.of(store, "SELECT path FROM vo4he.findings WHERE code = 'harvest-incomplete'"))
                    .isEmpty();
            assertThat(report.seen()).isEqualTo(files(folder));
        }
    }

    private static long rows(Store store) throws Exception {
        return Long.parseLong(
                Rows.of(store, "SELECT count(*) FROM ivoa.obscore").getFirst());
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
