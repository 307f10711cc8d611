// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.cli.RemakingServer.did;
import static org.vo4he.cli.RemakingServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.config.Setting;
import org.vo4he.samples.Asking;
import org.vo4he.security.Scope;
import org.vo4he.security.Token;
import org.vo4he.security.TokenFile;

/// Who may make products again, see the job, and publish; and inputs that are not what they were.
class ReprocessingAccessTest {

    private static final Token ANN = Token.of("the-token-of-ann-who-runs");
    private static final Token BOB = Token.of("the-token-of-bob-who-asks");
    private static final Token EVE = Token.of("the-token-of-eve-who-publishes");

    @TempDir
    private static Path root;

    private static RemakingServer server;

    @BeforeAll
    static void start() throws Exception {
        Path tokens = root.resolve("tokens");
        Files.write(
                tokens,
                List.of(
                        TokenFile.line("ann", Set.of(Scope.RUN), ANN),
                        TokenFile.line("bob", Set.of(Scope.QUERY), BOB),
                        TokenFile.line("eve", Set.of(Scope.RUN, Scope.PUBLISH), EVE)));
        server = RemakingServer.start(root, Map.of(Setting.TOKENS, tokens.toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static HttpResponse<String> order(int seconds, String more, String... headers) throws Exception {
        return server.post(
                "/reprocessing",
                "{\"id\": \"" + did(RemakingServer.SPECTRUM) + "\", \"edits\": [{\"address\": \"region\", \"value\": "
                        + "\"circle(148.96,69.68," + seconds + "\\\")\"}]" + more + "}",
                headers);
    }

    private static String[] by(Token token) {
        return new String[] {"Authorization", "Bearer " + token.secret()};
    }

    private static HttpResponse<String> publish(String status, Token by) throws Exception {
        return server.send(status, "application/x-www-form-urlencoded", "action=publish", by(by));
    }

    @Test
    void whoHasNoTokenRunsNothingUnlessTheOperatorSaysSo() throws Exception {
        assertThat(order(20, "").statusCode()).isEqualTo(401);
        assertThat(order(20, ", \"dryRun\": true").statusCode()).isEqualTo(401);
        assertThat(order(20, "", "Authorization", "Bearer nobody-knows-this-token")
                        .statusCode())
                .isEqualTo(401);
        assertThat(order(20, "", by(BOB)).statusCode()).isEqualTo(403);
        assertThat(order(20, "", by(BOB)).body()).contains("does not have the scope 'run'");
        assertThat(Asking.post(server.url() + "/reprocessing/async", "ID", "x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aJobIsItsOwnersAloneAndPublishingHasAScopeOfItsOwn() throws Exception {
        String ofAnn = server.taken(order(21, "", by(ANN)));
        JsonNode over = server.over(ofAnn, by(ANN));
        assertThat(over.path("phase").asText()).as(over.toString()).isEqualTo("COMPLETED");
        assertThat(server.get(ofAnn).statusCode()).isEqualTo(404);
        assertThat(server.get(ofAnn, by(EVE)).statusCode()).isEqualTo(404);
        assertThat(server.get(ofAnn.replace("/status/", "/preview/"), by(EVE)).statusCode())
                .isEqualTo(404);
        assertThat(server.get(ofAnn + "/events").statusCode()).isEqualTo(404);
        assertThat(server.get(ofAnn, by(RemakingServer.TOKEN)).statusCode()).isEqualTo(200);
        assertThat(publish(ofAnn, ANN).statusCode()).isEqualTo(403);
        assertThat(publish(ofAnn, EVE).statusCode()).isEqualTo(404);

        String ofEve = server.taken(order(21, "", by(EVE)));
        assertThat(ofEve).isNotEqualTo(ofAnn);
        assertThat(server.over(ofEve, by(EVE)).path("log").toString()).contains("was made before");
        assertThat(json(publish(ofEve, EVE)).path("published")).hasSize(1);

        assertThat(json(server.get(server.url() + "/reprocessing", by(ANN))).path("jobs"))
                .hasSize(1);
    }

    private static HttpResponse<String> form(String path, String body, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        return server.send(server.url() + path, "application/x-www-form-urlencoded", body, all.toArray(String[]::new));
    }

    private static String wanted(String energy, String token) {
        return Asking.query("ID", did(RemakingServer.SPECTRUM), "energy", energy) + "&TOKEN=" + token;
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith("vo4he-session=").endsWith("; Path=/; HttpOnly; SameSite=Strict");
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void aFormWithATokenIsTakenAndItsBrowserSeesTheJobUntilTheTokenIsForgotten() throws Exception {
        HttpResponse<String> taken = form("/reprocessing", wanted("1-3", EVE.secret()), "Origin", server.url());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        String job = taken.headers().firstValue("Location").orElseThrow();
        String cookie = cookie(taken);
        assertThat(cookie + job).doesNotContain(EVE.secret());

        assertThat(server.over(job, "Cookie", cookie).path("phase").asText()).isEqualTo("COMPLETED");
        assertThat(server.get(job, "Cookie", "vo4he-session=nobody").statusCode())
                .isEqualTo(404);
        assertThat(server.get(server.url() + "/session", "Cookie", cookie).body())
                .contains("<strong>eve</strong>");

        assertThat(server.get(server.url() + "/reprocessing", "Cookie", cookie, "Accept", "text/html")
                        .body())
                .contains("<strong>eve</strong>", job.substring(server.url().length()));
        assertThat(server.get(server.url() + "/reprocessing", "Accept", "text/html")
                        .body())
                .contains("There are none.")
                .doesNotContain(job.substring(server.url().length()));
        String path = job.substring(server.url().length());
        assertThat(form(path, "action=keep", "Cookie", cookie).statusCode())
                .as("a cookie alone is no consent")
                .isEqualTo(404);
        assertThat(form(path, "action=keep", "Cookie", cookie, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(form(path, "action=keep", "Cookie", cookie, "Origin", server.url())
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> forgotten = form("/session", "action=forget", "Cookie", cookie, "Origin", server.url());
        assertThat(forgotten.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(server.get(job, "Cookie", cookie).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormWithoutATokenOrWithAWrongOneIsShownAgainWithWhatWasTyped() throws Exception {
        for (String token : List.of("", "nobody-knows-this-token")) {
            HttpResponse<String> again = form("/reprocessing", wanted("1.5-3", token));
            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(again.body())
                    .contains("Nothing was run.", "value=\"1.5-3\"")
                    .containsPattern(token.isEmpty() ? "A token of this archive is needed" : "This token is not known")
                    .doesNotContain("nobody-knows");
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> ofBob = form("/reprocessing", wanted("1.5-3", BOB.secret()));
        assertThat(ofBob.statusCode()).isEqualTo(403);
        assertThat(ofBob.body()).contains("does not have the scope 'run'").doesNotContain(BOB.secret());
    }

    @Test
    void wrongValuesOfAFormAreSaidBesideTheirFieldsWithoutScripts() throws Exception {
        HttpResponse<String> again = form("/reprocessing", wanted("2-7", ANN.secret()) + "&FORCE=true&grouping=0");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("value=\"2-7\"", "grouping takes from 1 count, not 0.", "checked=\"checked\"")
                .containsPattern("name=\"grouping\"[^>]* aria-invalid=\"true\"")
                .doesNotContain(ANN.secret());
    }

    @Test
    void aTokenInAnAddressIsRefused() throws Exception {
        HttpResponse<String> refused = form("/reprocessing?TOKEN=" + ANN.secret(), wanted("1-3", ""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("A token is no part of an address");
    }

    /// The input is the one that was used, as far as anybody can tell: its checksum was not recorded.
    @Test
    void anotherCalibrationIsAConflictThatNamesBothUntilItIsAccepted() throws Exception {
        String recipe = """
                {"provenance": {"calibration": [{"role": "calibration", "keyword": "CALDBVER", "value": "4.1.0",
                    "kind": "version"}], "provenance": [{"args": [
                  {"index": 0, "inputdata": {"location": "vo4he", "path": "extract"}},
                  {"index": 1, "inputdata": {"location": "", "path": "m82_10027_events.fits"}},
                  {"index": 15, "outputdata": {"description": "spectrum", "location": "", "path": "core.pha"}}]}]}%s}""";
        HttpResponse<String> changed = server.post("/reprocessing", recipe.formatted(""), by(ANN));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(409);
        assertThat(json(changed).path("findings"))
                .filteredOn(finding -> finding.path("severity").asText().equals("error"))
                .extracting(finding -> finding.path("code").asText()
                        + " "
                        + finding.path("message").asText())
                .containsExactly(
                        "reprocess-calibration-changed CALDBVER was 4.1.0, and is 4.9.4 in " + RemakingServer.EVENTS);
        assertThat(server.post(
                                "/reprocessing",
                                recipe.formatted(", \"acceptChangedInputs\": true, \"dryRun\": true"),
                                by(ANN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anInputThatIsNotWhatItWasIsAConflictThatNamesIt() throws Exception {
        Path events = server.folder().resolve(RemakingServer.EVENTS);
        byte[] whole = Files.readAllBytes(events);
        byte[] other = whole.clone();
        other[other.length - 1] ^= 1;
        try {
            Files.write(events, other);
            HttpResponse<String> changed = order(22, "", by(ANN));
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(409);
            JsonNode finding = json(changed).path("findings").get(0);
            assertThat(finding.path("code").asText()).isEqualTo("reprocess-input-changed");
            assertThat(finding.path("where").asText()).isEqualTo("/steps/0/input");
            assertThat(finding.path("message").asText()).contains(RemakingServer.EVENTS);

            assertThat(order(22, ", \"acceptChangedInputs\": true, \"dryRun\": true", by(ANN))
                            .statusCode())
                    .isEqualTo(200);
            String wanted = wanted("2-7", ANN.secret());
            HttpResponse<String> form = form("/reprocessing", wanted + "&Enrgy=1");
            assertThat(form.statusCode()).as(form.body()).isEqualTo(400);
            assertThat(form.body())
                    .contains("No argument is called 'Enrgy'", RemakingServer.EVENTS + " has sha256:")
                    .doesNotContainPattern("class=\"accept\"[^>]* hidden")
                    .doesNotContain("0:1 (input)");
            assertThat(form("/reprocessing", wanted).statusCode()).isEqualTo(409);
            HttpResponse<String> taken =
                    form("/reprocessing", wanted("2-7", EVE.secret()) + "&ACCEPTCHANGEDINPUTS=true");
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
            String job = taken.headers().firstValue("Location").orElseThrow();
            assertThat(server.over(job, by(EVE)).path("phase").asText()).isEqualTo("COMPLETED");
        } finally {
            Files.write(events, whole);
        }
    }
}
