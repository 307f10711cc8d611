// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;

/// What a run would refuse is refused before it, by the sentence of the run.
class ExtractCheckTest {

    private static final ExtractStep STEP = new ExtractStep("test");

    @TempDir
    private Path folder;

    private final Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");

    private static Arguments arguments(Path events, String... given) {
        Map<String, String> values = new HashMap<>(Map.of(ExtractStep.INPUT, events.toString()));
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return Arguments.of(STEP.definition(), values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter    | PATTERN <= 4                 | events    | has no column PATTERN",
                "bin       | 1e-7                         | lightcurve | ask for longer ones",
                "bin       | 0.0009                       | lightcurve | would have 1050374 bins, more than the 1048576",
                "image-bin | 2                            | image     | 4096 x 4096 pixels, more than the 8388608",
                "image-bin | 0.001                        | image     | ask for a coarser binning",
                "energy    | pi:35-480                    | spectrum  | "
            })
    void theCheckSaysWhatTheRunWouldSay(String name, String text, String output, String said) throws Exception {
        Arguments arguments = arguments(events, name, text, output, "out.fits");
        if (said == null) {
            assertThatCode(() -> STEP.checkInputs(arguments)).doesNotThrowAnyException();
            return;
        }

        assertThatThrownBy(() -> STEP.checkInputs(arguments))
                .isInstanceOf(StepException.class)
                .hasMessageContaining(said)
                .satisfies(refused -> {
                    assertThat(folder).isEmptyDirectory();
                    assertThatThrownBy(() -> STEP.run(arguments, new Workspace(folder), StepListener.NONE))
                            .hasMessage(refused.getMessage());
                });
    }

    @Test
    void tooManyBandsAreToldAsSuch() {
        String bands = IntStream.range(0, 40)
                .mapToObj(i -> "%d-%d".formatted(i, i + 1))
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> STEP.checkInputs(arguments(events, "image", "i.fits", "bands", bands)))
                .hasMessageContaining("40 bands of an image of 1024 x 1024 pixels")
                .hasMessageContaining("ask for fewer bands");
    }

    /// 3,000 corners would not fit into the provenance of what is made.
    @Test
    void aRegionTooLongForTheProvenanceIsRefusedByItsLength() {
        String corners = IntStream.range(0, 3000)
                .mapToObj(i -> (148.9 + i * 1e-5) + "," + (69.6 + (i % 7) * 1e-3))
                .collect(Collectors.joining(","));
        Arguments arguments = arguments(events, "region", "fk5; polygon(" + corners + ")");

        assertThatThrownBy(() -> STEP.check(arguments))
                .hasMessageStartingWith("region has ")
                .hasMessageContaining("all arguments together may have 20000");
    }

    @Test
    void aSpectrumOfUnknownExposureIsRefusedBeforeAnyRowIsRead() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("TIME", "D", 1, 2, 3)
                .column("PI", "J", 1, 2, 3);
        Path list = fits.write(folder.resolve("timeless.fits"));

        assertThatThrownBy(() -> STEP.checkInputs(arguments(list, "spectrum", "s.pha")))
                .hasMessageContaining("no TSTART and no TSTOP");
        assertThatCode(() -> STEP.checkInputs(arguments(list, "events", "e.fits")))
                .doesNotThrowAnyException();
    }

    @Test
    void aListOfRightAscensionAndDeclinationIsOneOfEvents() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("RA", "D", 359.9, 0.1, 0.2)
                .column("DEC", "D", 1, 2, 3);
        Path list = fits.write(folder.resolve("places.fits"));

        assertThat(STEP.extract(
                                arguments(list, "region", "icrs; circle(0,1.5,1)"),
                                new Workspace(folder),
                                StepListener.NONE)
                        .extracted()
                        .source()
                        .selected())
                .isEqualTo(2);
        assertThatCode(() -> STEP.checkInputs(arguments(list, "image", "i.fits")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> STEP.checkInputs(arguments(list, "spectrum", "s.pha")))
                .hasMessageContaining("has no column of channels");
        assertThatThrownBy(() -> STEP.checkInputs(arguments(list, "lightcurve", "l.fits")))
                .hasMessageContaining("has no column TIME");
    }

    @Test
    void aTableOfEventsWithoutAnyIsNamed() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS").card("HDUCLAS1", "EVENTS").column("WEIGHT", "D", 1, 2);
        Path list = fits.write(folder.resolve("weights.fits"));

        assertThatThrownBy(() -> STEP.checkInputs(arguments(list)))
                .hasMessageContaining("says HDUCLAS1 'EVENTS', and has no column of events");
    }
}
