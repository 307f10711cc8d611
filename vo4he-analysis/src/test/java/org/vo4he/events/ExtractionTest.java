// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.FitsBuilder;

/// [Extraction] from a list of several blocks, against loops over the numbers it was made of.
class ExtractionTest {

    private static final int EVENTS = 150_000;
    private static final double[] TIME = new double[EVENTS];
    private static final double[] X = new double[EVENTS];
    private static final double[] Y = new double[EVENTS];
    private static final double[] PI = new double[EVENTS];

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeAList() {
        Random random = new Random(7);
        for (int i = 0; i < EVENTS; i++) {
            TIME[i] = 1000 + i / 100.0;
            X[i] = random.nextInt(1, 1001);
            Y[i] = random.nextInt(1, 1001);
            PI[i] = random.nextInt(0, 1024);
        }
        write("events.fits");
        write("events.fits.gz");
    }

    private static Path write(String name) {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .card("TCTYP2", "RA---TAN")
                .card("TCRVL2", 83.63)
                .card("TCRPX2", 500.5)
                .card("TCDLT2", -0.001)
                .card("TCTYP3", "DEC--TAN")
                .card("TCRVL3", 22.01)
                .card("TCRPX3", 500.5)
                .card("TCDLT3", 0.001)
                .card("LIVETIME", 90.0)
                .card("ONTIME", 100.0)
                .column("TIME", "D", TIME)
                .column("X", "J", X)
                .limits(1, 1000)
                .column("Y", "J", Y)
                .limits(1, 1000)
                .column("PI", "J", PI)
                .limits(0, 1023);
        fits.table("GTI")
                .card("HDUCLAS1", "GTI")
                .column("START", "D", 1000, 1500)
                .column("STOP", "D", 1200, 2000);
        return fits.write(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.fits", "events.fits.gz"})
    void everySinkCountsWhatALoopCounts(String name) throws Exception {
        Sink.Spectrum spectrum = new Sink.Spectrum();
        Sink.LightCurve curve = new Sink.LightCurve(100);
        Sink.Image image = new Sink.Image(10);
        ByteArrayOutputStream copies = new ByteArrayOutputStream();
        Sink.Rows rows = new Sink.Rows((bytes, count) -> copies.write(bytes, 0, count * 20));
        Selection selection = Selection.ALL
                .in(Region.parse("physical; circle(500.5,500.5,100)"))
                .in(EnergyRange.parse("pi:100-500"));
        Selection around = Selection.ALL.in(Region.parse("physical; annulus(500.5,500.5,150,300)"));
        try (EventList events = EventList.open(folder.resolve(name))) {
            Extracted got =
                    Extraction.run(events, selection, Optional.of(around), List.of(spectrum, curve, image, rows));

            long[] channels = new long[1024];
            long[] bins = new long[10];
            int[] pixels = new int[100 * 100];
            ByteBuffer expected = ByteBuffer.allocate(EVENTS * 20);
            long background = 0;
            for (int i = 0; i < EVENTS; i++) {
                double squared = (X[i] - 500.5) * (X[i] - 500.5) + (Y[i] - 500.5) * (Y[i] - 500.5);
                background += squared >= 150 * 150 && squared <= 300 * 300 ? 1 : 0;
                if (squared <= 100 * 100 && PI[i] >= 100 && PI[i] <= 500) {
                    channels[(int) PI[i]]++;
                    if (TIME[i] <= 2000) {
                        bins[Math.min(9, (int) ((TIME[i] - 1000) / 100))]++;
                    }
                    pixels[(int) ((Y[i] - 0.5) / 10) * 100 + (int) ((X[i] - 0.5) / 10)]++;
                    expected.putDouble(TIME[i])
                            .putInt((int) X[i])
                            .putInt((int) Y[i])
                            .putInt((int) PI[i]);
                }
            }
            assertThat(got.get(spectrum).source().perChannel()).isEqualTo(channels);
            assertThat(got.get(curve).counts()).isEqualTo(bins);
            assertThat(got.get(image).planes()[0]).isEqualTo(pixels);
            assertThat(got.get(rows)).isEqualTo(got.source().selected());
            assertThat(ByteBuffer.wrap(copies.toByteArray())).isEqualTo(expected.flip());
            assertThat(got.background().orElseThrow().selected()).isEqualTo(background);
            assertThat(got.source().exposureSeconds().orElseThrow()).isCloseTo(700 * 0.9, within(1e-9));
            assertThat(got.get(curve).fraction()).containsExactly(1, 1, 0, 0, 0, 1, 1, 1, 1, 1);
            assertThat(got.source().areaPixels()).isCloseTo(Math.PI * 1e4, within(0.1));
            assertThat(got.backgroundScale().orElseThrow()).isCloseTo(1e4 / 67500, within(1e-6));
        }
    }

    @Test
    void aCircleOfTheSkyTakesWhatTheSameCircleInPixelsTakes() throws Exception {
        try (EventList events = EventList.open(folder.resolve("events.fits"))) {
            Region sky = Region.parse("circle(5:34:31.2,+22:00:36,360.5\")");
            long ofPixels = Extraction.run(
                            events,
                            Selection.ALL.in(Region.parse("circle(500.5,500.5,100.1388889)")),
                            Optional.empty(),
                            List.of())
                    .source()
                    .selected();

            Outcome outcome = Extraction.run(events, Selection.ALL.in(sky), Optional.empty(), List.of())
                    .source();

            assertThat(outcome.selected()).isEqualTo(ofPixels);
            assertThat(outcome.solidAngleDeg2()).isCloseTo(Math.PI * Math.pow(360.5 / 3600, 2), within(1e-7));
        }
    }

    @Test
    void aListThatBecomesShorterWhileItIsReadIsAnErrorWithASentence() throws Exception {
        Path file = Files.copy(folder.resolve("events.fits"), folder.resolve("shrinking.fits"));
        try (EventList events = EventList.open(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(1_000_000);
            }
            assertThatThrownBy(() -> Extraction.run(events, Selection.ALL, Optional.empty(), List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shrinking.fits has 1000000 bytes and had");
        }
    }

    @Test
    void aTargetThatFailsEndsThePass() throws Exception {
        Sink.Rows full = new Sink.Rows((_, _) -> {
            throw new IOException("no space left");
        });
        try (EventList events = EventList.open(folder.resolve("events.fits"))) {
            assertThatThrownBy(() -> Extraction.run(events, Selection.ALL, Optional.empty(), List.of(full)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no space left");
        }
    }

    @Test
    void energiesThatNothingTellsAreRefusedNamingWhatLacks() throws Exception {
        try (EventList events = EventList.open(folder.resolve("events.fits"))) {
            Selection kev = Selection.ALL.in(EnergyRange.parse("0.5-7"));
            assertThatThrownBy(() -> Extraction.run(events, kev, Optional.empty(), List.of()))
                    .isInstanceOf(EventsException.class)
                    .hasMessageContaining("has no column ENERGY, and the file has no EBOUNDS");
        }
    }
}
