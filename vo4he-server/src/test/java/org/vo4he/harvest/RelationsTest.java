// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// What belongs to a product after harvests of small real files, one after the other; the judge is what each header
/// says, and for the order of things a harvest of the same files all at once.
class RelationsTest extends RelatedFiles {

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
