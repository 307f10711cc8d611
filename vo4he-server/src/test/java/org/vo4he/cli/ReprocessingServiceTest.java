// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.cli.RemakingServer.did;
import static org.vo4he.cli.RemakingServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.config.Setting;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Judges;

/// `/reprocessing`, `/status` and `/preview` on a server where everybody may do everything: from the provenance of a
/// published spectrum to another one that is published.
class ReprocessingServiceTest {

    @TempDir
    private static Path root;

    private static RemakingServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RemakingServer.start(root, Map.of(Setting.ANONYMOUS_JOBS, "all"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static String wish(String more) {
        return "{\"id\": \"" + did(RemakingServer.SPECTRUM) + "\"" + more + "}";
    }

    private static String wider(int seconds, String more) {
        return wish(", \"edits\": [{\"address\": \"region\", \"value\": \"circle(148.96,69.68," + seconds + "\\\")\"}]"
                + more);
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(key).asText())
                .toList();
    }

    @Test
    void aSpectrumIsMadeAgainFromAnotherRegionAndPublishedWithItsAncestry() throws Exception {
        String status = server.taken(server.post(
                "/reprocessing",
                wish(", \"edits\": [{\"address\": \"region\", \"value\": \"circle(148.96,69.68,90\\\")\"},"
                        + "{\"address\": \"energy\", \"value\": \"1-5\"}]")));

        JsonNode over = server.over(status);
        assertThat(over.path("phase").asText()).as(over.toString()).isEqualTo("COMPLETED");
        assertThat(over.path("step").asInt()).isEqualTo(1);
        assertThat(over.path("steps").asInt()).isEqualTo(1);
        assertThat(over.path("progress").asDouble()).isEqualTo(1);
        assertThat(over.path("parent").asText()).isEqualTo(did(RemakingServer.SPECTRUM));
        assertThat(texts(over.path("changes"), "name")).containsExactlyInAnyOrder("region", "energy");
        assertThat(texts(over.path("changes"), "new")).contains("1-5");
        assertThat(texts(over.path("results"), "name")).containsExactly("core.pha", "run.log");
        assertThat(over.path("log")).isNotEmpty();
        String preview = over.path("results").get(0).path("preview").asText();
        assertThat(server.get(preview).headers().firstValue("Content-Type")).contains("image/png");
        assertThat(server.get(preview + "?format=svg").body()).contains("<svg").contains("<title");
        assertThat(Asking.get(preview + "?download").body()).startsWith("SIMPLE  =".getBytes());

        JsonNode published = server.act(status, "publish").path("published");
        assertThat(published).hasSize(1);
        String made = published.get(0).asText();
        assertThat(made).startsWith(did("remade%3A/")).endsWith("/core.pha");
        assertThat(server.act(status, "publish").path("published")).isEqualTo(published);

        assertThat(rows("SELECT obs_id, dataproduct_type FROM ivoa.obscore WHERE obs_publisher_did = '" + made + "'"))
                .isEqualToIgnoringNewLines("obs_id,dataproduct_type10027,spectrum");
        String links = links(made);
        assertThat(links).contains("input from which this was made: " + RemakingServer.EVENTS);
        assertThat(links).contains("input from which this was made: " + RemakingServer.SPECTRUM);
        assertThat(links(did(RemakingServer.SPECTRUM))).contains("made from this: core.pha");
        String graph = server.get(
                        server.url() + "/provenance?DEPTH=ALL&RESPONSEFORMAT=PROV-N&" + Asking.query("ID", made))
                .body();
        assertThat(graph)
                .contains("wasGeneratedBy(data:core.pha, run:")
                .contains("wasGeneratedBy(data:" + made.substring(made.indexOf('?') + 1) + ", run:")
                .containsPattern("wasDerivedFrom\\(data:remade.*, data:core.pha");
        assertThat(server.get(server.url() + "/events").body()).contains("\"did\":\"" + made + "\"");
    }

    private static String rows(String adql) throws Exception {
        return Asking.text(
                Asking.get(server.url() + "/tap/sync?" + Asking.query("LANG", "ADQL", "FORMAT", "csv", "QUERY", adql)));
    }

    private static String links(String did) throws Exception {
        return Asking.text(Asking.get(server.url() + "/datalink/links?" + Asking.query("ID", did)));
    }

    @Test
    void aDryRunTellsThePlanAndRunsNothing() throws Exception {
        HttpResponse<String> answer = server.post("/reprocessing", wider(33, ", \"dryRun\": true"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode plan = json(answer);
        assertThat(plan.path("hash").asText()).startsWith("sha256:");
        assertThat(plan.path("steps").get(0).path("arguments").path("energy").asText())
                .isEqualTo("0.5-7");
        assertThat(texts(plan.path("changes"), "new")).containsExactly("circle(148.96,69.68,33\")");
        assertThat(plan.path("steps")
                        .get(0)
                        .path("inputs")
                        .path("input")
                        .path("did")
                        .asText())
                .isEqualTo(did(RemakingServer.EVENTS));
        assertThat(answer.body()).doesNotContain(server.folder().toString());
        assertThat(json(server.get(server.url() + "/reprocessing")).toString())
                .doesNotContain(plan.path("hash").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "edits": [{"address": "nosuch", "value": "1"}]          | reprocess-edit-address | /edits/0/address
            "edits": [{"address": "input", "value": "/etc/passwd"}] | reprocess-not-editable | /edits/0/address
            "edits": [{"address": "bin", "value": "many"}]          | reprocess-type         | /edits/0/value
            "edits": [{"address": "bin", "value": "-3"}]            | reprocess-range        | /edits/0/value
            "target": "fit"                                         | reprocess-target       | /target
            """)
    void aRefusalHasACodeAndAPlace(String what, String code, String where) throws Exception {
        HttpResponse<String> answer = server.post("/reprocessing", wish(", " + what));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(texts(json(answer).path("findings"), "code"))
                .as(answer.body())
                .contains(code);
        assertThat(texts(json(answer).path("findings"), "where"))
                .as(answer.body())
                .contains(where);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "ivo://example.org/m82?nosuch"}      | 404 | has no product of the ID
            {"edits": []}                               | 400 | id is missing
            {"id": "a", "provenance": {}}               | 400 | both id and provenance
            {"id": "a", "edit": []}                     | 400 | nothing is known of the key 'edit'
            {"id": "a", "edits": ["radius=2"]}          | 400 | /edits/0 is no edit
            {"id": "a", "edits": [{"address": "bin", "vaule": "2"}]} | 400 | /edits/0 is no edit
            {"id": "a", "edits": [{"address": "bin"}]}  | 400 | /edits/0 is no edit
            {"id": "a", "id": "b"}                      | 400 | Duplicate field 'id'
            {"id": "a", "force": "yes"}                 | 400 | force is true or false
            [1, 2]                                      | 400 | an object is wanted
            {"id":                                      | 400 | the body is no JSON: Unexpected end-of-input
            {"provenance": {"provenance": []}}          | 400 | no step that could be run
            {"provenance": {"provenance": [{"argument0": {"input": {"path": "/bin/sh"}}}]}} | 400 | nothing here runs
            """)
    void aRequestThatIsNoneIsAnsweredWithASentence(String body, int status, String sentence) throws Exception {
        HttpResponse<String> answer = server.post("/reprocessing", body, "Accept", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("message").asText()).contains(sentence).doesNotContain("Source:");
    }

    @Test
    void theSameRequestIsAnsweredFromTheEarlierResultUnlessItIsForced() throws Exception {
        String first = server.taken(server.post("/reprocessing", wider(44, "")));
        assertThat(server.over(first).path("phase").asText()).isEqualTo("COMPLETED");

        HttpResponse<String> again = server.post("/reprocessing", wider(44, ""));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("earlier").asBoolean()).isTrue();
        assertThat(again.headers().firstValue("Location")).contains(first);

        String forced = server.taken(server.post("/reprocessing", wider(44, ", \"force\": true")));
        assertThat(forced).isNotEqualTo(first);
        assertThat(server.over(forced).path("phase").asText()).isEqualTo("COMPLETED");
        assertThat(server.over(forced).path("log").toString()).doesNotContain("was made before");
    }

    @Test
    void theProgramOfAStepIsNoInputThatIsMissing() throws Exception {
        assertThat(server.get(server.url() + "/files-report").body())
                .contains(RemakingServer.SPECTRUM)
                .doesNotContain("harvest-input-missing");
    }

    @Test
    void whoCanOnlyGetIsLedToAFormWithTheValuesAndNothingRuns() throws Exception {
        String did = did(RemakingServer.SPECTRUM);
        String jobs = server.get(server.url() + "/reprocessing").body();
        HttpResponse<String> answer = server.get(server.url() + "/reprocessing?"
                + Asking.query("ID", did, "energy", "2-6", "region", "", "PHASE", "RUN"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String page = answer.headers().firstValue("Location").orElseThrow();
        assertThat(page).endsWith("?EDIT=energy%3D2-6#remake");
        assertThat(server.get(page.replaceFirst("#.*", "")).body()).contains("value=\"2-6\"", "data-was=\"0.5-7\"");
        assertThat(server.get(server.url() + "/reprocessing").body()).isEqualTo(jobs);
        assertThat(server.get(server.url() + "/reprocessing?ID=ivo://a/b").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormIsLedToThePageOfTheJobWhichShowsWhatWasMade() throws Exception {
        HttpResponse<byte[]> posted = Asking.postForHtml(
                server.url() + "/reprocessing", "ID", did(RemakingServer.SPECTRUM), "ENERGY", "2-6", "bin", "100");
        assertThat(posted.statusCode()).as(Asking.text(posted)).isEqualTo(303);
        String page = posted.headers().firstValue("Location").orElseThrow();
        server.over(page);

        String html = server.get(page, "Accept", "text/html").body();
        assertThat(html)
                .contains("<h1>Made again</h1>", "value=\"publish\"", "value=\"discard\"", "2-6")
                .contains("/core.pha?download", "alt=\"Picture of core.pha\"")
                .doesNotContain("noscript");
        assertThat(server.get(server.url() + "/reprocessing", "Accept", "text/html")
                        .body())
                .contains("<h1>Your jobs</h1>", "href=\"" + URI.create(page).getPath() + "\">Made again</a>")
                .contains("<code>" + did(RemakingServer.SPECTRUM) + "</code>");
        assertThat(Asking.postForHtml(page, "action", "publish").statusCode()).isEqualTo(303);
        assertThat(server.get(page, "Accept", "text/html").body())
                .contains("Published")
                .doesNotContain("value=\"publish\"");
    }

    @Test
    void whatWasMadeIsKeptLongerOrDiscarded() throws Exception {
        String status = server.taken(server.post("/reprocessing", wider(55, "")));
        String kept = server.over(status).path("kept").asText();

        assertThat(server.act(status, "keep").path("kept").asText()).isGreaterThan(kept);
        assertThat(server.act(status, "discard").path("phase").asText()).isEqualTo("DISCARDED");
        assertThat(server.get(status).statusCode()).isEqualTo(404);
        assertThat(Asking.post(status, "action", "publish").statusCode()).isEqualTo(404);
        assertThat(server.taken(server.post("/reprocessing", wider(55, "")))).isNotEqualTo(status);
    }

    @Test
    void nothingIsDoneForAForeignPage() throws Exception {
        assertThat(Asking.postFrom("https://evil.example", server.url() + "/reprocessing", "ID", "x")
                        .statusCode())
                .isEqualTo(403);
        String status = server.taken(server.post("/reprocessing", wider(66, "")));
        assertThat(Asking.postFrom("https://evil.example", status, "action", "discard")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post("/reprocessing", wider(66, ""), "Origin", "null").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anActionThatIsNoneAndAFileThatIsNotThereAreRefused() throws Exception {
        String status = server.taken(server.post("/reprocessing", wider(77, "")));
        server.over(status);

        assertThat(Asking.post(status, "action", "frame").statusCode()).isEqualTo(400);
        assertThat(Asking.post(status, "action", "cancel").statusCode()).isEqualTo(400);
        assertThat(Asking.post(status, "action", "publish", "file", "run.log").statusCode())
                .isEqualTo(400);
        String preview = status.replace("/status/", "/preview/");
        assertThat(json(server.get(preview)).path("files")).hasSize(2);
        assertThat(server.get(preview + "/core.pha?format=exe").statusCode()).isEqualTo(400);
        HttpResponse<String> part = server.get(preview + "/core.pha?download", "Range", "bytes=0-8");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("SIMPLE  =");
        String etag = part.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(preview + "/core.pha?download", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.get(server.url() + "/reprocessing/async?PHASE=RUN&ID=x")
                        .body())
                .contains("no phase is called 'RUN'; a job is made and run by POST");
        assertThat(server.get(preview + "/run.json").statusCode()).isEqualTo(404);
        assertThat(server.get(preview + "/..%2Frun.json").statusCode()).isEqualTo(404);
        assertThat(server.get(preview + "/run.log").headers().firstValue("Content-Type"))
                .contains("text/plain;charset=utf-8");
    }

    /// The judge is pyvo, which knows nothing of this service but UWS; astropy reads what was made.
    @Test
    void pyvoRunsTheSameByUws() {
        String told =
                Judges.python("""
                import io, sys, requests
                from astropy.io import fits
                from pyvo.dal.tap import AsyncTAPJob
                base, did = sys.argv[1:]
                made = requests.post(base + '/reprocessing/async', allow_redirects=False,
                    data={'ID': did, 'region': 'circle(148.96,69.68,40")', 'bin': '100'})
                job = AsyncTAPJob(made.headers['Location'])
                print(job.phase)
                job.run().wait()
                print(job.phase, sorted(each.id_ for each in job.results))
                spectrum = fits.open(io.BytesIO(requests.get(job.results[0].href).content))['SPECTRUM']
                print(spectrum.data['COUNTS'].sum() > 0)
                job.delete()
                print(requests.get(made.headers['Location']).status_code)
                """, server.url(), did(RemakingServer.SPECTRUM)).text();

        assertThat(told).contains("PENDING", "COMPLETED ['core.pha', 'run.log']", "True", "404");
    }
}
