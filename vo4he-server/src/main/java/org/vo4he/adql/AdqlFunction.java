// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.vo4he.adql.AdqlFunction.Kind.ANY;
import static org.vo4he.adql.AdqlFunction.Kind.INTEGER;
import static org.vo4he.adql.AdqlFunction.Kind.NUMERIC;
import static org.vo4he.adql.AdqlFunction.Kind.POSITION;
import static org.vo4he.adql.AdqlFunction.Kind.TEXT;
import static org.vo4he.adql.AdqlFunction.Kind.TIMESTAMP;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The functions over plain values: those of ADQL 2.1, sections 2.3, 4.4 and 4.8, and those of the IVOA catalogue
/// of user defined functions (EN 1.2) that this service has.
///
/// Each constant reads: type of the result (null: that of the first argument), how many arguments may be left out
/// at the end, parameters, description (only for user defined functions, which a service has to describe).
public enum AdqlFunction {
    ABS(null, 0, p("x", NUMERIC)),
    CEILING(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    DEGREES(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    EXP(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    FLOOR(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    LOG(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    LOG10(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    MOD(null, 0, p("x", NUMERIC), p("y", NUMERIC)),
    PI(AdqlType.DOUBLE, 0),
    POWER(AdqlType.DOUBLE, 0, p("x", NUMERIC), p("y", NUMERIC)),
    RADIANS(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    RAND(AdqlType.DOUBLE, 1, p("seed", INTEGER)),
    ROUND(null, 1, p("x", NUMERIC), p("decimals", INTEGER)),
    SQRT(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    TRUNCATE(null, 1, p("x", NUMERIC), p("decimals", INTEGER)),
    ACOS(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    ASIN(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    ATAN(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    ATAN2(AdqlType.DOUBLE, 0, p("y", NUMERIC), p("x", NUMERIC)),
    COS(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    COT(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    SIN(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    TAN(AdqlType.DOUBLE, 0, p("x", NUMERIC)),
    LOWER(AdqlType.VARCHAR, 0, p("text", TEXT)),
    UPPER(AdqlType.VARCHAR, 0, p("text", TEXT)),
    COALESCE(null, 0, p("value", ANY)),
    IVO_HASHLIST_HAS(
            "1 if a list separated by # has an item, whatever the case, else 0",
            AdqlType.INTEGER,
            p("hashlist", TEXT),
            p("item", TEXT)),
    IVO_HASWORD(
            "1 if a text has all the words of another, whatever the case, else 0",
            AdqlType.INTEGER,
            p("haystack", TEXT),
            p("needle", TEXT)),
    IVO_HEALPIX_INDEX(
            "The nested HEALPix index of a position, given as longitude and latitude in degrees or as a POINT",
            AdqlType.BIGINT,
            p("hpxOrder", INTEGER),
            p("long", POSITION),
            p("lat", NUMERIC)),
    IVO_INTERVAL_OVERLAPS(
            "1 if the intervals l1 to h1 and l2 to h2 have a point in common, else 0",
            AdqlType.INTEGER,
            p("l1", NUMERIC),
            p("h1", NUMERIC),
            p("l2", NUMERIC),
            p("h2", NUMERIC)),
    IVO_NOCASEMATCH(
            "1 if a text matches a LIKE pattern, whatever the case, else 0",
            AdqlType.INTEGER,
            p("value", TEXT),
            p("pattern", TEXT)),
    IVO_TO_JD("A time as Julian date", AdqlType.DOUBLE, p("d", TIMESTAMP)),
    IVO_TO_MJD("A time as modified Julian date", AdqlType.DOUBLE, p("d", TIMESTAMP));

    /// What an argument must be.
    enum Kind {
        NUMERIC,
        INTEGER,
        TEXT,
        TIMESTAMP,
        /// A longitude with a latitude to follow, or a point that is both.
        POSITION,
        ANY
    }

    /// One parameter, with the name that descriptions use.
    record Parameter(String name, Kind kind) {}

    private final Optional<AdqlType> result;
    private final int optional;
    private final List<Parameter> parameters;
    private final String description;

    AdqlFunction(AdqlType result, int optional, Parameter... parameters) {
        this.result = Optional.ofNullable(result);
        this.optional = optional;
        this.parameters = List.of(parameters);
        this.description = "";
    }

    AdqlFunction(String description, AdqlType result, Parameter... parameters) {
        this.result = Optional.of(result);
        this.optional = kinds(parameters).contains(Kind.POSITION) ? 1 : 0;
        this.parameters = List.of(parameters);
        this.description = description;
    }

    private static List<Kind> kinds(Parameter... parameters) {
        return Arrays.stream(parameters).map(Parameter::kind).toList();
    }

    private static Parameter p(String name, Kind kind) {
        return new Parameter(name, kind);
    }

    static Optional<AdqlFunction> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(function -> function.name().equals(upper))
                .findFirst();
    }

    /// Whether it is outside the standard's own list, and so has to be declared with form and description.
    public boolean isUserDefined() {
        return !description.isEmpty();
    }

    /// For example `ivo_nocasematch(value VARCHAR, pattern VARCHAR) -> INTEGER`, as TAPRegExt 1.0, section 2.3
    /// asks.
    public String form() {
        String name = isUserDefined() ? name().toLowerCase(Locale.ROOT) : name();
        return parameters.stream()
                        .map(parameter -> parameter.name() + " " + typeName(parameter.kind()))
                        .collect(Collectors.joining(", ", name + "(", ")"))
                + " -> "
                + result.map(AdqlType::name)
                        .orElseGet(() -> "type of " + parameters.getFirst().name());
    }

    private static String typeName(Kind kind) {
        return switch (kind) {
            case NUMERIC, POSITION -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case INTEGER, TIMESTAMP, ANY -> kind.name();
        };
    }

    /// What it does, in a line; empty for the standard's own.
    public String description() {
        return description;
    }

    /// The type of what it gives; empty when that is the type of the first argument.
    Optional<AdqlType> result() {
        return result;
    }

    /// What the argument of that place must be.
    Kind kind(int place) {
        return parameters.get(Math.min(place, parameters.size() - 1)).kind();
    }

    boolean takes(int count) {
        return this == COALESCE ? count >= 1 : count <= parameters.size() && count >= parameters.size() - optional;
    }

    /// How many arguments it takes, for messages.
    String arity() {
        int most = parameters.size();
        if (this == COALESCE) {
            return "at least 1 argument";
        }
        String count = optional == 0 ? "" + most : (most - optional) + " or " + most;
        return count + (most == 1 && optional == 0 ? " argument" : " arguments");
    }
}
