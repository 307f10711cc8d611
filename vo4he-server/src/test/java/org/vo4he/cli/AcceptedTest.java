// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.ServerFile;

/// What is told of the answers of servers that can't do what they are asked for.
class AcceptedTest {

    private static HttpResponse<InputStream> answer(int status, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/export"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anErrorWithoutAWordIsToldByItsStatus() throws Exception {
        HttpResponse<InputStream> response = answer(500, "");

        assertThatThrownBy(() -> Accepted.body(response))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("the server answered with status 500 to /api/export, and without a word");
    }

    @Test
    void aServerOfAnotherVersionThatHasNoSuchPathIsToldAsSuch(@TempDir Path state) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            ServerFile.ofThisProcess("127.0.0.1", port, "secret-of-the-server", "0.0.9")
                    .write(state);

            CommandRun run = CommandRun.of("verify", "ivo://x/y?z", "--state", state);

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("the server at http://127.0.0.1:" + port
                            + " knows no /api/inputs: it is vo4he 0.0.9, and this" + " is " + Vo4he.version()
                            + "; stop it, and start it with this one");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anErrorIsToldInTheWordsOfTheServer() throws Exception {
        HttpResponse<InputStream> plain = answer(400, "there is no table x\n");
        HttpResponse<InputStream> votable =
                answer(400, "<VOTABLE><INFO name=\"QUERY_STATUS\" value=\"ERROR\">line 1</INFO></VOTABLE>");

        assertThatThrownBy(() -> Accepted.body(plain)).hasMessage("there is no table x");
        assertThatThrownBy(() -> Accepted.body(votable)).hasMessage("line 1");
    }

    @Test
    void anAnswerIsGivenOn() throws Exception {
        assertThat(new String(Accepted.body(answer(200, "rows")).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("rows");
    }
}
