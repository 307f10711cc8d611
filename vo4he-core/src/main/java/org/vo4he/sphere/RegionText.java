// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// Regions as text: reading what catalogues hold, writing numbers in one form.
final class RegionText {

    /// Frames taken as ICRS, then reference positions and flavours of STC-S, which change nothing at our precision.
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "ICRS",
            "FK5",
            "J2000",
            "UNKNOWNFRAME",
            "UNKNOWNREFPOS",
            "BARYCENTER",
            "GEOCENTER",
            "HELIOCENTER",
            "TOPOCENTER",
            "SPHERICAL2");

    private static final String NUMBERS_ONLY = "numbers only";

    private RegionText() {}

    static Region parse(String text) {
        Deque<String> words = words(text);
        String shape = startsWithLetter(words) ? words.removeFirst().toUpperCase(Locale.ROOT) : NUMBERS_ONLY;
        while (startsWithLetter(words)
                && WITHOUT_EFFECT.contains(words.getFirst().toUpperCase(Locale.ROOT))) {
            words.removeFirst();
        }
        try {
            return region(shape, numbers(words));
        } catch (IllegalArgumentException notThisShape) {
            throw new IllegalArgumentException(
                    "not a region: '%s' (%s); expected for example 'CIRCLE ICRS 10.5 -20 0.1'"
                            .formatted(text, notThisShape.getMessage()),
                    notThisShape);
        }
    }

    /// By hand, not by a regular expression: a query may read a million regions.
    private static Deque<String> words(String text) {
        Deque<String> words = new ArrayDeque<>();
        StringTokenizer tokens = new StringTokenizer(text, " ,\t\n\r\f");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static boolean startsWithLetter(Deque<String> words) {
        return !words.isEmpty() && Character.isLetter(words.getFirst().charAt(0));
    }

    private static double[] numbers(Deque<String> words) {
        double[] numbers = new double[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(words.removeFirst());
        }
        return numbers;
    }

    private static Region region(String shape, double[] numbers) {
        return switch (shape) {
            case "CIRCLE" -> circle(expect(3, numbers));
            case "POSITION" -> position(expect(2, numbers));
            case "BOX" -> box(expect(4, numbers));
            case "POLYGON" -> polygon(numbers);
            case NUMBERS_ONLY ->
                switch (numbers.length) {
                    case 2 -> position(numbers);
                    case 3 -> circle(numbers);
                    default -> polygon(numbers);
                };
            default -> throw new IllegalArgumentException("shape or frame " + shape + " is not known");
        };
    }

    private static SkyCircle circle(double[] numbers) {
        return new SkyCircle(numbers[0], numbers[1], numbers[2]);
    }

    private static SkyCircle position(double[] numbers) {
        return new SkyCircle(numbers[0], numbers[1], 0);
    }

    private static SkyPolygon box(double[] numbers) {
        double halfWidth = numbers[2] / 2;
        double halfHeight = numbers[3] / 2;
        return polygon(new double[] {
            numbers[0] - halfWidth,
            numbers[1] - halfHeight,
            numbers[0] + halfWidth,
            numbers[1] - halfHeight,
            numbers[0] + halfWidth,
            numbers[1] + halfHeight,
            numbers[0] - halfWidth,
            numbers[1] + halfHeight
        });
    }

    private static SkyPolygon polygon(double[] numbers) {
        if (numbers.length % 2 != 0) {
            throw new IllegalArgumentException("a polygon needs pairs of numbers, found " + numbers.length);
        }
        List<SkyPolygon.Vertex> vertices = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            vertices.add(new SkyPolygon.Vertex(numbers[i], numbers[i + 1]));
        }
        return new SkyPolygon(vertices);
    }

    private static double[] expect(int count, double[] numbers) {
        if (numbers.length != count) {
            throw new IllegalArgumentException("needs " + count + " numbers, found " + numbers.length);
        }
        return numbers;
    }

    /// Numbers without exponents, as few digits as name the same double.
    static String numbers(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> value == 0
                        ? "0"
                        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
