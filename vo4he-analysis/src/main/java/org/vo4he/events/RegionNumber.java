// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number in a region: plain, with a unit, or sexagesimal.
///
/// @param value as written, without the unit; of a sexagesimal one in its first unit
/// @param factor to degrees, if it has a unit
record RegionNumber(String text, Kind kind, double value, double factor) {

    private static final Pattern PLAIN =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(\"|'|d|r|p|i|deg|arcsec|arcmin)?");
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("([+-]?)(\\d{1,3})(?::|([hd]))(\\d{1,2})(?:(?::|m)(\\d{1,2}(?:\\.\\d*)?)s?|m)?");

    enum Kind {
        PLAIN,
        ANGLE,
        SKY_PIXELS,
        SEXAGESIMAL
    }

    /// @throws IllegalArgumentException if it is no number
    static RegionNumber parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            double value = Double.parseDouble(plain.group(1));
            return plain.group(2) == null
                    ? new RegionNumber(text, Kind.PLAIN, value, 1)
                    : withUnit(text, value, plain.group(2));
        }
        Matcher parts = SEXAGESIMAL.matcher(text);
        if (parts.matches()) {
            double seconds = parts.group(5) == null ? 0 : Double.parseDouble(parts.group(5));
            int minutes = Integer.parseInt(parts.group(4));
            if (minutes >= 60 || seconds >= 60) {
                throw new IllegalArgumentException("'" + text + "' has 60 minutes or seconds or more");
            }
            double size = Integer.parseInt(parts.group(2)) + minutes / 60.0 + seconds / 3600;
            double value = parts.group(1).equals("-") ? -size : size;
            return new RegionNumber(text, Kind.SEXAGESIMAL, value, "d".equals(parts.group(3)) ? 1 : 0);
        }
        throw new IllegalArgumentException("'" + text + "' is no number");
    }

    private static RegionNumber withUnit(String text, double value, String unit) {
        return switch (unit) {
            case "\"", "arcsec" -> new RegionNumber(text, Kind.ANGLE, value, 1 / 3600.0);
            case "'", "arcmin" -> new RegionNumber(text, Kind.ANGLE, value, 1 / 60.0);
            case "r" -> new RegionNumber(text, Kind.ANGLE, value, Math.toDegrees(1));
            case "p", "i" -> new RegionNumber(text, Kind.SKY_PIXELS, value, 1);
            default -> new RegionNumber(text, Kind.ANGLE, value, 1);
        };
    }

    boolean isAngle() {
        return kind == Kind.ANGLE || kind == Kind.SEXAGESIMAL;
    }

    /// Of right ascension: sexagesimal means hours, unless degrees are said.
    double longitudeDeg() {
        return kind == Kind.SEXAGESIMAL ? value * (factor == 1 ? 1 : 15) : latitudeDeg();
    }

    /// Division, where the unit is a part of a degree: 60" is 1/60 of a degree to the last digit.
    double latitudeDeg() {
        return switch (kind) {
            case PLAIN, SKY_PIXELS, SEXAGESIMAL -> value;
            case ANGLE -> factor < 1 ? value / Math.rint(1 / factor) : value * factor;
        };
    }
}
