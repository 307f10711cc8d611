// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// [Harvest] with real files, a real store and a describer that reads lines of text.
class HarvestTest {

    private static final String EVENTS = "ra=83.6\ndec=22.0\nobs=0001\n";
    private static final String DID = "ivo://unregistered.vo4he/my%20data?";

    @TempDir
    private Path temporary;

    private Path folder;
    private Store store;
    private TextDescriber describer = new TextDescriber("rules 1");

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(temporary.resolve("my data")).toRealPath();
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyFileEndsInOneOfFourWaysAndTheCountsAddUp() throws Exception {
        write("events.fits", EVENTS);
        write("sub folder/spectrum.fits", "rmf=resp.rmf\n");
        write("resp.rmf", "role=RESPONSE_RMF\n");
        write("readme.txt", "hello");
        write("torn.fits", "broken at byte 7");
        write("empty", "");

        HarvestReport report = harvest();

        assertThat(report.seen()).isEqualTo(6);
        assertThat(report.published()).isEqualTo(2);
        assertThat(report.associated()).isEqualTo(1);
        assertThat(report.notFits()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.created()).isEqualTo(6);
        assertThat(store.products().fileCounts())
                .containsEntry("PUBLISHED", 2L)
                .containsEntry("ASSOCIATED", 1L)
                .containsEntry("NOT_FITS", 2L)
                .containsEntry("FAILED", 1L);
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore")).containsExactly("2");
    }

