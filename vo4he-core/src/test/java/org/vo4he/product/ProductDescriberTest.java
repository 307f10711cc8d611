// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFinding;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;

/// [ProductDescriber] on small files made for the purpose: precedence, outcomes, damage.
class ProductDescriberTest {

    @TempDir
    Path folder;

    private final ProductDescriber describer = new ProductDescriber(Rules.none());

    private static FitsBuilder events() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "XMM")
                .card("OBJECT", "Crab")
                .card("EXPOSURE", 1000.0)
                .card("MJDREF", 50814.0)
                .card("TSTART", 1e8)
                .card("TSTOP", 1.00001e8)
                .column("TIME", "D", 1e8, 1.00001e8)
                .column("PI", "J", 300, 4000);
        fits.table("GTI").column("START", "D", 1e8).column("STOP", "D", 1.00001e8);
        return fits;
    }

    private ObsCoreRow only(FileDescription description) {
        assertThat(description.outcome()).isEqualTo(Outcome.PUBLISHED);
        return description.products().getFirst().row();
    }

    @Test
    void rulesWinOverTagsAndTagsOverInference() throws Exception {
        Path file = events().write(folder.resolve("a.evt"));
        ObsCoreRow.Builder tags = ObsCoreRow.builder();
        tags.set(ObsCoreColumn.TARGET_NAME, "M 1", new Origin.Given("target_name"));
        tags.set(ObsCoreColumn.OBS_TITLE, "A title", new Origin.Given("obs_title"));
        VoTags.write(file, file, tags.build(), WriteOptions.DEFAULT);
        Rules rules = Rules.read(Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - match: "*.evt"
                    set: {obs_title: The archivist's}
                """));

        ObsCoreRow row = only(new ProductDescriber(rules).describe(file, Siblings.none()));

        assertThat(row.get(ObsCoreColumn.OBS_TITLE).origin()).isEqualTo(new Origin.Rule("rules.yaml", 3));
        assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("M 1");
        assertThat(row.get(ObsCoreColumn.TARGET_NAME).origin()).isInstanceOf(Origin.Tag.class);
        assertThat(row.get(ObsCoreColumn.T_EXPTIME).origin()).isEqualTo(new Origin.Card("EVENTS", "EXPOSURE"));
    }

    @Test
    void aTagThatInferenceWroteYieldsToNewerInference() throws Exception {
        Path file = events().write(folder.resolve("a.evt"));
        ObsCoreRow inferred = only(describer.describe(file, Siblings.none()));
        ObsCoreRow old = inferred.with()
                .set(ObsCoreColumn.T_EXPTIME, 1.0, new Origin.Card("EVENTS", "ONTIME"))
                .build();
        VoTags.write(file, file, old, WriteOptions.DEFAULT);

        ObsCoreRow row = only(describer.describe(file, Siblings.none()));

        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(1000.0);
        assertThat(row.get(ObsCoreColumn.T_EXPTIME)).isEqualTo(inferred.get(ObsCoreColumn.T_EXPTIME));
    }

    @Test
    void annotationKeepsTheFingerprintAndTheValues() throws Exception {
        Path file = events().write(folder.resolve("a.evt"));
        FileDescription before = describer.describe(file, Siblings.none());
        VoTags.write(file, file, only(before), WriteOptions.DEFAULT);

        FileDescription after = describer.describe(file, Siblings.none());

        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        only(before)
                .values()
                .forEach((column, value) -> assertThat(only(after).get(column).value())
                        .as(column.columnName())
                        .isEqualTo(value.value()));
        assertThat(after.products().getFirst().carried()).isPresent();
    }

    @Test
    void aFileThatOnlyItsTagsExplainIsPublished() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SOMETHING").column("A", "J", 1);
        Path file = fits.write(folder.resolve("own.fits"));
        assertThat(describer.describe(file, Siblings.none()).outcome()).isEqualTo(Outcome.ASSOCIATED);
        ObsCoreRow tags = ObsCoreRow.builder()
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum", new Origin.Given("dataproduct_type"))
                .build();
        VoTags.write(file, file, tags, WriteOptions.DEFAULT);

        ObsCoreRow row = only(describer.describe(file, Siblings.none()));

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(row.get(ObsCoreColumn.CALIB_LEVEL).isPresent()).isTrue();
    }

    @Test
    void aFileCutAnywhereHasAnOutcomeAndSaysThatItIsCut() throws IOException {
        byte[] whole = events().bytes();
        for (int length = 0; length < whole.length; length += 509) {
            Path file = Files.write(folder.resolve("cut.fits"), Damage.cutAt(whole, length));

            FileDescription description = describer.describe(file, Siblings.none());

            assertThat(description.findings())
                    .as("cut at " + length)
                    .isNotEmpty()
                    .noneMatch(finding -> finding.code() == ProductFinding.INTERNAL);
        }
    }

    @Test
    void anEventListWhoseOwnRowsAreCutIsNotPublished() throws IOException {
        int headers = 2 * 2880;
        Path file = Files.write(folder.resolve("cut.fits"), Damage.cutAt(events().bytes(), headers + 10));

        FileDescription description = describer.describe(file, Siblings.none());

        assertThat(description.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(description.findings()).anyMatch(finding -> finding.code() == FitsFinding.TRUNCATED);
    }

    @Test
    void anEventListWithATornTailIsPublishedWithAFinding() throws IOException {
        byte[] torn = Damage.withTail(events().bytes(), "XTENSION= 'TABLE".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("torn.fits"), torn);

        FileDescription description = describer.describe(file, Siblings.none());

        assertThat(description.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(description.findings()).isNotEmpty();
    }

    @Test
    void noChangedByteMakesAFaultOfOurs() throws IOException {
        byte[] whole = events().bytes();
        Random random = new Random(20261123);
        for (int mutant = 0; mutant < 400; mutant++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            }
            Path file = Files.write(folder.resolve("mutant.fits"), bytes);

            assertThat(describer.describe(file, Siblings.none()).findings())
                    .as("mutant " + mutant)
                    .noneMatch(finding -> finding.code() == ProductFinding.INTERNAL);
        }
    }

    @Test
    void whatIsNoFitsSaysWhatItIs() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.fits"), "hello");
        Path empty = Files.write(folder.resolve("empty.fits"), new byte[0]);
        Path bzip = Files.writeString(folder.resolve("a.fits.bz2"), "BZh91AY&SY");

        assertThat(describer.describe(text, Siblings.none()).outcome()).isEqualTo(Outcome.NOT_FITS);
        assertThat(describer
                        .describe(empty, Siblings.none())
                        .findings()
                        .getFirst()
                        .message())
                .isEqualTo("it is empty");
        assertThat(describer
                        .describe(bzip, Siblings.none())
                        .findings()
                        .getFirst()
                        .code())
                .isEqualTo(ProductFinding.COMPRESSED);
    }

    @Test
    void aFileThatIsNotThereFails() {
        FileDescription description = describer.describe(folder.resolve("gone.fits"), Siblings.none());

        assertThat(description.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(description.findings().getFirst().code()).isEqualTo(ProductFinding.UNREADABLE);
    }

    @Test
    void aNameFromAHeaderLeadsToNoOtherFolder() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("published")).resolve("a.pha");
        Files.writeString(folder.resolve("secret.rmf"), "secret");

        assertThat(Siblings.sameFolder().find(inside, "../secret.rmf")).isEmpty();
        assertThat(Siblings.sameFolder()
                        .find(inside, folder.resolve("secret.rmf").toString()))
                .isEmpty();
        assertThat(Siblings.sameFolder().find(inside, "..")).isEmpty();
    }
}
