// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;

/// Random shapes of whole numbers against their definitions, on every pixel of a small grid: in whole numbers nothing
/// is rounded, so edges count as well.
class RegionShapesTest {

    private static final int SIDE = 48;
    private static final int ROUNDS = 8;

    @TempDir
    static Path folder;

    private static Path list;
    private final Random random = new Random(29);

    /// One event in each pixel, and three that have no place.
    @BeforeAll
    static void writeAGrid() {
        double[] x = new double[SIDE * SIDE + 3];
        double[] y = new double[x.length];
        for (int i = 0; i < SIDE * SIDE; i++) {
            x[i] = 1 + i % SIDE;
            y[i] = 1 + i / SIDE;
        }
        x[x.length - 3] = Double.NaN;
        y[x.length - 3] = 20;
        x[x.length - 2] = 20;
        y[x.length - 2] = Double.NaN;
        x[x.length - 1] = Double.NaN;
        y[x.length - 1] = Double.NaN;
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("X", "E", x)
                .limits(1, SIDE)
                .column("Y", "E", y)
                .limits(1, SIDE);
        list = fits.write(folder.resolve("grid.fits"));
    }

    @Test
    void roundShapesTakeWhatLiesWithinTheirRadiiEdgesIncluded() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int x0 = any(1, SIDE);
            int y0 = any(1, SIDE);
            int inner = any(0, 10);
            int outer = inner + any(0, 20);
            check("circle(%d,%d,%d)", (x, y) -> squared(x - x0, y - y0) <= outer * outer, x0, y0, outer);
            check(
                    "annulus(%d,%d,%d,%d)",
                    (x, y) -> squared(x - x0, y - y0) <= outer * outer && squared(x - x0, y - y0) >= inner * inner,
                    x0,
                    y0,
                    inner,
                    outer);
        }
    }

    @Test
    void boxesAndEllipsesTakeWhatLiesWithinTheirSidesEdgesIncluded() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int x0 = any(1, SIDE);
            int y0 = any(1, SIDE);
            int a = any(1, 5);
            int b = any(1, 5);
            check(
                    "box(%d,%d,%d,%d,0)",
                    (x, y) -> Math.abs(x - x0) <= 2 * a && Math.abs(y - y0) <= 2 * b, x0, y0, 4 * a, 4 * b);
            // half axes of powers of two: the quotients are exact
            int first = 1 << any(1, 4);
            int second = 1 << any(1, 4);
            check(
                    "ellipse(%d,%d,%d,%d,0)",
                    (x, y) -> squared((x - x0) * second, (y - y0) * first) <= first * first * second * second,
                    x0,
                    y0,
                    first,
                    second);
        }
    }

    /// 3-4-5: a turn of atan(3/4), whose sine and cosine are rational; sides are half a unit away from every pixel.
    @Test
    void aTurnedBoxIsTurnedCounterClockwise() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int x0 = any(10, 38);
            int y0 = any(10, 38);
            int halfWidth = any(10, 80);
            int halfHeight = any(5, 40);
            String box = String.format(
                    Locale.ROOT,
                    "box(%d,%d,%.1f,%.1f,%.15f)",
                    x0,
                    y0,
                    (2 * halfWidth + 1) / 5.0,
                    (2 * halfHeight + 1) / 5.0,
                    Math.toDegrees(Math.atan2(3, 4)));
            check(
                    box,
                    (x, y) -> Math.abs(4 * (x - x0) + 3 * (y - y0)) <= halfWidth
                            && Math.abs(-3 * (x - x0) + 4 * (y - y0)) <= halfHeight);
        }
    }

    @Test
    void aPolygonIsTheSameWhereverItBeginsAndWhicheverWayItGoes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<int[]> corners = new ArrayList<>();
            int count = any(3, 7);
            for (int i = 0; i < count; i++) {
                corners.add(new int[] {any(0, SIDE + 1), any(0, SIDE + 1)});
            }
            BiPredicate<Integer, Integer> inside = (x, y) -> isInPolygon(corners, x, y);
            check(polygon(corners), inside);
            List<int[]> other = new ArrayList<>(corners);
            Collections.reverse(other);
            Collections.rotate(other, any(0, count - 1));
            check(polygon(other), inside);
            other.add(other.getFirst());
            check(polygon(other), inside);
        }
    }

    @Test
    void whatIsTakenOutIsOutWhateverTheOrderAndAloneLeavesTheRest() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int[] x = IntStream.range(0, 4).map(_ -> any(1, SIDE)).toArray();
            int[] y = IntStream.range(0, 4).map(_ -> any(1, SIDE)).toArray();
            int[] r = IntStream.range(0, 4).map(_ -> any(2, 15)).toArray();
            BiPredicate<Integer, Integer> in = disc(x, y, r, 0).or(disc(x, y, r, 1));
            BiPredicate<Integer, Integer> out = disc(x, y, r, 2).or(disc(x, y, r, 3));
            String[] shapes = new String[4];
            for (int i = 0; i < 4; i++) {
                shapes[i] = "circle(" + x[i] + "," + y[i] + "," + r[i] + ")";
            }
            check("-" + shapes[2] + ";" + shapes[0] + "\n-" + shapes[3] + " + " + shapes[1], in.and(out.negate()));
            check(shapes[0] + shapes[1] + "-" + shapes[2] + "!" + shapes[3], in.and(out.negate()));
            check("-" + shapes[2] + "-" + shapes[3], out.negate());
        }
    }

    private static BiPredicate<Integer, Integer> disc(int[] x0, int[] y0, int[] r, int i) {
        return (x, y) -> squared(x - x0[i], y - y0[i]) <= r[i] * r[i];
    }

    private static String polygon(List<int[]> corners) {
        return "polygon("
                + String.join(
                        ",",
                        corners.stream()
                                .map(corner -> corner[0] + "," + corner[1])
                                .toList())
                + ")";
    }

    /// On a side, or an odd number of sides crosses the ray to the right: by whole numbers alone.
    private static boolean isInPolygon(List<int[]> corners, int px, int py) {
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            int[] a = corners.get(i);
            int[] b = corners.get((i + 1) % corners.size());
            int cross = (b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0]);
            boolean beside = (px - a[0]) * (px - b[0]) > 0 || (py - a[1]) * (py - b[1]) > 0;
            if (cross == 0 && !beside) {
                return true;
            }
            if (a[1] <= py != b[1] <= py) {
                inside ^= cross > 0 == b[1] > a[1];
            }
        }
        return inside;
    }

    private static int squared(int dx, int dy) {
        return dx * dx + dy * dy;
    }

    private int any(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private static void check(String region, BiPredicate<Integer, Integer> definition, Object... numbers)
            throws Exception {
        String text = numbers.length == 0 ? region : String.format(Locale.ROOT, region, numbers);
        boolean[] expected = new boolean[SIDE * SIDE];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = definition.test(1 + i % SIDE, 1 + i / SIDE);
        }
        boolean[] taken = new boolean[SIDE * SIDE];
        Sink.Image pixels = new Sink.Image(1);
        try (EventList events = EventList.open(list)) {
            Extracted got =
                    Extraction.run(events, Selection.ALL.in(Region.parse(text)), Optional.empty(), List.of(pixels));
            int[] counts = got.get(pixels).planes()[0];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = counts[i] == 1;
            }
            long selected =
                    IntStream.range(0, expected.length).filter(i -> expected[i]).count();
            assertThat(got.source().selected()).as(text).isEqualTo(selected);
        }
        assertThat(taken).as(text).isEqualTo(expected);
    }
}
