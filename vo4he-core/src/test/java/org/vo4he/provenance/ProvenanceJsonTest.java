// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [ProvenanceJson] against the JSON of the SVOM slides, and against texts that depart from it.
class ProvenanceJsonTest {

    private static final String SEED = SeedFormTest.SLIDES;

    private static final ProvenanceDocument SEED_DOCUMENT = new ProvenanceDocument(List.of(new ProvenanceStep(List.of(
            new Argument.Input(0, new DataFile("input dummy arg", false, "/tmp", "DummyJob.py")),
            new Argument.Parameter(1, "1st param", false, "param0"),
            new Argument.Parameter(2, "2nd param", true, "2"),
            new Argument.Output(3, new DataFile("output file", true, "/tmp", "out.fits"))))));

    private static ProvenanceDocument read(String text) throws ProvenanceFormatException {
        return ProvenanceJson.read(text).document();
    }

    @Test
    void theSeedsExampleIsReadWithoutARemark() throws Exception {
        ProvenanceJson.Reading reading = ProvenanceJson.read(SEED);

        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.document()).isEqualTo(SEED_DOCUMENT);
    }

    @Test
    void theSeedsExampleIsWrittenInTheSeedsForm() throws Exception {
        String written = ProvenanceJson.write(SEED_DOCUMENT);

        assertThat(written).startsWith("{\"provenance\":[{\"args\":[{\"index\":0,\"inputdata\":{");
        assertThat(new ObjectMapper().readTree(written)).isEqualTo(new ObjectMapper().readTree(SEED));
    }

    @Test
    void theSupersetSurvivesARoundTrip() throws Exception {
        ProvenanceStep step = new ProvenanceStep(
                List.of(
                        new Argument.Input(
                                0,
                                new DataFile(
                                        "events",
                                        true,
                                        "/data",
                                        "e.fits",
                                        Optional.of("events"),
                                        Optional.of("ivo://a/b?c"),
                                        Optional.of("sha256:00ff"),
                                        OptionalLong.of(1L << 40),
                                        new OtherKeys(Map.of("mirror", "[\"x\"]")))),
                        new Argument.Parameter(
                                1,
                                "band",
                                true,
                                "0.5",
                                Optional.of("emin"),
                                Optional.of("real"),
                                Optional.of("keV"),
                                Optional.of("0.2"),
                                Optional.of("12"),
                                List.of("0.2", "0.5"),
                                OtherKeys.NONE)),
                Optional.of("extract"),
                Optional.of("1.2"),
                Optional.of("sha256:aa"),
                Optional.of("2026-01-01T00:00:00Z"),
                Optional.of("2026-01-01T00:01:00Z"),
                Optional.of("0"),
                Optional.of("node1"),
                Optional.empty(),
                new OtherKeys(Map.of("queue", "{\"n\":1.10,\"big\":1E+400}")));
        ProvenanceDocument document = new ProvenanceDocument(
                List.of(step),
                Optional.of("ivo://a/b?d"),
                Optional.of("ivo://a/b?e"),
                Map.of("t_min", new RecordedOrigin("card", "EVENTS TSTART", "0011aaff")),
                Optional.of(new RecordedInference(
                        9,
                        "événements.fits",
                        "ab12",
                        "0011aaff",
                        Map.of("s_fov", "nothing says it", "s_region", "nothing says it", "em_min", "no energies"),
                        List.of(new RecordedInference.Remark("ogip-x", " EVENTS (HDU 1)", "says 'nothing'")))),
                new OtherKeys(Map.of("site", "null")));

        assertThat(read(ProvenanceJson.write(document))).isEqualTo(document);
    }

    @Test
    void onlyPrintableAsciiIsWritten() throws Exception {
        ProvenanceDocument document = new ProvenanceDocument(List.of(
                new ProvenanceStep(List.of(new Argument.Parameter(0, "café\n\u007f", true, "α\uD83D\uDE00\0")))));

        String written = ProvenanceJson.write(document);

        assertThat(written).matches("[ -~]+").contains("caf\\u00E9\\n\\u007f");
        assertThat(read(written)).isEqualTo(document);
    }

    @Test
    void theIndexAndNotThePlaceOrdersTheArguments() throws Exception {
        ProvenanceDocument document = read("""
                [{"args": [{"index": 2, "parameter": {"value": "c"}},
                           {"index": 0, "parameter": {"value": "a"}},
                           {"index": "1", "parameter": {"value": "b"}}]}]""");

        assertThat(document.steps().getFirst().arguments())
                .extracting(argument -> ((Argument.Parameter) argument).value())
                .containsExactly("a", "b", "c");
    }

    @Test
    void numbersAndFlagsBecomeText() throws Exception {
        ProvenanceDocument document = read("""
                [{"args": [{"index": 0, "parameter": {"value": 2.50, "editable": "True"}},
                           {"index": 1, "parameter": {"value": true, "editable": 1}},
                           {"index": 2, "parameter": {"value": null}}]}]""");

        assertThat(document.steps().getFirst().arguments())
                .containsExactly(
                        new Argument.Parameter(0, "", true, "2.50"),
                        new Argument.Parameter(1, "", false, "true"),
                        new Argument.Parameter(2, "", false, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"args\": []}|a single step stands where a list of steps is expected",
                "{\"provenance\": [{}]}|step 0 has no list 'args'",
                "{\"provenance\": [{\"args\": [{\"index\": 0, \"loop\": {}}]}]}|step 0, index 0 is neither inputdata, parameter nor outputdata",
                "{\"provenance\": [{\"args\": [{\"parameter\": {\"value\": \"1\"}}]}]}|step 0, argument 0: index '' is no integer",
                "{\"provenance\": [{\"args\": [{\"index\": 0, \"parameter\": {\"value\": \"1\"}}, {\"index\": 0, \"parameter\": {\"value\": \"1\"}}]}]}|several arguments of index 0",
                "{\"provenance\": [], \"origins\": {\"t_min\": 3}}|the recorded origin of t_min is not a list of three texts",
            })
    void anOddDocumentIsReadWithARemark(String text, String remark) throws Exception {
        assertThat(ProvenanceJson.read(text).remarks())
                .singleElement()
                .asString()
                .contains(remark);
    }

    @Test
    void anEntryOfUnknownKindIsKeptAsItIs() throws Exception {
        String text = "{\"provenance\":[{\"args\":[{\"index\":4,\"loop\":{\"n\":1.50}}]}]}";

        assertThat(ProvenanceJson.write(read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "[1]", "3", "\"text\"", "null", "{\"provenance\": 3}", "[] []", "{'a': 1}"})
    void whatIsNoProvenanceIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> ProvenanceJson.read(text))
                .isInstanceOf(ProvenanceFormatException.class)
                .hasMessageMatching("(?s).{10,}");
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflowTheStack() {
        assertThatThrownBy(() -> ProvenanceJson.read("[".repeat(100_000)))
                .isInstanceOf(ProvenanceFormatException.class);
    }

    /// 200 seeded mutants: characters changed, cut out or doubled.
    @Test
    void damagedTextIsReadOrRefusedButNothingElse() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(SEED.replaceAll("\\s+", " "));
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                int at = random.nextInt(text.length() - 20);
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, "{}[]\",:0e-\u00e9 ".charAt(random.nextInt(12)));
                    case 1 -> text.delete(at, at + random.nextInt(20));
                    default -> text.insert(at, text.substring(at, at + random.nextInt(20)));
                }
            }
            try {
                ProvenanceDocument document = read(text.toString());
                assertThat(read(ProvenanceJson.write(document)))
                        .as("mutant %d", seed)
                        .isEqualTo(document);
            } catch (ProvenanceFormatException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
            }
        }
    }
}
