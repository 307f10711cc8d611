// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.testkit.Judges;

/// `/datalink/links` against DataLink 1.1, judged by datalinklint, votlint and pyvo.
class LinksServiceTest {

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
    void aKnownIdLeadsToItsFileAndItsResponse() throws IOException {
        HttpResponse<byte[]> answer = links(SampleArchive.SPECTRUM);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-votable+xml;content=datalink");
        assertThat(rows(answer)).hasSize(5);
        assertThat(rows(answer).get(0))
                .contains("<TD>#this</TD>", "<TD>application/fits</TD><TD>100</TD><TD>#spectrum</TD>");
        assertThat(rows(answer).get(4)).contains("#calibration", "response-type#rmf", "<TD>respfile</TD>");
    }

    @Test
    void aResponseLeadsToTheSpectraThatNameIt() throws IOException {
        assertThat(rows(links(SampleArchive.RESPONSE)).getLast())
                .contains("#auxiliary", "<TD>respfile-of</TD>", "spectrüm+1.pha", "#spectrum");
    }

    @Test
    void aProductHasPicturesAndTheirNumbersWhoseSizeNobodyKnows() throws IOException {
        assertThat(rows(links(SampleArchive.EVENTS)).subList(1, 4))
                .satisfiesExactly(
                        png -> assertThat(png)
                                .contains("/previews/", ".png<", "#preview<", "<TD>image/png</TD><TD/><TD/><TD/>"),
                        svg -> assertThat(svg).contains(".svg<", "#preview<", "<TD>image/svg+xml</TD><TD/>"),
                        numbers -> assertThat(numbers)
                                .contains(".vot<", "#preview-plot<", "<TD>application/x-votable+xml</TD><TD/>"));
    }

    @Test
    void anIdThatTwoFilesDeclareIsToldToMeanNeitherAndBothAreNamed() throws IOException {
        assertThat(rows(links(SampleArchive.CONTESTED)))
                .singleElement()
                .asString()
                .contains(
                        "NotFoundFault: the tags of 2 products declare this ID",
                        "ivo://vo4he.example/sample?twin1.fits, ivo://vo4he.example/sample?twin2.fits");
    }

    @Test
    void theLinkedAddressServesTheFile() throws IOException {
        String row = rows(links(SampleArchive.EVENTS)).getFirst();
        String url = row.replaceAll(".*<TD>(http[^<]*)</TD>.*", "$1").replace("&amp;", "&");

        assertThat(Asking.get(url).body()).isEqualTo(SampleArchive.EVENTS_BYTES);
    }

    @Test
    void theDidThatAFileDeclaresIsAnsweredInItsOwnWords() throws IOException {
        assertThat(rows(links(SampleArchive.DECLARED)).getFirst())
                .contains("<TD>" + SampleArchive.DECLARED + "</TD>", "#this", "#event-list", "events.fits");
    }

    @Test
    void anIdWithoutProductIsAFaultRow() throws IOException {
        assertThat(links("ivo://vo4he.example/sample?other").statusCode()).isEqualTo(200);
        assertThat(rows(links("ivo://vo4he.example/sample?other")).getFirst())
                .contains("<TD>NotFoundFault: this archive has no product of this ID</TD>");
        assertThat(rows(links(SampleArchive.WITHDRAWN)).getFirst())
                .contains("<TD>NotFoundFault: the product was withdrawn</TD>");
        assertThat(rows(links("<script>")).getFirst()).contains("<TD>&lt;script&gt;</TD>", "UsageFault: ");
    }

    @Test
    void manyIdsAreAnsweredInTheirOrderByGetAndPost() throws IOException {
        String[] ids = {"ID", SampleArchive.EVENTS, "id", SampleArchive.RESPONSE, "Id", SampleArchive.EVENTS};
        List<String> byPost = rows(Asking.post(archive.url() + "/datalink/links", ids));

        assertThat(byPost).hasSize(4 + 5);
        assertThat(byPost.get(0)).contains("events.fits");
        assertThat(byPost.get(4)).contains("pn.rmf");
        assertThat(rows(Asking.get(archive.url() + "/datalink/links?" + Asking.query(ids))))
                .isEqualTo(byPost);
    }

    @Test
    void idsBeyondTheLimitAreLeftOutAndSaidToBe() throws IOException {
        List<String> form = new ArrayList<>();
        IntStream.rangeClosed(0, LinksService.MAX_IDS).forEach(i -> form.addAll(List.of("ID", "ivo://x/y?" + i)));
        HttpResponse<byte[]> answer = Asking.post(archive.url() + "/datalink/links", form.toArray(String[]::new));

        assertThat(rows(answer)).hasSize(LinksService.MAX_IDS);
        assertThat(Asking.text(answer)).contains("value=\"OVERFLOW\">1001 IDs were given, 1000 are answered at once");
    }

    @Test
    void withoutAnIdThereIsAnEmptyTableThatDescribesTheService() throws IOException {
        HttpResponse<byte[]> answer = Asking.get(archive.url() + "/datalink/links");

        assertThat(rows(answer)).isEmpty();
        assertThat(Asking.text(answer)).contains("utype=\"adhoc:service\"", archive.url() + "/datalink/links");
        assertThat(lint(answer)).contains("Errors: 0; Warnings: 0");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        HttpResponse<byte[]> answer =
                Asking.get(archive.url() + "/datalink/links?" + Asking.query("RESPONSEFORMAT", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Asking.text(answer)).contains("value=\"ERROR\"", "'text/csv' is not offered");
        assertThat(Asking.get(archive.url() + "/datalink/links?RESPONSEFORMAT=votable")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void datalinklintAndVotlintFindNothing() throws IOException {
        HttpResponse<byte[]> answer = Asking.post(
                archive.url() + "/datalink/links",
                "ID",
                SampleArchive.SPECTRUM,
                "ID",
                "nonsense",
                "ID",
                SampleArchive.WITHDRAWN);

        assertThat(lint(answer)).contains("Errors: 0; Warnings: 0");
        assertThat(Judges.stilts("votlint", save(answer).toString()).text()).isBlank();
    }

    @Test
    void pyvoFollowsThisToTheBytes() {
        String out = Judges.python("""
                        import sys
                        from pyvo.dal.adhoc import DatalinkResults
                        links = DatalinkResults.from_result_url(sys.argv[1])
                        this = next(row for row in links if row.semantics == '#this')
                        print(this.content_length, len(this.getdataset().read()), len(links))
                        """, archive.url() + "/datalink/links?" + Asking.query("ID", SampleArchive.EVENTS))
                .text();

        assertThat(out.strip()).isEqualTo("1000 1000 4");
    }

    private static String lint(HttpResponse<byte[]> answer) throws IOException {
        return Judges.stilts("datalinklint", "votable=" + save(answer)).text();
    }

    private static Path save(HttpResponse<byte[]> answer) throws IOException {
        return Files.write(folder.resolve("links.vot"), answer.body());
    }

    private static HttpResponse<byte[]> links(String id) throws IOException {
        return Asking.get(archive.url() + "/datalink/links?" + Asking.query("ID", id));
    }

    private static List<String> rows(HttpResponse<byte[]> answer) {
        return Asking.text(answer)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<TR>"))
                .toList();
    }
}
