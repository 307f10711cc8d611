// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vo4he.plot.Companions;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.plot.UndrawableException;
import org.vo4he.testkit.FitsBuilder;

/// From the file to the PNG of 800 by 500 pixels: an image of 4096 by 4096 pixels, and the image and the light
/// curve of an event list of a million rows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class PictureDrawing {

    private static final int SIDE = 4096;
    private static final int EVENTS = 1_000_000;

    private Path image;
    private Path events;

    @Setup
    public void makeFiles() throws IOException {
        Random random = new Random(1);
        double[] pixels = new double[SIDE * SIDE];
        Arrays.setAll(pixels, i -> random.nextInt(3));
        FitsBuilder picture = new FitsBuilder();
        picture.primary().axes(16, SIDE, SIDE).pixels(pixels).wcs(83.63, 22.01, 1e-4);
        image = picture.write(Files.createTempFile("vo4he-bench", ".fits"));
        double[] time = new double[EVENTS];
        double[] x = new double[EVENTS];
        double[] y = new double[EVENTS];
        Arrays.setAll(time, i -> i * 0.1);
        Arrays.setAll(x, i -> 4096 + 300 * random.nextGaussian());
        Arrays.setAll(y, i -> 4096 + 300 * random.nextGaussian());
        FitsBuilder list = new FitsBuilder();
        list.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("MJDREFI", 50814)
                .card("TCTYP2", "RA---TAN")
                .card("TCRVL2", 83.63)
                .card("TCRPX2", 4096.5)
                .card("TCDLT2", -1.4e-4)
                .card("TCTYP3", "DEC--TAN")
                .card("TCRVL3", 22.01)
                .card("TCRPX3", 4096.5)
                .card("TCDLT3", 1.4e-4)
                .column("TIME", "D", time)
                .column("X", "E", x)
                .column("Y", "E", y)
                .column("PI", "I", new double[EVENTS]);
        list.table("GTI").column("START", "D", 0, 60_000).column("STOP", "D", 50_000, 100_000);
        events = list.write(Files.createTempFile("vo4he-bench", ".fits"));
    }

    @TearDown
    public void deleteFiles() throws IOException {
        Files.delete(image);
        Files.delete(events);
    }

    @Benchmark
    public byte[] imageOfSixteenMillionPixels() throws IOException, UndrawableException {
        return png(image, 0, PlotKind.IMAGE);
    }

    @Benchmark
    public byte[] imageOfAMillionEvents() throws IOException, UndrawableException {
        return png(events, 1, PlotKind.IMAGE);
    }

    @Benchmark
    public byte[] lightCurveOfAMillionEvents() throws IOException, UndrawableException {
        return png(events, 1, PlotKind.LIGHT_CURVE);
    }

    private static byte[] png(Path file, int hdu, PlotKind kind) throws IOException, UndrawableException {
        return ProductPlots.of(file, hdu, Companions.none())
                .plot(kind, PlotOptions.standard())
                .png();
    }
}
