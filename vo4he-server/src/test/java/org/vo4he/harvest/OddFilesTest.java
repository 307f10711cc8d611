// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// Files and names that could stop a harvest, and must not.
class OddFilesTest extends HarvestedFolder {

    @Test
    void namesWithBlanksAndLettersOfTheWorldBecomePercentEncodedDids() throws Exception {
        write("Beobachtung Größe+1/événements ☉.fits", EVENTS);

        harvest();

        ProductRecord product = only();
        assertThat(product.did())
                .isEqualTo(DID + "Beobachtung%20Gr%C3%B6%C3%9Fe%2B1/%C3%A9v%C3%A9nements%20%E2%98%89.fits");
        assertThat(product.shortId()).matches("[a-z2-7]{10}");
        assertThat(store.products().byShortId(product.shortId())).contains(product);
        assertThat(store.products().byPath(product.path())).containsExactly(product);
    }

    @Test
    void aCrashOnOneFileIsItsFindingAndTheOthersArePublished() throws Exception {
        write("a.fits", "crash");
        write("b.fits", EVENTS);

        HarvestReport report = harvest();

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.published()).isEqualTo(1);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(store.products().findings("a.fits")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("harvest-describe-failed");
            assertThat(finding.message()).contains("index 3 is out of bounds");
        });
    }

    @Test
    void aProductWithoutAnObservationIdIsAFailureNotABrokenHarvest() throws Exception {
        write("a.fits", EVENTS + "nameless=yes\n");
        write("b.fits", EVENTS);

        assertThat(harvest().failed()).isEqualTo(1);
        assertThat(store.products().findings("a.fits"))
                .extracting(FindingRecord::message)
                .containsExactly("HDU EVENTS gives no obs_id");
    }

    @Test
    void linkLoopsAndDanglingLinksAreFindingsAndLinkedFilesAreFiles() throws Exception {
        write("sub/a.fits", EVENTS);
        Files.createSymbolicLink(folder.resolve("sub/up"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.fits"), Path.of("gone"));
        Path elsewhere = Files.writeString(temporary.resolve("elsewhere.fits"), "obs=7\n");
        Files.createSymbolicLink(folder.resolve("linked.fits"), elsewhere);

        HarvestReport report = harvest();

        assertThat(report.seen()).isEqualTo(2);
        assertThat(store.products().findings("sub/up"))
                .extracting(FindingRecord::code)
                .containsExactly("harvest-link-loop");
        assertThat(store.products().findings("nowhere.fits"))
                .extracting(FindingRecord::code)
                .containsExactly("harvest-dangling-link");
    }

    @Test
    void aPipeIsAFindingAndIsNotOpened() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(harvest().seen()).isZero();
        assertThat(store.products().findings("pipe"))
                .extracting(FindingRecord::code)
                .containsExactly("harvest-special-file");
    }

    @Test
    void temporaryAndHiddenNamesArePassedOver() throws Exception {
        write("a.fits", EVENTS);
        write(".a.fits.Xy12Zb", EVENTS);
        write(".vo4he-a.fits.tmp", EVENTS);
        write("b.fits.PART", EVENTS);
        write("c.fits~", EVENTS);
        Files.createDirectories(folder.resolve(".snapshot/deep"));
        write(".snapshot/deep/d.fits", EVENTS);

        assertThat(harvest().seen()).isEqualTo(1);
        assertThat(only().path()).isEqualTo("a.fits");
    }

    @Test
    void aStateDirectoryInsideTheFolderIsNotHarvested() throws Exception {
        store.close();
        store = Store.open(folder.resolve("state"), StoreSettings.defaults());
        write("a.fits", EVENTS);

        assertThat(harvest().seen()).isEqualTo(1);
        assertThat(harvest().seen()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> new Harvest(store, describer, HarvestSettings.defaults())
                        .run(folder.resolve("gone"), Progress.silent()))
                .isInstanceOf(HarvestException.class)
                .hasMessageContaining("is not there");
    }
}
