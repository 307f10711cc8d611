// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Locale;

/// Distances of lines of longitude or latitude, and how the numbers beside them are written.
///
/// @param arcsec between two lines; of time, for hours
/// @param style of the numbers
record AngleStep(double arcsec, Style style) {

    enum Style {
        /// Hours, minutes and seconds of time.
        HOURS,
        /// Degrees, minutes and seconds of arc.
        SEXAGESIMAL,
        /// Degrees with decimals.
        DEGREES
    }

    private static final double NEAR = 0.8;
    private static final double[] SIXTIETHS = {1, 2, 5, 10, 15, 30};
    private static final double[] DEGREES = {1, 2, 5, 10, 15, 30, 45};
    private static final double[] HOURS = {1, 2, 3, 6};
    private static final double[] DECIMALS = {1, 2, 5};

    /// The least step of round numbers that is not far below the wanted one.
    static AngleStep notBelow(double wantedDeg, Style style) {
        double arcsec = Math.max(wantedDeg, 1e-7) * 3600 / (style == Style.HOURS ? 15 : 1);
        return new AngleStep(
                switch (style) {
                    case HOURS -> sexagesimal(arcsec, HOURS);
                    case SEXAGESIMAL -> sexagesimal(arcsec, DEGREES);
                    case DEGREES ->
                        arcsec * NEAR > 1800 ? 3600 * least(arcsec / 3600, DEGREES) : 3600 * decimal(arcsec / 3600);
                },
                style);
    }

    private static double sexagesimal(double arcsec, double[] whole) {
        if (arcsec * NEAR <= 1) {
            return decimal(arcsec);
        }
        return arcsec * NEAR <= 30
                ? least(arcsec, SIXTIETHS)
                : arcsec * NEAR <= 1800 ? 60 * least(arcsec / 60, SIXTIETHS) : 3600 * least(arcsec / 3600, whole);
    }

    private static double least(double wanted, double[] steps) {
        for (double step : steps) {
            if (step >= wanted * NEAR) {
                return step;
            }
        }
        return steps[steps.length - 1];
    }

    private static double decimal(double wanted) {
        double decade = Math.pow(10, Math.floor(Math.log10(wanted)));
        return wanted * NEAR / decade > 5 ? 10 * decade : decade * least(wanted / decade, DECIMALS);
    }

    double degrees() {
        return arcsec / 3600 * (style == Style.HOURS ? 15 : 1);
    }

    /// @param signed latitudes have a sign, also when they are positive
    Label label(double deg, boolean signed) {
        double turned = signed ? deg : ((deg % 360) + 360) % 360;
        return switch (style) {
            case DEGREES -> Label.plain(sign(turned, signed) + decimals(Math.abs(turned), 3600 / arcsec) + "°");
            case SEXAGESIMAL -> Label.plain(sign(turned, signed) + parts(Math.abs(turned), "°", "′", "″", 90));
            case HOURS -> Label.marked(parts(turned / 15, "^{h}", "^{m}", "^{s}", 24));
        };
    }

    private static String sign(double deg, boolean signed) {
        return !signed || Math.abs(deg) < 1e-9 ? "" : deg < 0 ? "−" : "+";
    }

    /// As many decimals as tell steps apart of which so many make a unit.
    private static String decimals(double value, double stepsInUnit) {
        int digits = Math.clamp((long) Math.ceil(Math.log10(stepsInUnit) - 1e-9), 0, 9);
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /// Down to the part that the step changes.
    private String parts(double value, String unit, String minute, String second, int turn) {
        double rounding = arcsec / 3600 / 1000;
        double total = value + rounding;
        long whole = (long) total;
        long minutes = (long) ((total - whole) * 60);
        double seconds = Math.max(0, (value - whole - minutes / 60.0) * 3600);
        String first = (turn == 24 ? whole % 24 : whole) + unit;
        if (arcsec >= 3600) {
            return first;
        }
        String second2 = String.format(Locale.ROOT, "%02d", minutes) + minute;
        if (arcsec >= 60) {
            return first + second2;
        }
        String text = decimals(seconds, 1 / arcsec);
        return first + second2 + (text.indexOf('.') == 1 || text.length() == 1 ? "0" : "") + text + second;
    }

    /// An angle in words: `5′`, `0.2″`, `3°`.
    static String inWords(double deg) {
        double arcsec = deg * 3600;
        if (arcsec < 59.99) {
            return number(arcsec) + "″";
        }
        return arcsec < 3599.9 ? number(arcsec / 60) + "′" : number(deg) + "°";
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1e6
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3g", value)
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "");
    }
}
