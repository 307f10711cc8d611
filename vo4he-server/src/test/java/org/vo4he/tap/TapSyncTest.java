// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;

/// `/tap/sync` against TAP 1.1, sections 2 and 3, on a store of three rows.
class TapSyncTest {

    private static final String ALL = "SELECT obs_publisher_did, target_name, s_ra FROM ivoa.obscore ORDER BY s_ra";

    @TempDir
    private static Path folder;

    private static SampleArchive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = SampleArchive.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({
        "votable, application/x-votable+xml",
        "text/xml, text/xml;charset=utf-8",
        "votable/b2, application/x-votable+xml;serialization=BINARY2",
        "CSV, text/csv;header=present",
        "text/tab-separated-values, text/tab-separated-values"
    })
    void theAnswerHasTheMediaTypeThatWasAskedFor(String name, String mediaType) throws IOException {
        for (String parameter : List.of("RESPONSEFORMAT", "format")) {
            HttpResponse<byte[]> answer = sync("QUERY", ALL, parameter, name);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
        }
    }

    @Test
    void valuesComeThroughWhateverTheyHold() throws IOException {
        String query = "SELECT obs_publisher_did, target_name, s_ra FROM ivoa.obscore WHERE s_ra > 0 ORDER BY s_ra";
        String csv = Asking.text(sync("QUERY", query, "FORMAT", "csv"));

        assertThat(csv)
                .isEqualTo("obs_publisher_did,target_name,s_ra\r\n\"" + SampleArchive.SPECTRUM
                        + "\",Circé λ 😀,83.633\r\n" + SampleArchive.EVENTS + ",\"Crab, \"\"M 1\"\" <&>\",83.7\r\n");
    }

    @Test
    void getAndPostAnswerTheSame() throws IOException {
        assertThat(Asking.post(archive.url() + "/tap/sync", "query", ALL, "lang", "ADQL")
                        .body())
                .isEqualTo(sync("QUERY", ALL, "LANG", "ADQL-2.1").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATURAL JOIN ivoa.obscore_hea",
                "JOIN ivoa.obscore_hea USING (obs_publisher_did)",
                "LEFT JOIN ivoa.obscore_hea AS h ON ivoa.obscore.obs_publisher_did = h.obs_publisher_did"
            })
    void theHighEnergyExtensionJoinsItsTableRowByRow(String join) throws IOException {
        String query = "SELECT target_name, ev_xel, messenger_name FROM ivoa.obscore " + join
                + " WHERE s_ra > 0 ORDER BY s_ra";

        assertThat(Asking.text(sync("QUERY", query, "FORMAT", "csv")))
                .isEqualTo("target_name,ev_xel,messenger_name\r\nCircé λ 😀,,\r\n"
                        + "\"Crab, \"\"M 1\"\" <&>\",25000,photon\r\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 1, true", "2, 2, true", "3, 3, false", "4, 3, false"})
    void overflowIsSaidExactlyWhenRowsAreMissing(String maxrec, int rows, boolean overflow) throws IOException {
        String document = Asking.text(sync("QUERY", ALL, "MAXREC", maxrec));

        assertThat(document.split("<TR>")).hasSize(rows + 1);
        assertThat(document.contains("value=\"OVERFLOW\"")).isEqualTo(overflow);
    }

    @Test
    void aLimitOfTheQueryItselfIsNoOverflow() throws IOException {
        String top = Asking.text(sync("QUERY", "SELECT TOP 2 obs_id FROM ivoa.obscore", "MAXREC", "2"));

        assertThat(top.split("<TR>")).hasSize(3);
        assertThat(top).doesNotContain("OVERFLOW");
    }

    @Test
    void theServiceLimitHoldsWhateverMaxrecSays() throws IOException {
        String pairs = "SELECT a.column_name FROM tap_schema.columns a, tap_schema.columns b";
        String document = Asking.text(sync("QUERY", pairs, "MAXREC", "1000000"));

        assertThat(document.split("<TR>")).hasSize((int) SampleArchive.MAX_ROWS + 1);
        assertThat(document).contains("value=\"OVERFLOW\">the answer has more than 5000 rows</INFO>");
    }

    @Test
    void aResultWithDidsLeadsToTheirLinks() throws IOException {
        String document = Asking.text(sync("QUERY", ALL));

        assertThat(document)
                .contains("<FIELD ID=\"obs_publisher_did\"", "utype=\"adhoc:service\"", "ref=\"obs_publisher_did\"")
                .contains("value=\"" + archive.url() + "/datalink/links\"")
                .contains("<COOSYS ID=\"icrs\" system=\"ICRS\"/>", "utype=\"obscore:Char.SpatialAxis", "ref=\"icrs\"");
        assertThat(Asking.text(sync("QUERY", "SELECT obs_id FROM ivoa.obscore")))
                .doesNotContain("adhoc:service");
    }

