// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.http.Parameters;

/// [Search] and [SearchAdql]: from what was typed to the query that anybody could have written.
class SearchTest {

    @Test
    void nothingTypedFindsEverythingTheLatestFirst() {
        assertThat(adql()).contains("FROM ivoa.obscore\nORDER BY t_min DESC, obs_publisher_did");
        assertThat(adql()).doesNotContain("WHERE");
    }

    @Test
    void aPositionFindsWhatIsNearOrCoversItTheNearestFirst() {
        String adql = adql("pos", "05:34:32 +22:00:52", "radius", "15'");

        assertThat(adql)
                .contains("WHERE (1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(83.633333333")
                .contains(", 0.25))\n       OR 1 = CONTAINS(POINT(83.633333333")
                .contains("), s_region))")
                .contains("DISTANCE(POINT(s_ra, s_dec), POINT(83.633333333")
                .contains("ORDER BY separation, obs_publisher_did");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "30 arcmin, 0.5",
        "30′, 0.5",
        "1800 arcsec, 0.5",
        "0.5°, 0.5",
        "'0,25', 0.25",
        "',5 deg', 0.5",
        "0.5 deg, 0.5",
        "30 Arcmin, 0.5",
        "30 arcminutes, 0.5",
        "1800 arcseconds, 0.5",
        "1800″, 0.5",
        "180, 180"
    })
    void theRadiusKnowsItsUnits(String typed, double degrees) {
        assertThat(search("pos", "10 10", "radius", typed).radiusDeg()).isEqualTo(degrees);
    }

    @Test
    void aTimeFindsWhatOverlapsIt() {
        assertThat(adql("from", "2009-03-01", "to", "54900.5"))
                .contains("WHERE COALESCE(t_max, t_min) >= 54891\n  AND COALESCE(t_min, t_max) <= 54900.5");
    }

    @Test
    void aDayMonthOrYearEndsBeforeTheNextBegins() {
        assertThat(adql("to", "2009-12-31")).contains("WHERE COALESCE(t_min, t_max) < 55197\n");
        assertThat(adql("to", "2009-12")).contains("WHERE COALESCE(t_min, t_max) < 55197\n");
        assertThat(adql("to", "2009")).contains("WHERE COALESCE(t_min, t_max) < 55197\n");
        assertThat(adql("to", "2010-01-01T00:00")).contains("WHERE COALESCE(t_min, t_max) <= 55197\n");
    }

    @Test
    void anObjectIsFoundHoweverItsNameIsSpaced() {
        assertThat(adql("target", "RX  J1856"))
                .contains("(LOWER(target_name) LIKE LOWER('%RX J1856%')\n")
                .contains("OR LOWER(target_name) LIKE LOWER('%RXJ1856%')");
        assertThat(adql("target", "RXJ1856")).contains("LIKE LOWER('%RX J1856%')");
        assertThat(adql("target", "M31")).contains("LIKE LOWER('%M31%')").contains("LIKE LOWER('%M 31%')");
    }

    @ParameterizedTest
    @CsvSource({
        "pos, s_ra",
        "target, target_name",
        "from, 'COALESCE(t_min, t_max)'",
        "emin, 'COALESCE(em_min, em_max)'",
        "type, dataproduct_type",
        "instrument, instrument_name"
    })
    void whatIsNotStatedCanBeLookedFor(String parameter, String column) {
        assertThat(adql(parameter, "not stated")).contains("WHERE " + column + " IS NULL\n");
    }

    @Test
    void theRadiusIsWidenedWhereTheNameOfAnObjectLeavesMoreOpen() {
        assertThat(search("pos", "J1745-29").radiusDeg()).isBetween(0.5, 0.6);
        assertThat(search("pos", "J1745-29", "radius", "0.1").radiusDeg()).isEqualTo(0.1);
        assertThat(search("pos", "4XMM J053431.9+220052").radiusDeg()).isEqualTo(0.25);
    }

    @Test
    void anEnergyFindsWhatOverlapsIt() {
        assertThat(adql("emin", "1", "emax", "10"))
                .contains("WHERE em_min <= 1.2398419843320026E-9\n")
                .contains("  AND em_max >= 1.239841984332002");
    }

    @Test
    void typeInstrumentAndCollectionAreEqualitiesInAnyCase() {
        assertThat(adql("type", "event", "instrument", "EPIC-PN", "collection", "xmm"))
                .contains("LOWER(dataproduct_type) = LOWER('event')")
                .contains("LOWER(instrument_name) = LOWER('EPIC-PN')")
                .contains("LOWER(obs_collection) = LOWER('xmm')");
    }

    @Test
    void everyWordIsLookedForInSixColumnsAndTheFileNameInAnyCase() {
        assertThat(adql("text", "Crab nebula"))
                .contains("LOWER(target_name) LIKE LOWER('%Crab%')")
                .contains("LOWER(obs_id) LIKE LOWER('%nebula%')")
                .contains("LOWER(obs_title) LIKE LOWER('%nebula%')")
                .contains("LOWER(instrument_name) LIKE LOWER('%Crab%')")
                .contains("LOWER(facility_name) LIKE LOWER('%Crab%')")
                .contains("LOWER(obs_collection) LIKE LOWER('%Crab%')")
                .contains("SELECT obs_publisher_did FROM vo4he.products WHERE LOWER(path) LIKE LOWER('%nebula%')");
    }

    @Test
    void quotesAreDoubledSoThatTextStaysText() {
        assertThat(adql("text", "x'--;DROP", "type", "O'Neill"))
                .contains("'%x''--;DROP%'")
                .contains("LOWER(dataproduct_type) = LOWER('O''Neill')");
    }

    @ParameterizedTest
    @CsvSource({
        "pos, nowhere, position",
        "radius, wide, radius",
        "radius, 0, radius",
        "radius, 181, radius",
        "from, later, time",
        "to, later, time",
        "emin, hot, energy",
        "emax, -2, energy"
    })
    void whatCannotBeReadHasASentenceAtItsField(String parameter, String typed, String word) {
        Search search = search(parameter, typed);

        assertThat(search.isValid()).isFalse();
        SearchField field = List.of(SearchField.values()).stream()
                .filter(each -> each.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
        assertThat(search.error(field))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(word));
        assertThat(search.typed(field)).contains(typed);
    }

    @Test
    void aRangeTheWrongWayRoundIsSaidAtItsUpperEnd() {
        Search search = search("from", "2010", "to", "2008", "emin", "10", "emax", "1");

        assertThat(search.error(SearchField.TO)).contains("this is before 'From'");
        assertThat(search.error(SearchField.ENERGY_TO)).contains("this is below 'From'");
    }

    @Test
    void blankFieldsAreNotConditions() {
        assertThat(search("pos", "  ", "type", "").typed()).isEmpty();
    }

    @Test
    void endlessTextIsRefused() {
        assertThat(search("text", "x".repeat(201)).error(SearchField.TEXT)).isPresent();
        assertThat(search("text", "a\0b").error(SearchField.TEXT)).isPresent();
    }

    @Test
    void aPageIsACutOfTheSameQuery() {
        SearchAdql adql =
                new SearchAdql(search(), SearchSort.Order.parse("-energy").orElseThrow());

        assertThat(adql.page(100, 50))
                .startsWith("SELECT TOP 50 obs_publisher_did")
                .endsWith("ORDER BY em_max, obs_publisher_did\nOFFSET 100");
        assertThat(adql.page(0, 50)).doesNotContain("OFFSET");
        assertThat(adql.count()).isEqualTo("SELECT COUNT(*) AS products\nFROM ivoa.obscore");
    }

    @ParameterizedTest
    @CsvSource({"83.633, 83.633", "54891.0, 54891", "1e-7, 0.0000001", "-0.5, -0.5", "1.25e-25, 1.25E-25"})
    void numbersAreWrittenSoThatTheyReadBackTheSame(double number, String written) {
        assertThat(SearchAdql.number(number)).isEqualTo(written);
        assertThat(Double.parseDouble(written)).isEqualTo(number);
    }

    private static String adql(String... typed) {
        Search search = search(typed);
        assertThat(search.isValid()).isTrue();
        return new SearchAdql(search, SearchSort.Order.of(search)).everything();
    }

    private static Search search(String... typed) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            parameters.put(typed[i], List.of(typed[i + 1]));
        }
        return Search.of(new Parameters(parameters));
    }
}
