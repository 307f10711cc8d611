// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.testkit.Judges;

/// `/scs` against Simple Cone Search 1.03 (REC 2008-02-22) with its errata, judged by votlint, stilts and pyvo.
class ConeServiceTest {

    private static final String CRAB = "RA=83.633&DEC=22.0145&SR=1";
    private static final Pattern FIELD = Pattern.compile("<FIELD [^>]*name=\"([^\"]*)\"");

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

    @Test
    void theProductsOfTheConeComeTheNearestFirst() throws IOException {
        HttpResponse<byte[]> answer = ask(CRAB);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;content=x-votable");
        assertThat(rows(answer)).hasSize(2);
        assertThat(rows(answer).get(0)).contains("SPECTRUM,1");
        assertThat(rows(answer).get(1)).contains("events.fits", "<TD>0.10567");
        assertThat(rows(ask("RA=83.633&DEC=22.0145&SR=0.05"))).hasSize(1);
    }

    @Test
    void eachOfTheThreeUcdsOfTheStandardStandsAtOneField() throws IOException {
        for (int verbosity = 1; verbosity <= 3; verbosity++) {
            String text = Asking.text(ask(CRAB + "&VERB=" + verbosity));

            assertThat(text).containsOnlyOnce("ucd=\"ID_MAIN\"");
            assertThat(text).containsOnlyOnce("ucd=\"POS_EQ_RA_MAIN\"");
            assertThat(text).containsOnlyOnce("ucd=\"POS_EQ_DEC_MAIN\"");
            assertThat(text)
                    .containsPattern("name=\"obs_publisher_did\" datatype=\"char\" arraysize=\"\\*\" ucd=\"ID_MAIN\"")
                    .containsPattern("name=\"s_ra\" datatype=\"double\" unit=\"deg\" ucd=\"POS_EQ_RA_MAIN\"");
        }
    }

    @Test
    void verbosityDecidesHowManyColumnsCome() throws IOException {
        assertThat(fields(CRAB + "&VERB=1"))
                .containsExactlyInAnyOrder("obs_publisher_did", "s_ra", "s_dec", "separation");
        assertThat(fields(CRAB + "&VERB=2")).hasSize(31).contains("access_url", "dataproduct_type", "t_min");
        assertThat(fields(CRAB)).isEqualTo(fields(CRAB + "&VERB=2"));
        assertThat(fields(CRAB + "&VERB=3")).hasSize(61).contains("em_ucd", "proposal_id");
    }

    @Test
    void radiusZeroTellsTheColumnsAndNoRow() throws IOException {
        HttpResponse<byte[]> answer = ask("RA=0&DEC=90&SR=0");

        assertThat(rows(answer)).isEmpty();
        assertThat(fields("RA=0&DEC=90&SR=0")).hasSize(31);
        assertThat(Asking.text(answer)).doesNotContain("OVERFLOW", "\"Error\"");
    }

