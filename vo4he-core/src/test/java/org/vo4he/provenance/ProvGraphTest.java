// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vo4he.provenance.ProvGraph.Basis;
import org.vo4he.provenance.ProvGraph.Subject;
import org.vo4he.provenance.ProvGraph.WasDerivedFrom;

/// [ProvGraph] against documents short enough to draw on paper.
class ProvGraphTest {

    private static final Subject SPECTRUM = new Subject("ivo://a/b?out.fits", "out.fits");

    private static final String EXTRACT = """
            {"provenance": [{"name": "extract", "version": "1.2", "host": "node1", "args": [
               {"index": 0, "inputdata": {"location": "/opt", "path": "extract.py"}},
               {"index": 1, "inputdata": {"name": "events", "did": "ivo://a/b?events.fits", "path": "events.fits"}},
               {"index": 2, "parameter": {"name": "emin", "value": "0.5", "unit": "keV", "editable": true}},
               {"index": 3, "outputdata": {"location": "/tmp", "path": "out.fits"}}]}]}""";

    private static ProvGraph graph(String json, Subject subject) throws ProvenanceFormatException {
        return ProvGraph.of(ProvenanceJson.read(json).document(), subject);
    }

    @Test
    void aStepIsARunWithItsFilesItsProgramAndItsHost() throws Exception {
        ProvGraph graph = graph(EXTRACT, SPECTRUM);

        assertThat(graph.entities())
                .extracting(ProvGraph.Entity::id)
                .containsExactly(
                        "ivo://a/b?out.fits",
                        "urn:vo4he:file:ivo%3A//a/b%3Fout.fits:/opt/extract.py",
                        "ivo://a/b?events.fits");
        assertThat(graph.activities()).singleElement().satisfies(run -> {
            assertThat(run.name()).isEqualTo("extract");
            assertThat(run.settings())
                    .containsExactly(new ProvGraph.Setting(2, "emin", "0.5", Optional.of("keV"), "", true));
        });
        assertThat(graph.used())
                .extracting(ProvGraph.Used::role)
                .containsExactly(Optional.of("program"), Optional.of("events"));
        assertThat(graph.agents())
                .extracting(ProvGraph.Agent::id)
                .containsExactly("urn:vo4he:software:extract:1.2", "urn:vo4he:host:node1");
    }

    /// Hundreds of files of one index are one entity; a run without steps has none that could have used anything.
    @Test
    void whatCalibratedAProductWasUsedByTheRunThatMadeIt() throws Exception {
        StringBuilder index = new StringBuilder();
        for (int issue = 1; issue <= 12; issue++) {
            index.append(
                    ",{\"role\":\"calibration\",\"keyword\":\"CALINDEX\",\"value\":\"EPN_GAIN_00%02d.CCF\",\"kind\":\"file\"}"
                            .formatted(issue));
        }
        String calibration = """
                 "calibration": [
                  {"role": "calibration", "keyword": "CALDBVER", "value": "4.9.1", "kind": "version"},
                  {"role": "calibration", "keyword": "GAINFILE", "value": "/caldb/gain.fits", "kind": "file"}%s]}""".formatted(index);
        ProvGraph graph = graph(EXTRACT.replaceAll("}$", ",") + calibration, SPECTRUM);

        assertThat(graph.used())
                .filteredOn(use -> use.role().equals(Optional.of("calibration")))
                .allMatch(use ->
                        use.activity().equals(graph.activities().getFirst().id()))
                .extracting(use -> graph.entity(use.entity()).orElseThrow().name())
                .containsExactly(
                        "CALDBVER 4.9.1", "gain.fits", "CALINDEX EPN_GAIN_0001.CCF and 11 more of the same index");
        assertThat(graph.entities())
                .extracting(ProvGraph.Entity::id)
                .contains("urn:vo4he:file:ivo%3A//a/b%3Fout.fits:/caldb/gain.fits");
        assertThat(ProvN.write(graph)).contains("prov:role=\"calibration\"", "CALDBVER 4.9.1");
        assertThat(ProvJson.write(graph)).contains("\"calibration\"", "CALDBVER 4.9.1");
        assertThat(ProvDot.write(graph, _ -> Optional.empty())).contains("CALDBVER 4.9.1");
        assertThat(graph("{\"provenance\": []," + calibration, SPECTRUM).used()).isEmpty();
    }

    @Test
    void theOutputOfTheProductsNameIsTheProduct() throws Exception {
        assertThat(graph(EXTRACT, SPECTRUM).generations()).singleElement().satisfies(made -> {
            assertThat(made.entity()).isEqualTo("ivo://a/b?out.fits");
            assertThat(made.index()).isEqualTo(OptionalInt.of(3));
            assertThat(made.basis()).isEqualTo(Basis.NAME);
        });
    }

