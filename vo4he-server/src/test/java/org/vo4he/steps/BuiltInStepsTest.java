// SPDX-License-Identifier: Apache-2.0
package org.vo4he.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.product.Annotator;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.profile.Profiles;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.VoTags;

/// [GroupStep] and [TagStep] as a pipeline runs them.
class BuiltInStepsTest {

    private static final TagStep TAG =
            new TagStep("1", new Annotator(new ProductDescriber(Rules.none(), Profiles.none())), Siblings.none());

    @TempDir
    private Path temporary;

    private Path folder;
    private Path spectrum;
    private final List<String> log = new ArrayList<>();

    private final StepListener listener = new StepListener() {
        @Override
        public void progress(double fraction) {}

        @Override
        public void log(String line) {
            log.add(line);
        }
    };

    @BeforeEach
    void makeSpectrum() throws IOException {
        folder = Files.createDirectory(temporary.resolve("runtime_data"));
        FitsBuilder builder = new FitsBuilder();
        builder.primary();
        builder.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "SVOM")
                .card("INSTRUME", "MXT")
                .card("OBS_ID", "0042")
                .column("CHANNEL", "J", 1, 2, 3, 4)
                .column("COUNTS", "J", 3, 8, 0, 10);
        spectrum = builder.write(temporary.resolve("src.pha"));
    }

    private Path run(Step step, Map<String, String> values) throws Exception {
        step.run(Arguments.of(step.definition(), values), new Workspace(folder), listener);
        return folder.resolve(values.get("output"));
    }

    @Test
    void groupWritesAGroupedCopyAndSaysHowManyGroups() throws Exception {
        Path grouped =
                run(new GroupStep("1"), Map.of("input", spectrum.toString(), "minimum", "10", "output", "grp.pha"));

        assertThat(log).containsExactly("4 channels in 2 groups of good quality");
        try (FitsFile file = FitsFile.open(grouped)) {
            assertThat(file.hdus().get(1).column("GROUPING")).isPresent();
        }
    }

    @Test
    void groupSaysWhyAFileCantBeGrouped() throws IOException {
        Path text = Files.writeString(temporary.resolve("notes.txt"), "no FITS");

        assertThatThrownBy(() -> run(new GroupStep("1"), Map.of("input", text.toString(), "output", "grp.pha")))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void tagWritesWhatIsGivenAndWhatIsInferredAndLeavesTheInputAlone() throws Exception {
        byte[] before = Files.readAllBytes(spectrum);

        Path tagged = run(
                TAG,
                Map.of("input", spectrum.toString(), "obs_collection", "SVOM", "calib_level", "3", "output", "t.pha"));

        assertThat(spectrum).hasBinaryContent(before);
        try (FitsFile file = FitsFile.open(tagged)) {
            var values = VoTags.read(file).orElseThrow().values();
            assertThat(values.get(ObsCoreColumn.OBS_COLLECTION).value()).isEqualTo("SVOM");
            assertThat(values.get(ObsCoreColumn.OBS_ID).value()).isEqualTo("0042");
            assertThat(values.get(ObsCoreColumn.CALIB_LEVEL).value()).hasToString("3");
        }
    }

    @Test
    void tagRefusesAValueThatTheColumnCantHold() {
        assertThatThrownBy(
                        () -> run(TAG, Map.of("input", spectrum.toString(), "calib_level", "nine", "output", "t.pha")))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("calib_level ");
    }
}