    @Test
    void anEmptyConeIsNoError() throws IOException {
        HttpResponse<byte[]> answer = ask("RA=200&DEC=-60&SR=1");

        assertThat(rows(answer)).isEmpty();
        assertThat(Asking.text(answer)).contains("<FIELD ").doesNotContain("\"Error\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEC=1&SR=1 | parameter RA is missing: the right ascension in decimal degrees, ICRS",
                "RA=&DEC=1&SR=1 | parameter RA is missing: the right ascension in decimal degrees, ICRS",
                "RA=1&DEC=1 | parameter SR is missing: the search radius in decimal degrees, ICRS",
                "RA=as3f&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found 'as3f'",
                "RA=05:34:31&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found '05:34:31'",
                "RA=NaN&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found 'NaN'",
                "RA=1d&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found '1d'",
                "RA=-1&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found '-1'",
                "RA=360.5&DEC=1&SR=1 | parameter RA must be the right ascension in decimal degrees, 0 to 360, found '360.5'",
                "RA=1&DEC=91.0&SR=1 | parameter DEC must be the declination in decimal degrees, -90 to 90, found '91.0'",
                "RA=1&DEC=1e400&SR=1 | parameter DEC must be the declination in decimal degrees, -90 to 90, found '1e400'",
                "RA=1&DEC=1&SR=-0.1 | parameter SR must be the search radius in decimal degrees, 0 to 180, found '-0.1'",
                "RA=1&DEC=1&SR=181 | parameter SR must be the search radius in decimal degrees, 0 to 180, found '181'",
                "RA=1&ra=2&DEC=1&SR=1 | parameter RA is given 2 times with different values: '1' and '2'",
                "RA=1&DEC=1&SR=1&VERB=4 | parameter VERB must be 1, 2 or 3, found '4'",
                "RA=1&DEC=1&SR=1&MAXREC=-1 | parameter MAXREC must be a whole number of 0 or more, found '-1'",
                "RA=1&DEC=1&SR=1&RESPONSEFORMAT=fits | parameter RESPONSEFORMAT: 'fits' is not offered;"
                        + " choose votable, votable/b2, csv or tsv"
            })
    void whatIsWrongIsSaidInTheErrorOfTheStandardWithNameAndValue(String query, String sentence) throws IOException {
        HttpResponse<byte[]> answer = ask(query);
        String text = Asking.text(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;content=x-votable");
        assertThat(text).contains("<INFO ID=\"Error\" name=\"Error\" value=\"" + sentence + "\"/>");
        assertThat(lint(answer)).isBlank();
    }

    @Test
    void namesAreReadInAnyCaseAndTheSameValueTwiceIsOne() throws IOException {
        assertThat(rows(ask("ra=83.633&Ra=83.633&dec=%2B22.0145&sR=1e0"))).hasSize(2);
        assertThat(rows(ask("RA=83.633&DEC=+22.0145&SR=1.&OTHER=ignored"))).hasSize(2);
    }

    @Test
    void aPostedFormAnswersTheSame() throws IOException {
        HttpResponse<byte[]> posted = Asking.post(archive.url() + "/scs", "RA", "83.633", "DEC", "22.0145", "SR", "1");

        assertThat(rows(posted)).isEqualTo(rows(ask(CRAB)));
    }

    @Test
    void theConeIsRoundAtThePolesAndAcrossTheMeridian() throws IOException {
        assertThat(rows(ask("RA=263.633&DEC=90&SR=68"))).hasSize(2);
        assertThat(rows(ask("RA=263.633&DEC=90&SR=67.95"))).hasSize(1);
        assertThat(rows(ask("RA=360&DEC=0&SR=90"))).isEqualTo(rows(ask("RA=0&DEC=0&SR=90")));
        assertThat(rows(ask("RA=0&DEC=0&SR=180"))).hasSize(2);
    }

    @Test
    void rowsBeyondTheLimitAreLeftOutAndSaidToBe() throws IOException {
        HttpResponse<byte[]> answer = ask(CRAB + "&MAXREC=1");

        assertThat(rows(answer)).singleElement().asString().contains("SPECTRUM,1");
        assertThat(Asking.text(answer)).contains("value=\"OVERFLOW\"");
        assertThat(rows(ask("RA=83.7&DEC=22.1&SR=1&MAXREC=1")))
                .singleElement()
                .asString()
                .contains("events.fits");
    }

    @Test
    void aRowLeadsToItsLinks() throws IOException {
        assertThat(Asking.text(ask(CRAB + "&VERB=1")))
                .contains("utype=\"adhoc:service\"", archive.url() + "/datalink/links", "ref=\"obs_publisher_did\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {CRAB, CRAB + "&VERB=1", CRAB + "&VERB=3", "RA=0&DEC=0&SR=0&VERB=3", "RA=0&DEC=0&SR=180&MAXREC=1"
            })
    void votlintFindsNothing(String query) throws IOException {
        assertThat(lint(ask(query))).isBlank();
        assertThat(lint(ask(query + "&RESPONSEFORMAT=votable/b2"))).isBlank();
    }

    @Test
    void stiltsSearchesACone() throws IOException {
        Path out = folder.resolve("cone.csv");
        Judges.stilts(
                "cone",
                "serviceurl=" + archive.url() + "/scs",
                "servicetype=cone",
                "lon=83.633",
                "lat=22.0145",
                "radius=1",
                "verb=1",
                "out=" + out,
                "ofmt=csv");

        assertThat(Files.readAllLines(out)).hasSize(3).element(1).asString().contains("SPECTRUM");
    }

    @Test
    void stiltsMatchesATableWithTheService() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "name,ra,dec\ncrab,83.633,22.0145\nelse,200,-60\n");
        Path out = folder.resolve("matched.csv");
        Judges.stilts(
                "coneskymatch",
                "serviceurl=" + archive.url() + "/scs",
                "servicetype=cone",
                "in=" + in,
                "ifmt=csv",
                "ra=ra",
                "dec=dec",
                "sr=1",
                "find=all",
                "out=" + out,
                "ofmt=csv");