    @Test
    void theOnlyOutputOfTheLastStepIsTheProductThatWasRenamed() throws Exception {
        Subject renamed = new Subject("ivo://a/b?archive/0001.fits", "0001.fits");

        assertThat(graph(EXTRACT, renamed).generations())
                .singleElement()
                .extracting(ProvGraph.WasGeneratedBy::basis)
                .isEqualTo(Basis.ONLY_OUTPUT);
    }

    @Test
    void anOutputWithAnotherDidIsNotTheProduct() throws Exception {
        ProvGraph graph = graph("""
                [{"args": [{"index": 0, "outputdata": {"did": "ivo://a/b?other", "path": "out.fits"}}]}]""", SPECTRUM);

        assertThat(graph.generations())
                .extracting(ProvGraph.WasGeneratedBy::entity, ProvGraph.WasGeneratedBy::basis)
                .containsExactly(tuple("ivo://a/b?other", Basis.STATED), tuple("ivo://a/b?out.fits", Basis.LAST_STEP));
    }

    @Test
    void whatOneStepWritesAndTheNextReadsIsOneFile() throws Exception {
        ProvGraph graph = graph("""
                [{"args": [{"index": 0, "outputdata": {"location": "/tmp", "path": "mid.fits"}}]},
                 {"args": [{"index": 1, "inputdata": {"path": "/tmp/mid.fits"}},
                           {"index": 2, "outputdata": {"path": "out.fits"}}]}]""", SPECTRUM);

        assertThat(graph.entities()).hasSize(2);
        assertThat(graph.used().getFirst().entity())
                .isEqualTo(graph.generations().getFirst().entity());
        assertThat(graph.successions()).hasSize(1);
    }

    @Test
    void twoDocumentsMeetInTheDidOfAFile() throws Exception {
        ProvGraph events = graph(
                "[{\"args\": [{\"index\": 1, \"outputdata\": {\"path\": \"events.fits\"}}]}]",
                new Subject("ivo://a/b?events.fits", "events.fits"));

        ProvGraph joined = graph(EXTRACT, SPECTRUM).and(events);

        assertThat(joined.entities()).hasSize(3);
        assertThat(joined.activities()).hasSize(2);
        assertThat(joined.generations()).hasSize(2);
    }

    @Test
    void aRunWithAStartIsOneInBothItsProductsAndARunWithoutIsNot() throws Exception {
        String timed = EXTRACT.replace("\"host\"", "\"started\": \"2026-01-01T00:00:00Z\", \"host\"");
        Subject other = new Subject("ivo://a/b?copy.fits", "copy.fits");

        assertThat(graph(timed, SPECTRUM).and(graph(timed, other)).activities()).hasSize(1);
        assertThat(graph(EXTRACT, SPECTRUM).and(graph(EXTRACT, other)).activities())
                .hasSize(2);
    }

    @Test
    void aNamedFileBecomesTheProductThatAStoreKnowsItTobe() throws Exception {
        ProvGraph graph =
                graph(EXTRACT, SPECTRUM).renamed(id -> id.endsWith("/extract.py") ? "ivo://a/b?events.fits" : id);

        assertThat(graph.entities()).hasSize(2);
        assertThat(graph.used()).extracting(ProvGraph.Used::entity).containsOnly("ivo://a/b?events.fits");
    }

    @Test
    void aStrongChecksumNamesAFileAndADatasumDoesNot() throws Exception {
        String sha = "sha256:" + "0f".repeat(32);
        ProvGraph graph = graph("""
                [{"args": [{"index": 1, "inputdata": {"path": "a", "checksum": "SHA"}},
                           {"index": 2, "inputdata": {"path": "b", "checksum": "datasum:2503531142"}}]}]""".replace("SHA", sha), SPECTRUM);

        assertThat(graph.used())
                .extracting(ProvGraph.Used::entity)
                .containsExactly("urn:" + sha, "urn:vo4he:file:ivo%3A//a/b%3Fout.fits:b");
    }

    @Test
    void theParentIsWhatTheProductWasDerivedFrom() throws Exception {
        ProvGraph graph = graph("{\"provenance\": [], \"parent_did\": \"ivo://a/b?old\"}", SPECTRUM);

        assertThat(graph.derivations()).containsExactly(new WasDerivedFrom("ivo://a/b?out.fits", "ivo://a/b?old"));
        assertThat(graph.generations()).isEmpty();
    }
}
