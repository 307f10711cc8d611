// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.cli.RemakingServer.did;
import static org.vo4he.cli.RemakingServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
        } finally {
            Files.write(events, whole);
        }
    }
}
