// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Extraction;
import org.vo4he.events.Region;
import org.vo4he.events.Selection;
import org.vo4he.events.Sink;
import org.vo4he.fits.NotFitsException;

/// The library's side of `extract.sh`: makes a long event list, and extracts from it again and again.
public final class EventExtraction {

    private static final int MEGABYTE = 1_000_000;

    private EventExtraction() {}

    /// @param arguments `make FILE MEGABYTES pixels|sky`, or `extract FILE REGION ENERGY ROUNDS`, which prints for each
    ///     round the milliseconds, and what was counted
    public static void main(String[] arguments) throws IOException, NotFitsException, EventsException {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" ->
                LongEventList.write(
                        file,
                        arguments[3].equals("sky")
                                ? LongEventList.Columns.DIRECTIONS
                                : LongEventList.Columns.SKY_PIXELS,
                        Long.parseLong(arguments[2]) * MEGABYTE);
            case "extract" -> extract(file, arguments[2], arguments[3], Integer.parseInt(arguments[4]));
            default -> throw new IllegalArgumentException("'" + arguments[0] + "' is neither make nor extract");
        }
    }

    private static void extract(Path file, String region, String energy, int rounds)
            throws IOException, NotFitsException, EventsException {
        Selection selection = Selection.ALL.in(Region.parse(region)).in(EnergyRange.parse(energy));
        for (int n = 0; n < rounds; n++) {
            long start = System.nanoTime();
            String counted = once(file, selection);
            System.out.printf(Locale.ROOT, "%.3f %s%n", (System.nanoTime() - start) / 1e6, counted);
        }
    }

    /// Of a spectrum, a light curve and an image the sums of counts times numbers of places, which tell one from
    /// another; a list of gamma rays has no channels, and is given a light curve alone.
    private static String once(Path file, Selection selection) throws IOException, NotFitsException, EventsException {
        try (EventList events = EventList.open(file)) {
            Sink.LightCurve curve = new Sink.LightCurve(100);
            if (events.channel().isEmpty()) {
                Extracted got = Extraction.run(events, selection, Optional.empty(), List.of(curve));
                return got.source().selected() + " " + sum(got.get(curve).counts());
            }
            Sink.Spectrum spectrum = new Sink.Spectrum();
            Sink.Image image = new Sink.Image(0);
            Extracted got = Extraction.run(events, selection, Optional.empty(), List.of(spectrum, curve, image));
            int[] pixels = got.get(image).planes()[0];
            return got.source().selected() + " "
                    + sum(got.get(curve).counts()) + " "
                    + sum(got.get(spectrum).source().perChannel()) + " "
                    + sum(Arrays.stream(pixels).asLongStream().toArray());
        }
    }

    private static long sum(long[] counts) {
        return IntStream.range(0, counts.length)
                .mapToLong(i -> counts[i] * (i % 1009))
                .sum();
    }
}