    @Test
    void theAddressOfAFileFollowsTheServer() throws IOException {
        String query = "SELECT access_url FROM ivoa.obscore WHERE dataproduct_type = 'event'";
        String url = Asking.text(sync("QUERY", query, "FORMAT", "csv"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(Asking.get(url).body()).isEqualTo(SampleArchive.EVENTS_BYTES);
    }

    @Test
    void aWrongQueryIsTheCallersFaultWithThePlace() throws IOException {
        HttpResponse<byte[]> answer = sync("QUERY", "SELECT target_name,\n  nosuch FROM ivoa.obscore");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(Asking.text(answer)).contains("value=\"ERROR\">line 2, column 3: ", "nosuch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LANG=ADQL&QUERY= | parameter QUERY is missing",
                "LANG=SQL&QUERY=x | parameter LANG: 'SQL' is not understood here",
                "FORMAT=application/pdf&QUERY=x | parameter RESPONSEFORMAT: 'application/pdf' is not offered",
                "MAXREC=-1&QUERY=x | parameter MAXREC must be a whole number of 0 or more, found '-1'",
                "MAXREC=many&QUERY=x | parameter MAXREC must be a whole number of 0 or more, found 'many'",
                "QUERY=x&query=y | parameter QUERY is given 2 times with different values: 'x' and 'y'",
                "UPLOAD=t,http://localhost/&QUERY=x | parameter UPLOAD: this service takes no table uploads",
                "QUERY=%E9 | a parameter is not UTF-8: '%E9'"
            })
    void aWrongParameterIsNamedWithItsValue(String query, String sentence) throws IOException {
        HttpResponse<byte[]> answer = Asking.post(archive.url() + "/tap/sync?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Asking.text(answer)).contains("value=\"ERROR\">" + sentence);
    }

    @Test
    void aQueryTextAboveTheLimitIsRefused() throws IOException {
        String query = "SELECT 1 AS a FROM ivoa.obscore -- " + "x".repeat(TapSettings.DEFAULT_MAX_QUERY_CHARS);

        assertThat(Asking.post(archive.url() + "/tap/sync", "QUERY", query).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE ivoa.obscore",
                "DELETE FROM ivoa.obscore",
                "SELECT 1 AS a FROM ivoa.obscore; DROP TABLE ivoa.obscore",
                "COPY ivoa.obscore TO '/tmp/x'",
                "ATTACH '/tmp/x.db'",
                "INSTALL httpfs",
                "SET memory_limit = '1TB'",
                "PRAGMA version",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM \"/etc/passwd\"",
                "SELECT read_text('/etc/passwd') FROM ivoa.obscore",
                "SELECT getenv('PATH') FROM ivoa.obscore",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM vo4he.files",
                "SELECT * FROM information_schema.tables",
                "SELECT healpix FROM ivoa.obscore"
            })
    void adqlReachesNothingButThePublishedTables(String query) throws IOException {
        assertThat(sync("QUERY", query).statusCode()).isEqualTo(400);
        assertThat(Asking.text(sync("QUERY", ALL)).split("<TR>")).hasSize(4);
    }

    @Test
    void aQueryThatFailsOnARowIsTheCallersFault() throws IOException {
        HttpResponse<byte[]> answer = sync("QUERY", "SELECT CAST(obs_collection AS INTEGER) AS n FROM ivoa.obscore");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Asking.text(answer)).contains("value=\"ERROR\">the query fails on some row: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 9223372036854775807+1 AS n FROM ivoa.obscore",
                "SELECT calib_level*9223372036854775807 AS n FROM ivoa.obscore"
            })
    void anIntegerThatOverflowsIsTheCallersFaultAndSaidToBeThat(String query) throws IOException {
        HttpResponse<byte[]> answer = sync("QUERY", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Asking.text(answer)).contains("above 9223372036854775807");
    }

    @Test
    void timestampsAreComparedAsTimesAndComeInTheDaliForm() throws IOException {
        String query = "SELECT obs_creation_date FROM ivoa.obscore"
                + " WHERE obs_creation_date > '2019-12-31T23:59:59' AND ivo_to_mjd(obs_creation_date) = 58849";

        assertThat(Asking.text(sync("QUERY", query)).split("<TD>2020-01-01T00:00:00</TD>"))
                .hasSize(4);
    }

    static List<String> everyDeclaredFeature() {
        return LanguageFeature.all().stream().map(LanguageFeature::form).toList();
    }

    @ParameterizedTest
    @MethodSource("everyDeclaredFeature")
    void whatTheCapabilitiesDeclareCanBeUsed(String form) throws IOException {
        HttpResponse<byte[]> answer = sync("QUERY", FeatureQueries.using(form));

        assertThat(Asking.text(answer)).contains("value=\"OK\"").doesNotContain("value=\"ERROR\"");
    }

    @Test
    void everyExampleCanBeRun() throws IOException {
        List<String> failing = new ArrayList<>();
        for (Examples.Example example : Examples.ALL) {
            if (sync("QUERY", example.adql()).statusCode() != 200) {
                failing.add(example.id());
            }
        }

        assertThat(failing).isEmpty();
    }

    private static HttpResponse<byte[]> sync(String... parameters) throws IOException {
        return Asking.get(archive.url() + "/tap/sync?" + Asking.query(parameters));
    }
}
