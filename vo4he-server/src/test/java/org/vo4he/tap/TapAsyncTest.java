// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/// `/tap/async` against UWS 1.1 and TAP 1.1, section 2; documents by the schema that comes with taplint.
class TapAsyncTest {

    private static final String ALL = "SELECT obs_publisher_did, target_name, s_ra FROM ivoa.obscore ORDER BY s_ra";
    private static final String XSD = "jar:file:/usr/share/java/starlink-ttools.jar!/uk/ac/starlink/ttools/taplint/";

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

    /// The address of a new job.
    private static String job(String... parameters) throws IOException {
        HttpResponse<byte[]> made = Asking.post(archive.url() + "/tap/async", parameters);
        assertThat(made.statusCode()).as(Asking.text(made)).isEqualTo(303);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private static String get(String url) throws IOException {
        return Asking.text(Asking.get(url));
    }

    private static String ended(String job) throws IOException {
        String document = get(job + "?WAIT=-1");
        while (document.contains("<uws:phase>QUEUED<") || document.contains("<uws:phase>EXECUTING<")) {
            document = get(job + "?WAIT=-1");
        }
        return document;
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "csv", "tsv"})
    void theResultIsTheTableOfTheSynchronousQuery(String format) throws IOException {
        String[] parameters = {"LANG", "ADQL", "QUERY", ALL, "RESPONSEFORMAT", format};
        String job = job("LANG", "ADQL", "QUERY", ALL, "RESPONSEFORMAT", format, "PHASE", "RUN", "RUNID", "mine <1>");

        assertThat(ended(job))
                .contains("<uws:phase>COMPLETED<", "<uws:runId>mine &lt;1&gt;<", job + "/results/result\"");
        HttpResponse<byte[]> result = Asking.get(job + "/results/result");
        HttpResponse<byte[]> sync = Asking.get(archive.url() + "/tap/sync?" + Asking.query(parameters));
        assertThat(result.body()).isEqualTo(sync.body());
        assertThat(result.headers().firstValue("Content-Type"))
                .isEqualTo(sync.headers().firstValue("Content-Type"));
    }

