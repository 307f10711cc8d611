// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [Search] written as ADQL 2.1. Numbers are formatted here, text becomes a literal with its quotes doubled; nothing
/// that was typed gets in otherwise.
///
/// @param order ignored by a query that counts
record SearchAdql(Search search, SearchSort.Order order) {

    private static final String COLUMNS = """
            obs_publisher_did, target_name, dataproduct_type, facility_name, instrument_name,
                   t_min, t_max, t_exptime, s_ra, s_dec, em_min, em_max, obs_id, obs_title,
                   access_estsize, access_url""";

    /// When an observation begins and ends: one that states a single moment is an instant.
    static final String BEGIN = "COALESCE(t_min, t_max)";

    static final String END = "COALESCE(t_max, t_min)";

    private static final List<String> WORDS_IN =
            List.of("target_name", "obs_title", "instrument_name", "facility_name", "obs_id", "obs_collection");

    /// All that is found.
    String everything() {
        return select("");
    }

    /// One page of it.
    String page(long offset, int rows) {
        return select("TOP " + rows + " ") + (offset > 0 ? "\nOFFSET " + offset : "");
    }

    /// What is found, by its publisher DID.
    String identifiers(int most) {
        return "SELECT TOP " + most + " obs_publisher_did\nFROM ivoa.obscore" + where()
                + "\nORDER BY obs_publisher_did";
    }

    /// How many are found.
    String count() {
        return "SELECT COUNT(*) AS products\nFROM ivoa.obscore" + where();
    }

    private String select(String top) {
        String separation = search.position()
                .map(centre -> ",\n       DISTANCE(POINT(s_ra, s_dec), " + point(centre) + ") AS separation")
                .orElse("");
        return "SELECT " + top + COLUMNS + separation + "\nFROM ivoa.obscore" + where() + "\nORDER BY " + order.adql();
    }

    private String where() {
        List<String> conditions = conditions();
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining("\n  AND ", "\nWHERE ", ""));
    }

    private List<String> conditions() {
        List<String> all = new ArrayList<>();
        search.position().ifPresent(centre -> all.add(near(centre)));
        search.typed(SearchField.TARGET)
                .filter(_ -> !search.unstated(SearchField.TARGET))
                .ifPresent(name -> all.add(called(name)));
        search.fromMjd().ifPresent(from -> all.add(END + " >= " + number(from)));
        search.toMjd().ifPresent(to -> all.add(BEGIN + (search.endsBefore() ? " < " : " <= ") + number(to)));
        search.energyFromKev().ifPresent(from -> all.add("em_min <= " + number(PhotonEnergy.metres(from))));
        search.energyToKev().ifPresent(to -> all.add("em_max >= " + number(PhotonEnergy.metres(to))));
        equal(SearchField.TYPE, "dataproduct_type", all);
        equal(SearchField.INSTRUMENT, "instrument_name", all);
        equal(SearchField.COLLECTION, "obs_collection", all);
        for (SearchField field : SearchField.values()) {
            field.stated().filter(_ -> search.unstated(field)).ifPresent(value -> all.add(value + " IS NULL"));
        }
        search.typed(SearchField.TEXT).stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .forEach(word -> all.add(anywhere(word)));
        return all;
    }

    private void equal(SearchField field, String column, List<String> all) {
        search.typed(field)
                .filter(_ -> !search.unstated(field))
                .ifPresent(text -> all.add("LOWER(" + column + ") = LOWER(" + literal(text) + ")"));
    }

    /// The product's position is near, or its footprint covers the place, however far its middle is.
    private String near(SkyPosition centre) {
        return "(" + within(centre, search.radiusDeg()) + "\n       OR 1 = CONTAINS(" + point(centre) + ", s_region))";
    }

    /// The product's position is not farther away than that.
    static String within(SkyPosition centre, double radiusDeg) {
        return "1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(" + number(centre.raDeg()) + ", " + number(centre.decDeg())
                + ", " + number(radiusDeg) + "))";
    }

    /// Observers write RX J1856, RXJ1856 and rx j1856 of one object.
    private static String called(String name) {
        String spaced = name.strip().replaceAll("\\s+", " ");
        return Stream.of(
                        spaced,
                        spaced.replace(" ", ""),
                        spaced.replaceAll("(?<=[A-Za-z]) ?(?=\\d)", " "),
                        spaced.replaceAll("(?<=\\S) ?(?=[Jj]\\d{4})", " "))
                .distinct()
                .map(each -> like("target_name", each))
                .collect(Collectors.joining("\n       OR ", "(", ")"));
    }

    /// The names of objects that have this in them.
    static String targets(String name, int most) {
        return "SELECT DISTINCT TOP " + most + " target_name\nFROM ivoa.obscore\nWHERE " + called(name);
    }

    private static String anywhere(String word) {
        return WORDS_IN.stream()
                .map(column -> like(column, word))
                .collect(Collectors.joining("\n       OR ", "(", inFileName(word) + ")"));
    }

    private static String inFileName(String word) {
        return "\n       OR obs_publisher_did IN (SELECT obs_publisher_did FROM vo4he.products WHERE "
                + like("path", word) + ")";
    }

    private static String like(String column, String text) {
        return "LOWER(" + column + ") LIKE LOWER(" + literal("%" + text + "%") + ")";
    }

    private static String point(SkyPosition position) {
        return "POINT(" + number(position.raDeg()) + ", " + number(position.decDeg()) + ")";
    }

    /// A numeric literal of ADQL that reads back as the same double.
    static String number(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return Math.abs(exact.precision() - exact.scale()) > 9 || exact.scale() > 17
                ? Double.toString(number)
                : exact.toPlainString();
    }

    /// A character literal of ADQL.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