    @Test
    void aSecondHarvestReadsNothingAndChangesNothing() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "rmf=missing.rmf\ndid=ivo://x/y\n");
        write("c.fits", "did=ivo://x/y\n");
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
        harvest();
        List<String> rows = Rows.all(store);
        describer.takeRead();

        HarvestReport second = harvest();

        assertThat(describer.takeRead()).isEmpty();
        assertThat(second.read()).isZero();
        assertThat(second.changedAnything()).isFalse();
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(Rows.all(store)).isEqualTo(rows);
    }

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
    void thePublishersColumnsComeFromTheHarvestAndSaySo() throws Exception {
        write("a.fits", EVENTS + "x".repeat(1500) + "\ndid=ivo://elsewhere/a\n");

        harvest();

        String did = DID + "a.fits";
        var row = store.products().row(did).orElseThrow();
        assertThat(row.get(ObsCoreColumn.OBS_PUBLISHER_DID).origin()).isInstanceOf(Origin.Publisher.class);
        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).value()).isEqualTo("my data");
        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).origin()).isInstanceOf(Origin.Minted.class);
        assertThat(row.get(ObsCoreColumn.ACCESS_ESTSIZE).value()).isEqualTo(2L);
        assertThat(row.get(ObsCoreColumn.S_RA).origin()).isEqualTo(new Origin.Card("EVENTS", "RA_PNT"));
        assertThat(store.products().declared(did)).containsEntry("obs_publisher_did", "ivo://elsewhere/a");
        assertThat(store.products().byDeclaredDid("ivo://elsewhere/a")).containsExactly(only());
        assertThat(store.products().nativeValues(did)).containsEntry("TIMESYS", "TT");
        assertThat(Rows.of(store, "SELECT access_url FROM ivoa.obscore")).containsExactly("null");
    }

    @Test
    void thePublicAccessUrlLeadsToTheFileByItsEscapedDid() throws Exception {
        write("a+b.fits", EVENTS);
        harvest();
        String accessUrl = store.tapSchema()
                .table("ivoa.obscore")
                .orElseThrow()
                .column("access_url")
                .orElseThrow()
                .sql()
                .orElseThrow()
                .replace("{t}", "o");

        assertThat(Rows.of(store, "SELECT " + accessUrl + " FROM ivoa.obscore o"))
                .containsExactly("http://base:1/files?ID=ivo%3A%2F%2Funregistered.vo4he%2Fmy%2520data%3Fa%252Bb.fits");
    }

    @Test
    void aTouchedFileIsReadAgainButNoRowDiffers() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        List<String> rows = Rows.all(store);
        Files.setLastModifiedTime(folder.resolve("a.fits"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        HarvestReport report = harvest();

        assertThat(report.read()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(Rows.all(store)).isEqualTo(rows);
        assertThat(harvest().read()).isZero();
    }

    @Test
    void aMovedFileKeepsItsDid() throws Exception {
        write("a.fits", EVENTS);
        write("other.fits", "obs=2\n");
        harvest();
        List<String> others = Rows.of(store, "SELECT * FROM ivoa.obscore WHERE obs_id = '2'");
        Files.createDirectory(folder.resolve("later"));
        Files.move(folder.resolve("a.fits"), folder.resolve("later/renamed.fits"));

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.withdrawn()).isZero();
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().path()).isEqualTo("later/renamed.fits");
        assertThat(store.products().all()).hasSize(2).noneMatch(ProductRecord::withdrawn);
        assertThat(Rows.of(store, "SELECT * FROM ivoa.obscore WHERE obs_id = '2'"))
                .isEqualTo(others);
        assertThat(harvest().changedAnything()).isFalse();
    }

    @Test
    void aFileMovedOverAnotherKeepsItsDidAndTheOtherIsWithdrawn() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "obs=2\n");
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"), StandardCopyOption.REPLACE_EXISTING);

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().path()).isEqualTo("b.fits");
        assertThat(store.products().byDid(DID + "b.fits").orElseThrow().withdrawn())
                .isTrue();
        assertThat(Rows.of(store, "SELECT obs_id FROM ivoa.obscore")).containsExactly("0001");
    }

    @Test
    void aNewFileAtThePathOfAMovedOneGetsADidOfItsOwn() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"));
        harvest();
        write("a.fits", "obs=another\n");

        harvest();

        assertThat(store.products().byPath("b.fits").getFirst().did()).isEqualTo(DID + "a.fits");
        assertThat(store.products().byPath("a.fits").getFirst().did()).isEqualTo(DID + "a.fits~2");
    }

    @Test
    void aCopyGetsADidOfItsOwn() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.copy(folder.resolve("a.fits"), folder.resolve("b.fits"));

        HarvestReport report = harvest();

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.moved()).isZero();
        assertThat(store.products().all())
                .extracting(ProductRecord::did)
                .containsExactly(DID + "a.fits", DID + "b.fits");
    }

    @Test
    void aVanishedFileLeavesATombstoneThatResolves() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "obs=2\n");
        harvest();
        Files.delete(folder.resolve("a.fits"));

        HarvestReport report = harvest();

        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().withdrawn())
                .isTrue();
        assertThat(Rows.of(store, "SELECT obs_id FROM ivoa.obscore")).containsExactly("2");
        assertThat(harvest().changedAnything()).isFalse();

        write("a.fits", EVENTS);
        harvest();
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().withdrawn())
                .isFalse();
        assertThat(store.products().all()).hasSize(2);
    }

    @Test
    void aFileThatComesBackElsewhereIsKnownAgain() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("a.fits"));
        harvest();
        write("b.fits", EVENTS);

        assertThat(harvest().moved()).isEqualTo(1);
        assertThat(only().did()).isEqualTo(DID + "a.fits");
        assertThat(only().withdrawn()).isFalse();
    }

    @Test
    void editedRulesReadEveryFileAgain() throws Exception {
        write("a.fits", EVENTS);
        write("note.txt", "no FITS");
        harvest();
        describer = new TextDescriber("rules 2");

        HarvestReport report = harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.fits", "note.txt");
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(Rows.of(store, "SELECT target_name FROM ivoa.obscore")).containsExactly("rules 2");
    }

    @Test
    void aMissingRmfThatArrivesChangesTheSpectraThatWantedItOnly() throws Exception {
        write("one/a.pha", "rmf=/data/of/another/host/r.rmf[MATRIX]\n");
        write("two/b.pha", "rmf=none\n");
        harvest();
        describer.takeRead();
        write("resp/r.rmf.gz", "role=RESPONSE_RMF\n");

        HarvestReport report = harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.pha", "r.rmf.gz");
        assertThat(report.changed()).isEqualTo(1);
        assertThat(store.products().links(DID + "one/a.pha"))
                .containsExactly(new LinkRecord(
                        DID + "one/a.pha",
                        "RESPFILE",
                        "/data/of/another/host/r.rmf[MATRIX]",
                        Optional.of("resp/r.rmf.gz")));
        assertThat(store.products().linksTo("resp/r.rmf.gz")).hasSize(1);
        assertThat(Rows.of(store, "SELECT obs_title FROM ivoa.obscore ORDER BY obs_publisher_did"))
                .containsExactly("role=RESPONSE_RMF", "null");
    }

    @Test
    void anEditedRmfChangesTheSpectraThatUseIt() throws Exception {
        write("a.pha", "rmf=r.rmf\n");
        write("b.pha", "obs=2\n");
        write("r.rmf", "role=RESPONSE_RMF\n");
        harvest();
        describer.takeRead();
        write("r.rmf", "role=RESPONSE_RMF\nobs=new\n");

        harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.pha", "r.rmf");
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
    void twoFilesThatDeclareOneDidAreBothKeptWithAFinding() throws Exception {
        write("a.fits", EVENTS + "did=ivo://x/1\n");
        write("b.fits", "did=ivo://x/1\n");

        harvest();

        assertThat(store.products().findings("a.fits")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("harvest-duplicate-did");
            assertThat(finding.message()).contains("ivo://x/1").contains("a.fits, b.fits");
        });
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore")).containsExactly("2");

        Files.delete(folder.resolve("b.fits"));
        harvest();
        assertThat(store.products().findings("a.fits")).isEmpty();
    }

    @Test
    void peersHaveTheFilesDidWithTheirExtension() throws Exception {
        write("a.fits", EVENTS + "peer=SPECTRUM\n");

        harvest();

        assertThat(store.products().byPath("a.fits"))
                .extracting(ProductRecord::did)
                .containsExactly(DID + "a.fits", DID + "a.fits#SPECTRUM,1");

        write("a.fits", EVENTS);
        harvest();
        assertThat(store.products()
                        .byDid(DID + "a.fits#SPECTRUM,1")
                        .orElseThrow()
                        .withdrawn())
                .isTrue();
    }

    @Test
    void aFileThatBreaksIsWithdrawnUntilItIsMended() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        write("a.fits", "broken");
        harvest();
        assertThat(only().withdrawn()).isTrue();
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore")).containsExactly("0");

        write("a.fits", EVENTS);
        harvest();
        assertThat(only().withdrawn()).isFalse();
        assertThat(only().did()).isEqualTo(DID + "a.fits");
    }

    @Test
    void aDryRunCountsAndWritesNothing() throws Exception {
        write("a.fits", EVENTS);

        HarvestReport report =
                new Harvest(store, describer, HarvestSettings.defaults().asDryRun()).run(folder, Progress.silent());

        assertThat(report.created()).isEqualTo(1);
        assertThat(store.products().all()).isEmpty();
        assertThat(Rows.of(store, "SELECT count(*) FROM vo4he.findings")).containsExactly("0");
    }

    @Test
    void theReportHasALineForEachFileAndOneWithTheSums() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "broken at byte 7");
        Path file = temporary.resolve("report.jsonl");

        new Harvest(store, describer, HarvestSettings.defaults().withReport(file)).run(folder, Progress.silent());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .contains("\"path\":\"a.fits\"", "\"outcome\":\"published\"", "\"change\":\"new\"", DID + "a.fits");
        assertThat(lines.get(1)).contains("\"outcome\":\"failed\"", "broken at byte 7");
        assertThat(lines.get(2)).contains("harvest-unregistered-authority");
        assertThat(lines.get(3)).contains("\"sums\"", "\"seen\":2");
    }

    @Test
    void aStateBelongsToOneFolderAsLongAsThatExists() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Path second = Files.createDirectory(temporary.resolve("second"));

        assertThatThrownBy(
                        () -> new Harvest(store, describer, HarvestSettings.defaults()).run(second, Progress.silent()))
                .isInstanceOf(HarvestException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("second");

        Files.delete(second);
        Files.move(folder, second);
        HarvestReport report = new Harvest(store, describer, HarvestSettings.defaults()).run(second, Progress.silent());
        assertThat(report.changedAnything()).isFalse();
        assertThat(only().did()).isEqualTo(DID + "a.fits");
    }

    @Test
    void aFolderThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> new Harvest(store, describer, HarvestSettings.defaults())
                        .run(folder.resolve("gone"), Progress.silent()))
                .isInstanceOf(HarvestException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void rowsLieInTheOrderOfTheSkyWithTheirUnitVector() throws Exception {
        write("a.fits", "ra=0\ndec=90\n");
        write("b.fits", "ra=90\ndec=0\n");
        write("c.fits", "obs=nowhere\n");

        harvest();

        assertThat(Rows.of(
                        store,
                        "SELECT round(x, 9), round(y, 9), round(z, 9), healpix IS NULL FROM ivoa.obscore"
                                + " ORDER BY obs_publisher_did"))
                .containsExactly("0.0|0.0|1.0|false", "0.0|1.0|0.0|false", "null|null|null|true");
    }

    private HarvestReport harvest() throws StoreException, HarvestException {
        return new Harvest(store, describer, HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    private ProductRecord only() throws StoreException {
        assertThat(store.products().all()).hasSize(1);
        return store.products().all().getFirst();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
