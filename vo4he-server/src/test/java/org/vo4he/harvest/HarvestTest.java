// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.store.ProductRecord;

/// [Harvest] with real files, a real store and a describer that reads lines of text.
class HarvestTest extends HarvestedFolder {

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
    void onlyFilesWithProductsAreWithdrawnOthersAreGone() throws Exception {
        write("a.fits", EVENTS);
        write("r.rmf", "role=RESPONSE_RMF\n");
        write("note.txt", "no FITS");
        write("bad.fits", "broken");
        harvest();
        for (String path : List.of("a.fits", "r.rmf", "note.txt", "bad.fits")) {
            Files.delete(folder.resolve(path));
        }

        HarvestReport report = harvest();

        assertThat(report.withdrawn()).as("the events and the response").isEqualTo(2);
        assertThat(report.gone()).as("the note and what failed").isEqualTo(2);
        assertThat(report.changedAnything()).isTrue();
        assertThat(store.ledger().files()).isEmpty();
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
}
