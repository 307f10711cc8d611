// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.SeedForm;

/// [StepRecord] there and back, and the words of the slides of 2022.
class StepRecordTest {

    private static final StepDefinition EXTRACT = new StepDefinition(
            "extract",
            "1.2",
            "photons to products",
            List.of(
                    Parameter.input("events", "the event list"),
                    Parameter.value("radius", ParameterType.REAL, "radius of the region")
                            .withUnit("arcsec")
                            .withRange("0.5", "600"),
                    Parameter.value("grade", ParameterType.TEXT, "grades taken").fixed(),
                    Parameter.value("image", ParameterType.TEXT, "").optional(),
                    Parameter.output("spectrum", "the spectrum")));

    private static final Map<String, String> VALUES =
            Map.of("events", "/data/obs/events.fits", "radius", "20", "grade", "0-4", "spectrum", "spectrum.pha");

    private static ProvenanceStep recorded() {
        FileIdentity identity = new FileIdentity(
                Optional.of("ivo://example/x?events.fits"), Optional.of("datasum:1"), OptionalLong.of(2880));
        return StepRecord.of(Arguments.of(EXTRACT, VALUES), StepRecord.BUILT_IN, Map.of("events", identity));
    }

    @Test
    void aStepIsRecordedWithNamesTypesRangesAndIdentitiesAndReadWithoutARemark() throws ProvenanceFormatException {
        String json = ProvenanceJson.write(new ProvenanceDocument(List.of(recorded())));

        assertThat(json).isEqualTo("""
                        {"provenance":[{"name":"extract","version":"1.2","args":[\
                        {"index":0,"inputdata":{"description":"the program","editable":false,"location":"vo4he",\
                        "path":"extract"}},\
                        {"index":1,"inputdata":{"name":"events","description":"the event list","editable":false,\
                        "location":"/data/obs","path":"events.fits","did":"ivo://example/x?events.fits",\
                        "checksum":"datasum:1","size":2880}},\
                        {"index":2,"parameter":{"name":"radius","description":"radius of the region",\
                        "editable":true,"value":"20","type":"real","unit":"arcsec","min":"0.5","max":"600"}},\
                        {"index":3,"parameter":{"name":"grade","description":"grades taken","editable":false,\
                        "value":"0-4","type":"text"}},\
                        {"index":5,"outputdata":{"name":"spectrum","description":"the spectrum","editable":false,\
                        "path":"spectrum.pha"}}]}]}""");
        assertThat(ProvenanceJson.read(json).remarks()).isEmpty();
    }

    @Test
    void theRecordGivesBackDefinitionAndValues() {
        StepDefinition read = StepRecord.definition(recorded());

        assertThat(StepRecord.values(recorded())).isEqualTo(VALUES);
        assertThat(read.name()).isEqualTo("extract");
        assertThat(read.version()).isEqualTo("1.2");
        assertThat(read.parameters())
                .isEqualTo(EXTRACT.parameters().stream()
                        .filter(parameter -> !parameter.name().equals("image"))
                        .toList());
    }

    @Test
    void theSeedsFormHasTheSameArgumentsByIndex() throws ProvenanceFormatException {
        String seed =
                SeedForm.write(new ProvenanceDocument(List.of(recorded()))).json();
        ProvenanceStep step = ProvenanceJson.read(seed).document().steps().getFirst();

        StepDefinition read = StepRecord.definition(step);

        assertThat(read.name()).isEqualTo("extract");
        assertThat(read.parameters()).extracting(Parameter::name).containsExactly("1", "2", "3", "5");
        assertThat(read.parameters()).extracting(Parameter::editable).containsExactly(false, true, false, false);
        assertThat(StepRecord.values(step)).containsEntry("2", "20").containsEntry("1", "/data/obs/events.fits");
    }

    @Test
    void aNameThatStandsTwiceIsFollowedByTheIndex() throws ProvenanceFormatException {
        ProvenanceStep step = ProvenanceJson.read("""
                        {"provenance": [{"args": [
                          {"index": 1, "parameter": {"name": "band", "value": "1"}},
                          {"index": 2, "parameter": {"name": "band", "value": "2"}},
                          {"index": 3, "surprise": {}}]}]}""").document().steps().getFirst();

        assertThat(StepRecord.values(step)).isEqualTo(Map.of("band", "1", "band:2", "2"));
    }
}