        assertThat(Files.readAllLines(out)).hasSize(3);
        assertThat(Files.readAllLines(out).subList(1, 3)).allMatch(line -> line.startsWith("crab,"));
    }

    @Test
    void pyvoSearchesFollowsTheLinksAndRaisesTheErrorWithItsSentence() {
        String out = Judges.python("""
                        import sys
                        from pyvo.dal import SCSService, TAPResults, DALQueryError, conesearch
                        service = SCSService(sys.argv[1])
                        results = service.search(pos=(83.633, 22.0145), radius=1, verbosity=3)
                        print(len(results), len(results.fieldnames))
                        for row in results:
                            print(row.id, row.pos.ra.deg, row.pos.dec.deg)
                        links = next(TAPResults(results.votable).iter_datalinks())
                        print(next(link.semantics for link in links))
                        print(len(conesearch(sys.argv[1], (83.633, 22.0145), radius=0.01)))
                        print([column.name for column in service.columns if column.ucd == 'ID_MAIN'])
                        try:
                            service.search(pos=(83.633, 22.0145), radius=200)
                        except DALQueryError as error:
                            print(error)
                        """, archive.url() + "/scs").text();

        assertThat(out.lines())
                .containsExactly(
                        "2 61",
                        SampleArchive.SPECTRUM + " 83.633 22.0145",
                        SampleArchive.EVENTS + " 83.7 22.1",
                        "#this",
                        "1",
                        "['obs_publisher_did']",
                        "parameter SR must be the search radius in decimal degrees, 0 to 180, found '200.0'");
    }

    @Test
    void theServiceDescribesItself() throws IOException {
        String capabilities = Asking.text(Asking.get(archive.url() + "/scs/capabilities"));

        assertThat(capabilities)
                .contains("standardID=\"ivo://ivoa.net/std/ConeSearch\"", archive.url() + "/scs?</accessURL>")
                .contains("<maxSR>180</maxSR>", "<maxRecords>5000</maxRecords>", "<verbosity>true</verbosity>");
        assertThat(Asking.text(Asking.get(archive.url() + "/scs/availability"))).contains("<vosi:available>true");
    }

    @Test
    void pyvoReadsTheCapabilities() {
        String out = Judges.python("""
                        import io, sys, urllib.request
                        from pyvo.io.vosi import parse_capabilities
                        text = urllib.request.urlopen(sys.argv[1]).read()
                        for capability in parse_capabilities(io.BytesIO(text)):
                            print(capability.standardid, [i.accessurls[0].content for i in capability.interfaces])
                        """, archive.url() + "/scs/capabilities").text();

        assertThat(out.lines())
                .hasSize(3)
                .last()
                .asString()
                .isEqualTo("ivo://ivoa.net/std/ConeSearch ['" + archive.url() + "/scs?']");
    }

    private static HttpResponse<byte[]> ask(String query) throws IOException {
        return Asking.get(archive.url() + "/scs?" + query);
    }

    private static String lint(HttpResponse<byte[]> answer) throws IOException {
        Path file = Files.write(folder.resolve("cone.vot"), answer.body());
        return Judges.stilts("votlint", file.toString()).text();
    }

    private static List<String> fields(String query) throws IOException {
        return FIELD.matcher(Asking.text(ask(query)))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> rows(HttpResponse<byte[]> answer) {
        return Asking.text(answer)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<TR>"))
                .toList();
    }
}
