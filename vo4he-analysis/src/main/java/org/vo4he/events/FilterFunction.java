// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The functions of row filters, as CFITSIO's manual (section 10.13) and selectlib of SAS have them; angles of the
/// trigonometric ones in radians. What is computed of something undefined is undefined (NaN).
public enum FilterFunction {
    ABS(1, of -> Math.abs(of[0])),
    SQRT(1, of -> Math.sqrt(of[0])),
    EXP(1, of -> Math.exp(of[0])),
    LOG(1, of -> Math.log(of[0])),
    LOG10(1, of -> Math.log10(of[0])),
    SIN(1, of -> Math.sin(of[0])),
    COS(1, of -> Math.cos(of[0])),
    TAN(1, of -> Math.tan(of[0])),
    ARCSIN(1, of -> Math.asin(of[0])),
    ARCCOS(1, of -> Math.acos(of[0])),
    ARCTAN(1, of -> Math.atan(of[0])),
    ARCTAN2(2, of -> Math.atan2(of[0], of[1])),
    SINH(1, of -> Math.sinh(of[0])),
    COSH(1, of -> Math.cosh(of[0])),
    TANH(1, of -> Math.tanh(of[0])),
    FLOOR(1, of -> Math.floor(of[0])),
    CEIL(1, of -> Math.ceil(of[0])),
    ROUND(1, of -> Math.floor(of[0] + 0.5)),
    MIN(2, of -> Math.min(of[0], of[1])),
    MAX(2, of -> Math.max(of[0], of[1])),
    /// Of a value, whether it is undefined.
    ISNULL(1, of -> Double.isNaN(of[0]) ? 1 : 0),
    /// The first value, and where it is undefined the second.
    DEFNULL(2, of -> Double.isNaN(of[0]) ? of[1] : of[0]),
    /// Two values and how far they may be apart (CFITSIO; in SAS that is relative to the first).
    NEAR(3, of -> truth(Math.abs(of[0] - of[1]), of[2])),
    /// Centre, radius, place; the edge is inside.
    CIRCLE(5, of -> truth(Math.pow(of[3] - of[0], 2) + Math.pow(of[4] - of[1], 2), of[2] * of[2])),
    /// Centre, half axes, degrees counter-clockwise, place; the edge is inside.
    ELLIPSE(7, FilterFunction::ellipse),
    /// Degrees between two places of the sky, each by longitude and latitude in degrees.
    ANGSEP(4, FilterFunction::apartDeg),
    /// A condition, what is so where it holds, and where it does not.
    IFTHENELSE(3, of -> Double.isNaN(of[0]) ? Double.NaN : of[0] != 0 ? of[1] : of[2]);

    private interface Formula {
        double of(double[] values);
    }

    private final int values;
    private final Formula formula;

    FilterFunction(int values, Formula formula) {
        this.values = values;
        this.formula = formula;
    }

    static Optional<FilterFunction> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String full = switch (upper) {
            case "ASIN", "ACOS", "ATAN", "ATAN2" -> "ARC" + upper.substring(1);
            default -> upper;
        };
        return Arrays.stream(values())
                .filter(function -> function.name().equals(full))
                .findFirst();
    }

    /// How many it takes.
    int arity() {
        return values;
    }

    double of(double[] values) {
        return formula.of(values);
    }

    private static double truth(double value, double most) {
        return Double.isNaN(value + most) ? Double.NaN : value <= most ? 1 : 0;
    }

    private static double ellipse(double[] of) {
        double dx = of[5] - of[0];
        double dy = of[6] - of[1];
        double cosine = Math.cos(Math.toRadians(of[4]));
        double sine = Math.sin(Math.toRadians(of[4]));
        double first = (dx * cosine + dy * sine) / of[2];
        double second = (-dx * sine + dy * cosine) / of[3];
        return truth(first * first + second * second, 1);
    }

    private static double apartDeg(double[] of) {
        double latitudes = Math.sin(Math.toRadians(of[3] - of[1]) / 2);
        double longitudes = Math.sin(Math.toRadians(of[2] - of[0]) / 2);
        double haversine = latitudes * latitudes
                + Math.cos(Math.toRadians(of[1])) * Math.cos(Math.toRadians(of[3])) * longitudes * longitudes;
        return 2 * Math.toDegrees(Math.asin(Math.sqrt(Math.min(1, haversine))));
    }
}
