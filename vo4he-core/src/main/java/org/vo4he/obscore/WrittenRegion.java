// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Regions as STC-S (`Polygon ICRS …`) or DALI (`POLYGON …`) -> `CIRCLE ICRS ra dec radius` or `POLYGON ICRS
/// ra dec …`.
final class WrittenRegion {

    private static final Set<String> REFERENCE_POSITIONS =
            Set.of("GEOCENTER", "BARYCENTER", "TOPOCENTER", "UNKNOWNREFPOS");

    private static final double HALF_TURN_DEG = 180;

    private WrittenRegion() {}

    static ColumnText read(String word) {
        List<String> words = new ArrayList<>(Arrays.asList(word.split("[\\s,()]+")));
        String shape = words.removeFirst().toUpperCase(Locale.ROOT);
        String frame = words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
        if (!frame.isEmpty() && Character.isLetter(frame.charAt(0))) {
            words.removeFirst();
            if (!frame.equals("ICRS")) {
                return refused(word, "the frame " + frame + " is not ICRS");
            }
        }
        if (!words.isEmpty() && REFERENCE_POSITIONS.contains(words.getFirst().toUpperCase(Locale.ROOT))) {
            words.removeFirst();
        }
        boolean counted = switch (shape) {
            case "CIRCLE" -> words.size() == 3;
            case "POLYGON" -> words.size() >= 6 && words.size() % 2 == 0;
            default -> false;
        };
        if (!counted || !words.stream().allMatch(WrittenRegion::isNumber)) {
            return refused(word, "it is neither CIRCLE ICRS ra dec radius nor POLYGON ICRS ra dec ra dec ra dec …");
        }
        return notOnTheSky(shape, words)
                .map(why -> refused(word, why))
                .orElseGet(() -> new ColumnText.Understood(shape + " ICRS " + String.join(" ", words), List.of()));
    }

    /// Pairs of right ascension and declination, then the radius of a circle. What lies across 0 h may be written
    /// beyond it.
    private static Optional<String> notOnTheSky(String shape, List<String> words) {
        double[] numbers = words.stream().mapToDouble(Double::parseDouble).toArray();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            if (numbers[i] < -HALF_TURN_DEG || numbers[i] > 3 * HALF_TURN_DEG) {
                return Optional.of("the right ascension " + words.get(i) + " is outside 0 to 360 degrees");
            }
            if (Math.abs(numbers[i + 1]) > 90) {
                return Optional.of("the declination " + words.get(i + 1) + " is outside -90 to 90 degrees");
            }
        }
        boolean radius = !shape.equals("CIRCLE") || numbers[2] >= 0 && numbers[2] <= HALF_TURN_DEG;
        return radius
                ? Optional.empty()
                : Optional.of("the radius " + words.getLast() + " is outside 0 to 180 degrees");
    }

    private static boolean isNumber(String word) {
        return word.matches("[+-]?(\\d{1,20}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");
    }

    private static ColumnText refused(String word, String why) {
        String shown = word.length() > 60 ? word.substring(0, 60) + "…" : word;
        return new ColumnText.Refused(ColumnText.Fault.BAD_VALUE, "is '" + shown + "': " + why);
    }
}
