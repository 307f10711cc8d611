// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsHdu;
import org.vo4he.testkit.FitsTable;

/// What belongs to a product after harvests of small real files, one after the other; the judge is what each header
/// says, and for the order of things a harvest of the same files all at once.
class RelationsTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";

    @TempDir
    Path temporary;

    private Path folder;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("files"));
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void harvest() throws Exception {
        new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    /// `semantics label file` of each thing that belongs to a file.
    private List<String> related(String path) throws Exception {
        LinkedProduct product = store.products().linked(List.of(DID + path)).get(DID + path);
        return product.related().stream()
                .map(each -> each.semantics() + " " + each.relation().label() + " "
                        + each.target().path())
                .toList();
    }

    private List<String> findings(String path) throws Exception {
        return store.products().findings(path).stream()
                .filter(finding -> finding.code().startsWith("harvest-reference")
                        || finding.code().startsWith("product-"))
                .map(finding -> finding.code() + ": " + finding.where() + ": " + finding.message())
                .toList();
    }

    /// No two alike: a file of the same content elsewhere has moved.
    private static FitsBuilder file(String path) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", path);
        return fits;
    }

    private FitsTable spectrum(FitsBuilder fits) {
        return fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("DETCHANS", 3)
                .card("CHANTYPE", "PI")
                .column("CHANNEL", "I", 1, 2, 3)
                .column("COUNTS", "J", 4, 5, 6);
    }

    private void writeSpectrum(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(spectrum(fits), cards);
        fits.write(folder.resolve(path));
    }

    private static void add(FitsHdu<?> hdu, String... cards) {
        for (int i = 0; i < cards.length; i += 2) {
            hdu.card(cards[i], cards[i + 1]);
        }
    }

    private void writeEvents(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(
                fits.table("EVENTS")
                        .card("HDUCLASS", "OGIP")
                        .card("HDUCLAS1", "EVENTS")
                        .column("TIME", "D", 1, 2)
                        .column("PI", "J", 3, 4),
                cards);
        fits.write(folder.resolve(path));
    }

    private void writeMatrix(String path, int channels, String type) {
        FitsBuilder fits = file(path);
        double[] channel = new double[channels];
        java.util.Arrays.setAll(channel, i -> i + 1);
        fits.table("EBOUNDS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .card("CHANTYPE", type)
                .card("DETCHANS", channels)
                .column("CHANNEL", "I", channel)
                .column("E_MIN", "E", channel)
                .column("E_MAX", "E", channel);
        fits.table("MATRIX")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .card("CHANTYPE", type)
                .card("DETCHANS", channels)
                .column("ENERG_LO", "E", 1)
                .column("ENERG_HI", "E", 2)
                .column("N_GRP", "I", 0);
        fits.write(folder.resolve(path));
    }

    @Test
    void aMissingResponseIsAFindingThatNamesItUntilItArrivesAndThenALinkBothWays() throws Exception {
        writeSpectrum("a.pha", "RESPFILE", "/data/of/another/host/a.rmf[MATRIX]", "ANCRFILE", "none", "BACKFILE", "");
        harvest();
        assertThat(related("a.pha")).isEmpty();
        assertThat(findings("a.pha"))
                .containsExactly("harvest-reference-missing: a.pha SPECTRUM RESPFILE:"
                        + " '/data/of/another/host/a.rmf' is not in the folder");

        writeMatrix("cal/a.rmf.gz", 3, "PI");
        harvest();
        assertThat(related("a.pha")).containsExactly("#calibration respfile cal/a.rmf.gz");
        assertThat(related("cal/a.rmf.gz")).containsExactly("#auxiliary respfile-of a.pha");
        assertThat(findings("a.pha")).isEmpty();

        Files.delete(folder.resolve("cal/a.rmf.gz"));
        harvest();
        assertThat(related("a.pha")).isEmpty();
        assertThat(findings("a.pha")).hasSize(1);
    }

    @Test
    void aNameThatSeveralFilesHaveLinksNoneAndNamesThem() throws Exception {
        writeMatrix("one/a.rmf", 3, "PI");
        writeMatrix("two/a.rmf", 3, "PI");
        writeSpectrum("three/a.pha", "RESPFILE", "a.rmf");
        writeSpectrum("one/a.pha", "RESPFILE", "a.rmf");
        harvest();

        assertThat(related("three/a.pha")).isEmpty();
        assertThat(findings("three/a.pha")).singleElement().asString().contains("-ambiguous", "one/a.rmf, two/a.rmf");
        assertThat(related("one/a.pha")).containsExactly("#calibration respfile one/a.rmf");

        Files.delete(folder.resolve("one/a.rmf"));
        harvest();
        assertThat(related("three/a.pha")).containsExactly("#calibration respfile two/a.rmf");
    }

    @Test
    void aMatrixForOtherChannelsIsLinkedAndAFinding() throws Exception {
        writeMatrix("wide.rmf", 4, "PI");
        writeMatrix("pha.rmf", 3, "PHA");
        writeSpectrum("wide.pha", "RESPFILE", "wide.rmf");
        writeSpectrum("typed.pha", "RESPFILE", "pha.rmf");
        harvest();

        assertThat(related("wide.pha")).containsExactly("#calibration respfile wide.rmf");
        assertThat(findings("wide.pha"))
                .singleElement()
                .asString()
                .startsWith("product-response-mismatch")
                .endsWith("'wide.rmf' has 4 channels, the spectrum 3");
        assertThat(findings("typed.pha"))
                .singleElement()
                .asString()
                .endsWith("is made for channels of type PHA, the spectrum has PI");

        writeMatrix("wide.rmf", 3, "PI");
        harvest();
        assertThat(findings("wide.pha")).isEmpty();
    }

    @Test
    void productsOfOneObservationAndObjectAreSiblingsAlsoWhenTheyArriveLater() throws Exception {
        String[] first = {"TELESCOP", "CHANDRA", "OBS_ID", "1575", "INSTRUME", "ACIS", "OBJECT", "M 31"};
        writeEvents("events.fits", first);
        writeSpectrum("other.pha", "TELESCOP", "CHANDRA", "OBS_ID", "1576", "OBJECT", "M 31");
        writeSpectrum("unnamed.pha", "TELESCOP", "CHANDRA", "OBJECT", "M 31");
        harvest();
        assertThat(related("events.fits")).isEmpty();

        writeSpectrum("late.pha", first);
        writeSpectrum("hrc.pha", "TELESCOP", "CHANDRA", "OBS_ID", "1575", "INSTRUME", "HRC", "OBJECT", "m  31");
        harvest();
        assertThat(related("events.fits"))
                .containsExactly("#coderived same-observation late.pha", "#counterpart other-instrument hrc.pha");
        assertThat(related("late.pha")).contains("#coderived same-observation events.fits");
        assertThat(related("other.pha")).isEmpty();
        assertThat(related("unnamed.pha")).isEmpty();

        Files.delete(folder.resolve("late.pha"));
        harvest();
        assertThat(related("events.fits")).containsExactly("#counterpart other-instrument hrc.pha");
    }

    @Test
    void anIdentifierWithoutAFacilityBringsNothingTogetherAlsoWithOneThatHasIt() throws Exception {
        writeSpectrum("one.pha", "TELESCOP", "unknown", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("two.pha", "TELESCOP", "unknown", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("bare.pha", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        writeSpectrum("swift.pha", "TELESCOP", "SWIFT", "OBS_ID", "test_onoff", "OBJECT", "Crab");
        harvest();

        assertThat(List.of("one.pha", "two.pha", "bare.pha", "swift.pha"))
                .allSatisfy(path -> assertThat(related(path)).isEmpty());
    }

    @Test
    void anInstrumentMayBeAbsentOnOneSide() throws Exception {
        writeEvents("a.fits", "TELESCOP", "SWIFT", "OBS_ID", "7", "INSTRUME", "XRT");
        writeSpectrum("b.pha", "TELESCOP", "SWIFT", "OBS_ID", "7");
        harvest();

        assertThat(related("a.fits")).containsExactly("#coderived same-observation b.pha");
        assertThat(related("b.pha")).containsExactly("#coderived same-observation a.fits");
    }

    @Test
    void eachNameThatLeadsNowhereHasExactlyOneFinding() throws Exception {
        writeMatrix("x/a.rmf", 3, "PI");
        writeMatrix("y/a.rmf", 3, "PI");
        writeSpectrum("a.pha", "RESPFILE", "a.rmf", "ANCRFILE", "a.arf", "FILIN001", "a.evt");
        writeArea("a.arf.fits", "RESPFILE", "/data/of/another/host/ccd0.rmf");
        harvest();

        assertThat(about("a.pha", "a.rmf"))
                .containsExactly("harvest-reference-ambiguous: 'a.rmf' may be any of x/a.rmf, y/a.rmf");
        assertThat(about("a.pha", "a.arf")).containsExactly("harvest-reference-missing: 'a.arf' is not in the folder");
        assertThat(about("a.pha", "a.evt")).containsExactly("harvest-input-missing: 'a.evt' is not in the folder");
        assertThat(findings("a.arf.fits"))
                .containsExactly("harvest-reference-missing: a.arf.fits SPECRESP RESPFILE:"
                        + " '/data/of/another/host/ccd0.rmf' is not in the folder");
    }

    private List<String> about(String path, String name) throws Exception {
        return store.products().findings(path).stream()
                .filter(finding -> finding.message().contains(name))
                .map(finding -> finding.code() + ": " + finding.message())
                .toList();
    }

    private void writeArea(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(
                fits.table("SPECRESP")
                        .card("HDUCLASS", "OGIP")
                        .card("HDUCLAS1", "RESPONSE")
                        .card("HDUCLAS2", "SPECRESP")
                        .column("ENERG_LO", "E", 1)
                        .column("ENERG_HI", "E", 2)
                        .column("SPECRESP", "E", 3),
                cards);
        fits.write(folder.resolve(path));
    }

    @Test
    void productsOfXmmAreBroughtTogetherByTheirNames() throws Exception {
        String[] pn = {"TELESCOP", "XMM", "OBS_ID", "0405320501", "INSTRUME", "EPN"};
        writeEvents("P0405320501PNS001PIEVLI0000.FTZ.gz", pn);
        writeSpectrum("P0405320501PNS001SRSPEC0092.FIT", pn);
        writeSpectrum("P0405320501PNS001BGSPEC0092.FIT", pn);
        writeSpectrum("P0405320501PNS001SRSPEC0093.FIT", pn);
        writeSpectrum(
                "P0405320501M1S002SRSPEC0092.FIT", "TELESCOP", "XMM", "OBS_ID", "0405320501", "INSTRUME", "EMOS1");
        harvest();

        assertThat(related("P0405320501PNS001SRSPEC0092.FIT"))
                .containsExactly(
                        "#calibration xmm-background P0405320501PNS001BGSPEC0092.FIT",
                        "#progenitor progenitor P0405320501PNS001PIEVLI0000.FTZ.gz",
                        "#counterpart other-instrument P0405320501M1S002SRSPEC0092.FIT");
        assertThat(related("P0405320501PNS001PIEVLI0000.FTZ.gz"))
                .containsExactly(
                        "#derivation derivation P0405320501PNS001BGSPEC0092.FIT",
                        "#derivation derivation P0405320501PNS001SRSPEC0092.FIT",
                        "#derivation derivation P0405320501PNS001SRSPEC0093.FIT",
                        "#counterpart other-instrument P0405320501M1S002SRSPEC0092.FIT");
        assertThat(findings("P0405320501PNS001SRSPEC0092.FIT")).isEmpty();
    }

    @Test
    void whatHeadersOfExtractorsAndProvenanceNameAsInputIsAProgenitor() throws Exception {
        writeEvents("clean.evt");
        writeEvents("sas.fits");
        writeEvents("prov.fits");
        writeSpectrum("x.pha", "FILIN001", "clean.evt");
        writeSpectrum("s.pha", "XPROC0", "evselect table=/home/sam/work/sas.fits:EVENTS filteredset=f.fits");
        long size = Files.size(folder.resolve("prov.fits"));
        annotated("p.pha", provenance("prov.fits", size));
        annotated("q.pha", provenance("prov.fits", size + 1));
        harvest();

        assertThat(related("x.pha")).containsExactly("#progenitor progenitor clean.evt");
        assertThat(related("clean.evt")).containsExactly("#derivation derivation x.pha");
        assertThat(related("s.pha")).containsExactly("#progenitor progenitor sas.fits");
        assertThat(related("p.pha")).containsExactly("#progenitor progenitor prov.fits");
        assertThat(related("prov.fits")).containsExactly("#derivation derivation p.pha");
        assertThat(related("q.pha")).isEmpty();
        assertThat(findings("q.pha")).singleElement().asString().startsWith("product-input-differs");
    }

    @Test
    void aRecordedDidLeadsToItsProductOrToTheOneThatDeclaresIt() throws Exception {
        writeEvents("a.fits");
        annotated("p.pha", "{\"provenance\":[],\"parent_did\":\"" + DID + "a.fits\"}");
        harvest();

        assertThat(related("p.pha")).containsExactly("#progenitor progenitor a.fits");
        assertThat(related("a.fits")).containsExactly("#derivation derivation p.pha");
    }

    private static String provenance(String name, long size) {
        return "{\"provenance\":[{\"args\":[{\"index\":1,\"inputdata\":{\"description\":\"events\",\"editable\":false,"
                + "\"location\":\"/far\",\"path\":\"" + name + "\",\"size\":" + size + "}}]}]}";
    }

    private void annotated(String path, String json) {
        FitsBuilder fits = file(path);
        spectrum(fits);
        fits.table("VO-TAGS").column("provenance", json.length() + "A", json);
        fits.write(folder.resolve(path));
    }

    @Test
    void moreThanAHundredSiblingsAreCounted() throws Exception {
        for (int i = 0; i < 130; i++) {
            writeSpectrum("s%03d.pha".formatted(i), "TELESCOP", "SWIFT", "OBS_ID", "7", "OBJECT", "Crab");
        }
        harvest();
        LinkedProduct product =
                store.products().linked(List.of(DID + "s000.pha")).get(DID + "s000.pha");

        assertThat(product.related()).hasSize(100);
        assertThat(product.unlisted())
                .singleElement()
                .satisfies(more -> assertThat(more.all()).isEqualTo(129));
    }

    @Test
    void whatIsToldAfterManySmallHarvestsIsWhatOneHarvestTells() throws Exception {
        Random random = new Random(17);
        List<String> steps = new ArrayList<>();
        for (int step = 0; step < 25; step++) {
            change(random, steps);
            if (random.nextInt(3) > 0) {
                harvest();
            }
        }
        harvest();

        assertThat(told(store)).as(String.join("; ", steps)).isEqualTo(toldByOneHarvest());
    }

    private void change(Random random, List<String> steps) throws IOException {
        String path = random.nextInt(3) + "/" + random.nextInt(4);
        String other = "/far/" + random.nextInt(4) + ".rmf";
        int kind = random.nextInt(5);
        steps.add(kind + " " + path + " " + other);
        switch (kind) {
            case 0 -> writeMatrix(path + ".rmf", 3, "PI");
            case 1 -> writeEvents(path + ".fits", "TELESCOP", "SWIFT", "OBS_ID", "1" + random.nextInt(2));
            case 2 -> Files.deleteIfExists(folder.resolve(path + ".rmf"));
            case 3 -> Files.deleteIfExists(folder.resolve(path + ".pha"));
            default ->
                writeSpectrum(
                        path + ".pha",
                        "RESPFILE",
                        other,
                        "TELESCOP",
                        "SWIFT",
                        "OBS_ID",
                        "1" + random.nextInt(2),
                        "FILIN001",
                        "1.fits");
        }
    }

    private Map<String, List<String>> toldByOneHarvest() throws Exception {
        try (Store fresh = Store.open(temporary.resolve("fresh"), StoreSettings.defaults())) {
            new Harvest(fresh, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
            return told(fresh);
        }
    }

    private static Map<String, List<String>> told(Store store) throws Exception {
        List<String> dids = store.products().all().stream()
                .filter(product -> !product.withdrawn())
                .map(product -> product.did())
                .toList();
        return store.products().linked(dids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().related().stream()
                                .map(each -> each.relation() + " " + each.target())
                                .toList()));
    }
}
