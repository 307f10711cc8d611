// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vo4he.votags.TaggedFiles.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.ProductRecords;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.votags.WriteOptions.LongText;
import org.vo4he.votags.WriteReport.Outcome;

/// What lies in the JSON of a file besides its steps: records of models and bands, and texts too long for a card.
class RecordsAndLongTextsTest {

    private static final String MODEL = "urn:x:model:1";
    private static final String BAND = "4XMM-8";
    private static final Origin GIVEN = new Origin.Given("test");
    private static final String REGION = "POLYGON ICRS" + " 83.6331 -22.0145".repeat(20);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() throws IOException {
        file = TaggedFiles.events().write(folder.resolve("events.fits"));
    }

    private static ObsCoreRow referring() {
        return ObsCoreRow.builder()
                .set(ObsCoreColumn.FLUX_MODEL, MODEL, GIVEN)
                .set(ObsCoreColumn.ENERGY_BAND, BAND, GIVEN)
                .build();
    }

    private static WriteOptions withRecords(ProductRecords records) {
        return WriteOptions.DEFAULT.withProvenance(Optional.of(records.in(ProvenanceDocument.EMPTY)));
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void recordsOfModelAndBandAreWrittenReadBackAndKeptWhenTheFileIsAnnotatedAgain() throws Exception {
        ProductRecords records = ProductRecords.NONE
                .withModel(MODEL, "{\"expression\": \"tbabs*powerlaw\", \"Gamma\": 1.7, \"note\": \"\u00e9\"}")
                .withBand(BAND, "{\"min\": 0.2, \"max\": 12, \"unit\": \"keV\"}");
        assertThat(codes(VoTags.write(file, file, referring(), withRecords(records))
                        .findings()))
                .isEmpty();
        VoTags.write(
                file,
                file,
                referring().with().set(ObsCoreColumn.OBS_ID, "7", GIVEN).build(),
                WriteOptions.DEFAULT);

        VoTags tags = VoTags.read(file).orElseThrow();
        assertThat(ProductRecords.of(
                        ProvenanceJson.read(tags.provenanceJson().orElseThrow()).document()))
                .isEqualTo(records);
        assertThat(VoTags.check(file)).isEmpty();
        assertThat(value(tags, ObsCoreColumn.FLUX_MODEL)).contains(MODEL);
    }

    @Test
    void aReferenceToNoRecordIsAFindingWhenItIsWrittenAndWhenItIsRead() throws Exception {
        ProductRecords other = ProductRecords.NONE.withModel("urn:x:model:2", "{}");

        WriteReport report = VoTags.write(file, file, referring(), withRecords(other));

        assertThat(report.outcome()).isEqualTo(Outcome.WRITTEN);
        assertThat(codes(report.findings()))
                .containsExactly(VoTagsFinding.DANGLING_REFERENCE, VoTagsFinding.DANGLING_REFERENCE);
        assertThat(VoTags.check(file))
                .extracting(Finding::message)
                .satisfiesExactly(
                        model -> assertThat(model).contains("FLX_MDL", MODEL, "urn:x:model:2"),
                        band -> assertThat(band).contains("EBAND", BAND, "there are none"));
    }

    @Test
    void aRecordThatIsNoObjectIsRefusedAndOneThatIsReadIsSaid() throws Exception {
        assertThatThrownBy(() -> ProductRecords.NONE.withModel(MODEL, "[1]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1]");

        assertThat(ProvenanceJson.read("{\"provenance\": [], \"models\": {\"a\": 1}}")
                        .remarks())
                .containsExactly("'models' is no object of objects");
    }

    @Test
    void withoutContinueALongTextLiesInTheJsonAndIsReadBackFromThere() throws Exception {
        ObsCoreRow row = TaggedFiles.row();

        WriteReport report = VoTags.write(file, file, row, WriteOptions.DEFAULT.withLongText(LongText.JSON));

        assertThat(codes(report.findings())).containsExactly(VoTagsFinding.LONG_TEXT);
        assertThat(report.findings().getFirst().message()).contains("s_region", "" + REGION.length());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("CONTINUE", "LONGSTRN");
        VoTags tags = VoTags.read(file).orElseThrow();
        assertThat(value(tags, ObsCoreColumn.S_REGION)).contains(REGION);
        assertThat(tags.recorded().get(ObsCoreColumn.S_REGION)).isEqualTo(new Origin.Wcs("EVENTS"));
        assertThat(VoTags.check(file)).isEmpty();

        assertThat(VoTags.write(file, file, row, WriteOptions.DEFAULT.withLongText(LongText.JSON))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        VoTags.write(file, file, row, WriteOptions.DEFAULT);
        VoTags again = VoTags.read(file).orElseThrow();
        assertThat(again.provenanceJson().orElseThrow()).doesNotContain("texts");
        assertThat(value(again, ObsCoreColumn.S_REGION)).contains(REGION);
    }

    @Test
    void aLongTextMayBeRefusedAndTheFileIsLeftAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(file);

        WriteReport report =
                VoTags.write(file, file, TaggedFiles.row(), WriteOptions.DEFAULT.withLongText(LongText.REFUSE));

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.findings().getFirst().message()).contains("S_REGION");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aTextOfExactlyOneCardNeedsNeither() throws Exception {
        for (String text : List.of("x".repeat(68), "'".repeat(34))) {
            ObsCoreRow row = ObsCoreRow.builder()
                    .set(ObsCoreColumn.OBS_TITLE, text, GIVEN)
                    .build();
            WriteReport report = VoTags.write(file, file, row, WriteOptions.DEFAULT.withLongText(LongText.REFUSE));
            assertThat(report.outcome()).as(text).isEqualTo(Outcome.WRITTEN);
            assertThat(value(VoTags.read(file).orElseThrow(), ObsCoreColumn.OBS_TITLE))
                    .contains(text);
        }
    }

    @Test
    void aFileWithoutTagsIsSaidByTheCheck() throws Exception {
        assertThat(codes(VoTags.check(file))).containsExactly(VoTagsFinding.NONE);
        assertThat(VoTags.read(file)).isEmpty();
        assertThat(VoTags.strip(file, file, WriteOptions.DEFAULT).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
}
