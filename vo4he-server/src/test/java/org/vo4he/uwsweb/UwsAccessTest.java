// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.security.Callers;
import org.vo4he.security.Scope;
import org.vo4he.security.Token;
import org.vo4he.security.TokenFile;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.JobRun;
import org.vo4he.uws.JobRunner;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueSettings;

/// Whose jobs are whose, on a server that wants a token.
class UwsAccessTest {

    private static final Token ANN = Token.random();
    private static final Token BOB = Token.random();
    private static final Token CYD = Token.random();
    private static final Token OWN = Token.random();

    @TempDir
    private Path folder;

    private Path tokens;
    private Queue queue;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        tokens = Files.write(
                folder.resolve("tokens"),
                List.of(
                        "# who may",
                        TokenFile.line("ann", Set.of(Scope.RUN, Scope.QUERY), ANN),
                        TokenFile.line("bob", Set.of(Scope.RUN), BOB),
                        TokenFile.line("cyd", Set.of(Scope.QUERY), CYD)));
        queue = Queue.open(folder.resolve("queue"), new Nothing(), QueueSettings.defaults());
        UwsFace face = new UwsFace("/errands/async", ErrorStyle.TEXT, Scope.RUN, false, false);
        Callers callers = new Callers(Optional.of(OWN), Optional.of(new TokenFile(tokens)));
        server = HttpServer.start(HttpSettings.local(), List.of(new UwsService(face, queue, callers)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        queue.close();
    }

    /// Makes an empty file.
    private record Nothing() implements JobRunner {

        @Override
        public void check(JobOrder order) {}

        @Override
        public List<JobResult> run(JobOrder order, JobRun run) throws IOException {
            run.create("nothing").close();
            return List.of(run.result("nothing", "nothing", "text/plain"));
        }
    }

    private HttpResponse<String> ask(String method, String url, Optional<String> token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> create(Optional<String> token) throws Exception {
        return ask("POST", server.url() + "/errands/async", token);
    }

    @Test
    void withoutATokenThereIsNoJobWhereTheOperatorDidNotSaySo() throws Exception {
        HttpResponse<String> none = create(Optional.empty());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(create(Optional.of("a-token-of-nobody")).statusCode()).isEqualTo(401);
        HttpResponse<String> other = create(Optional.of(CYD.secret()));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("scope 'run'");
        assertThat(queue.jobs()).isEmpty();
    }

    @Test
    void aJobIsThereForItsOwnerOnly() throws Exception {
        String job = create(Optional.of(ANN.secret()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String list = server.url() + "/errands/async";

        assertThat(ask("GET", job + "/owner", Optional.of(ANN.secret())).body()).isEqualTo("ann");
        assertThat(ask("GET", list, Optional.of(ANN.secret())).body()).contains(job);
        for (Optional<String> other : List.of(Optional.of(BOB.secret()), Optional.<String>empty())) {
            assertThat(ask("GET", job, other).statusCode()).isEqualTo(404);
            assertThat(ask("GET", job + "/phase", other).statusCode()).isEqualTo(404);
            assertThat(ask("DELETE", job, other).statusCode()).isEqualTo(404);
            assertThat(ask("GET", list, other).body()).doesNotContain(job);
        }
        assertThat(ask("GET", list, Optional.of(OWN.secret())).body()).contains(job);
        assertThat(ask("DELETE", job, Optional.of(ANN.secret())).statusCode()).isEqualTo(303);
        assertThat(queue.jobs()).isEmpty();
    }

    @Test
    void aTokenThatIsTakenOutOfTheFileIsUnknownFromThenOn() throws Exception {
        assertThat(create(Optional.of(BOB.secret())).statusCode()).isEqualTo(303);
        Files.writeString(tokens, "# nobody any more\n");
        assertThat(create(Optional.of(BOB.secret())).statusCode()).isEqualTo(401);
    }

    @Test
    void theFileHoldsNoTokenAndAWrongLineIsNamed() throws IOException {
        assertThat(Files.readString(tokens)).doesNotContain(ANN.secret()).contains("ann query,run sha256:");
        Files.writeString(tokens, "# x\nann everything sha256:" + "0".repeat(64) + "\n");
        assertThatThrownBy(() -> new TokenFile(tokens).identify("x"))
                .hasMessage(tokens + " line 2: no scope is called 'everything'; choose query, run or publish");
        assertThatThrownBy(() -> TokenFile.line("operator", Set.of(Scope.RUN), ANN))
                .hasMessageContaining("is not 'operator'");
    }
}