    @Test
    void aJobWaitsToBeToldToRunAndItsParametersMayChangeUntilThen() throws IOException {
        String job = job("QUERY", "SELECT nonsense");
        assertThat(get(job + "/phase")).isEqualTo("PENDING");
        assertThat(get(job + "/quote")).isEmpty();
        assertThat(get(job + "/owner")).isEmpty();
        assertThat(Asking.post(job + "/parameters", "query", ALL, "FORMAT", "csv")
                        .statusCode())
                .isEqualTo(303);
        assertThat(Asking.post(job + "/executionduration", "EXECUTIONDURATION", "5")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(job + "/executionduration")).isEqualTo("5");
        assertThat(Asking.post(job + "/destruction", "DESTRUCTION", "2999-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(job + "/destruction")).doesNotContain("2999").endsWith("Z");

        assertThat(Asking.post(job + "/phase", "PHASE", "RUN").statusCode()).isEqualTo(303);

        assertThat(ended(job)).contains("COMPLETED");
        assertThat(get(job + "/parameters/query")).isEqualTo(ALL);
        assertThat(get(job + "/results/result")).startsWith("obs_publisher_did,target_name,s_ra\r\n");
        assertThat(Asking.post(job + "/parameters", "FORMAT", "tsv").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongQueryIsInErrorWithTheDocumentThatTheSynchronousOneGives() throws IOException {
        String job = job("QUERY", "SELECT nosuch FROM ivoa.obscore", "PHASE", "RUN");

        assertThat(get(job + "/phase")).isEqualTo("ERROR");
        HttpResponse<byte[]> error = Asking.get(job + "/error");
        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(error.body())
                .isEqualTo(Asking.get(
                                archive.url() + "/tap/sync?" + Asking.query("QUERY", "SELECT nosuch FROM ivoa.obscore"))
                        .body());
        assertThat(get(job)).contains("<uws:errorSummary type=\"fatal\" hasDetail=\"true\">", "line 1, column 8");
    }

    @Test
    void aQueryThatFailsOnARowLeavesNoResultButAReason() throws IOException {
        String job = job("QUERY", "SELECT CAST(obs_collection AS INTEGER) AS n FROM ivoa.obscore", "PHASE", "RUN");

        assertThat(ended(job)).contains("<uws:phase>ERROR<", "the query fails on some row");
        assertThat(Asking.get(job + "/results/result").statusCode()).isEqualTo(404);
    }

    @Test
    void anAbortStopsALongQuery() throws IOException {
        String job = job(
                "QUERY",
                "SELECT COUNT(*) AS n FROM tap_schema.columns a, tap_schema.columns b, tap_schema.columns c,"
                        + " tap_schema.columns d WHERE a.\"size\" + b.\"size\" > c.\"size\" + d.\"size\"",
                "PHASE",
                "RUN");

        assertThat(Asking.post(job + "/phase", "PHASE", "ABORT").statusCode()).isEqualTo(303);
        assertThat(get(job + "/phase")).isEqualTo("ABORTED");
        assertThat(ended(job("QUERY", ALL, "PHASE", "RUN"))).contains("COMPLETED");
    }

    @Test
    void aDeletedJobIsGoneByEitherWay() throws Exception {
        String first = job("QUERY", ALL);
        HttpResponse<byte[]> deleted = Asking.delete(first);
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(deleted.headers().firstValue("Location")).contains(archive.url() + "/tap/async");
        String second = job("QUERY", ALL);
        assertThat(Asking.post(second, "ACTION", "DELETE").statusCode()).isEqualTo(303);

        assertThat(Asking.get(first).statusCode()).isEqualTo(404);
        assertThat(Asking.get(second).statusCode()).isEqualTo(404);
        assertThat(get(archive.url() + "/tap/async")).doesNotContain(first).doesNotContain(second);
    }

    @Test
    void theListIsFilteredByPhaseAndTimeAndNumber() throws IOException {
        String done = job("QUERY", ALL, "PHASE", "RUN");
        ended(done);
        String pending = job("QUERY", ALL);
        String list = archive.url() + "/tap/async";

        assertThat(get(list + "?PHASE=PENDING")).contains(pending).doesNotContain(done);
        assertThat(get(list + "?PHASE=PENDING&PHASE=COMPLETED")).contains(pending, done);
        assertThat(get(list + "?LAST=1")).contains(pending).doesNotContain(done);
        assertThat(get(list + "?AFTER=2999-01-01")).doesNotContain("jobref");
        assertThat(Asking.get(list + "?PHASE=DONE").statusCode()).isEqualTo(400);
    }

    @Test
    void waitingForAPhaseThatIsPastAnswersAtOnce() throws IOException {
        String job = job("QUERY", ALL);

        assertThat(get(job + "?WAIT=50&PHASE=QUEUED")).contains("<uws:phase>PENDING<");
        assertThat(get(job + "?WAIT=1")).contains("<uws:phase>PENDING<");
        assertThat(Asking.get(job + "?WAIT=long").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PHASE, GO, parameter PHASE: RUN or ABORT is wanted",
        "ACTION, BURN, parameter ACTION: DELETE is the only one",
        "DESTRUCTION, soon, parameter DESTRUCTION: a time like",
        "EXECUTIONDURATION, -5, parameter EXECUTIONDURATION must be"
    })
    void aWrongValueIsNamed(String name, String value, String sentence) throws IOException {
        HttpResponse<byte[]> answer = Asking.post(job("QUERY", ALL), name, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Asking.text(answer)).contains("value=\"ERROR\">" + sentence);
    }

    @Test
    void aPageOfAnotherSiteMayMakeNoJob() throws IOException {
        assertThat(Asking.postFrom("https://evil.example", archive.url() + "/tap/async", "QUERY", ALL)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyDocumentIsValid() throws IOException {
        String done = job("QUERY", ALL, "PHASE", "RUN", "RUNID", "a&b");
        ended(done);
        List<String> urls = List.of(
                done,
                job("QUERY", ALL),
                job("QUERY", "SELECT nosuch", "PHASE", "RUN"),
                done + "/parameters",
                done + "/results",
                archive.url() + "/tap/async");
        for (String url : urls) {
            assertThat(faults(get(url))).as(get(url)).isBlank();
        }
        assertThat(faults(get(done).replace("COMPLETED", "FINISHED"))).contains("FINISHED");
    }

    private static String faults(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("document.xml"), document);
        return Judges.stilts(
                        "xsdvalidate",
                        "doc=" + file,
                        "schemaloc=http://www.ivoa.net/xml/UWS/v1.0=" + XSD + "UWS-v1.1.xsd",
                        "schemaloc=http://www.w3.org/1999/xlink=" + XSD + "xlink.xsd")
                .text();
    }

    @Test
    void pyvoSubmitsWaitsAndFetches() {
        String text = Judges.python("""
                import sys, pyvo
                service = pyvo.dal.TAPService(sys.argv[1])
                rows = service.run_async("SELECT target_name FROM ivoa.obscore WHERE dataproduct_type = 'event'")
                print(len(rows), rows['target_name'][0])
                job = service.submit_job("SELECT obs_id FROM ivoa.obscore", maxrec=1)
                print(job.phase, job.owner)
                job.run().wait()
                print(job.phase, len(job.fetch_result()), [str(each.phase) for each in service.get_job_list()] != [])
                job.delete()
                try:
                    service.run_async("SELECT nosuch FROM ivoa.obscore")
                except pyvo.DALQueryError:
                    print('refused')
                """, archive.url() + "/tap").text();

        assertThat(text).contains("1 Crab, \"M 1\" <&>", "PENDING None", "COMPLETED 1 True", "refused");
    }
}
