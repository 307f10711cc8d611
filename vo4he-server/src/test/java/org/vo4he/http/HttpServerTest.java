// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.security.Token;

/// [HttpServer] on a free port, asked by the JDK's client and, where headers must be forged, byte by byte.
class HttpServerTest {

    private static final Token TOKEN = Token.of("0123456789abcdef");
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch CLIENT_LEFT = new CountDownLatch(1);

    private static HttpServer server;
    private static HttpClient client;

    private static void routes(Router router) {
        router.query("/echo", request -> Response.plain(request.parameters().toString()));
        router.get("/base", request -> Response.plain(request.baseUrl()));
        router.get("/part/{name}", request -> Response.plain(request.pathPart("name")));
        StaticResources files = new StaticResources(HttpServerTest.class, "Wire.txt");
        router.get("/static/{name}", request -> files.serve(request, request.pathPart("name")));
        router.change("/change", _ -> Response.plain("changed"));
        router.get("/fault", _ -> {
            throw new IllegalStateException("secret detail");
        });
        router.get("/deep", request -> deep(request, 0));
        router.get("/full", _ -> {
            throw new IllegalStateException(new IOException("/secret/place: No space left on device"));
        });
        router.get("/usage", _ -> {
            throw new ServiceException.Usage("bad <value>");
        });
        router.errorsAs(ErrorStyle.VOTABLE).get("/dali", _ -> {
            throw new ServiceException.Usage("bad <value>");
        });
        router.get(
                "/late",
                _ -> Response.stream("text/plain", _ -> {
                    throw new ServiceException.Limit(ServiceException.Kind.TIME, "too slow");
                }));
        router.get(
                "/torn",
                _ -> Response.stream("text/plain", out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("torn");
                }));
        router.get("/wait", request -> {
            request.onDisconnect(CLIENT_LEFT::countDown);
            STARTED.countDown();
            await(CLIENT_LEFT);
            return Response.plain("nobody reads this");
        });
    }

    private static Response deep(Request request, int level) {
        return level < 0 ? Response.plain("") : deep(request, level + 1);
    }

    @BeforeAll
    static void start() throws IOException {
        Routes routes = HttpServerTest::routes;
        server = HttpServer.start(HttpSettings.local().withToken(TOKEN), List.of(routes));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void parametersOfUrlAndFormAreJoinedWhateverTheirCase() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/echo?Id=a&ID=b%2Bc"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("id=%C3%A9&LANG=ADQL"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("{ID=[a, b+c, é], LANG=[ADQL]}");
    }

    @Test
    void aMultipartFormIsReadLikeAnyOther() throws Exception {
        String body = """
                --b\r
                Content-Disposition: form-data; name="query"\r
                \r
                SELECT é\r
                --b--\r
                """;
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/echo?LANG=ADQL"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("{LANG=[ADQL], QUERY=[SELECT é]}");
    }

    @Test
    void aFixedFileIsServedOnceAndKnownByItsTag() throws Exception {
        HttpResponse<String> first = get("/static/Wire.txt");

        assertThat(first.body()).isEqualTo("for HttpServerTest\n");
        assertThat(first.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/static/Wire.txt", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get("/static/..%2FWire.txt").statusCode()).isIn(400, 404);
        assertThat(get("/static/HttpServerTest.class").statusCode()).isEqualTo(404);
    }

    @Test
    void aPathPartIsDecodedOnce() throws Exception {
        assertThat(get("/part/a%20b%2525").body()).isEqualTo("a b%25");
    }

    @Test
    void anUnknownPathIsNotFoundInTheFormTheClientLikes() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").body()).isEqualTo("there is nothing at '/nowhere'\n");
        assertThat(get("/nowhere", "Accept", "application/json").body())
                .contains("{\"status\":404,\"message\":\"there is nothing at '/nowhere'\"}");
        assertThat(get("/nowhere", "Accept", "text/html").body()).contains("<h1>404</h1>");
    }

    @Test
    void theWrongMethodIsSaidToBeThat() throws Exception {
        assertThat(Wire.ask(server, "DELETE /echo HTTP/1.1|Host: localhost"))
                .startsWith("HTTP/1.1 405")
                .containsPattern("(?m)^Allow: .*GET.*HEAD|^Allow: .*HEAD.*GET");
    }

    @Test
    void aFullDiskIsToldAsSuchWithoutItsPlace() throws Exception {
        assertThat(get("/full").statusCode()).isEqualTo(507);
        assertThat(get("/full").body()).contains("no room left on its disk").doesNotContain("secret");
    }

    @Test
    void anInternalFaultShowsNothingOfItsCause() throws Exception {
        assertThat(get("/fault").statusCode()).isEqualTo(500);
        assertThat(get("/fault").body()).doesNotContain("secret");
    }

    @Test
    void aRequestThatGoesTooDeepIsAnsweredAsAFaultOfOurs() throws Exception {
        assertThat(get("/deep").statusCode()).isEqualTo(500);
        assertThat(get("/deep").body()).isEqualTo(get("/fault").body()).isNotBlank();
    }

    @Test
    void aUsageFaultIsShownEscaped() throws Exception {
        assertThat(get("/usage", "Accept", "text/html").body()).contains("bad &lt;value&gt;");
        assertThat(get("/dali").statusCode()).isEqualTo(400);
        assertThat(get("/dali").body())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">bad &lt;value&gt;</INFO>");
    }

    @Test
    void aBodyThatFailsBeforeItsFirstByteBecomesAnErrorAnswer() throws Exception {
        HttpResponse<String> answer = get("/late");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).isEqualTo("too slow\n");
    }

    @Test
    void aBodyThatFailsLaterBreaksTheConnection() {
        assertThatThrownBy(() -> get("/torn")).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatLeavesIsNoticedWithinASecond() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(STARTED.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(CLIENT_LEFT.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }

        assertThat(CLIENT_LEFT.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void linksFollowABelievableHostAndNoOther() throws Exception {
        assertThat(Wire.ask(server, "GET /base HTTP/1.1|Host: localhost:9999")).endsWith("http://localhost:9999");
        assertThat(Wire.ask(server, "GET /base HTTP/1.1|Host: evil.example"))
                .endsWith("http://127.0.0.1:" + server.port());
        assertThat(Wire.ask(server, "GET /base HTTP/1.1|Host: a\"><script>")).doesNotContain("script");
    }

    @Test
    void aConfiguredBaseUrlWinsOverTheHost() throws Exception {
        Routes routes = HttpServerTest::routes;
        HttpSettings settings = HttpSettings.local().withBaseUrl(URI.create("https://archive.example.org/vo/"));
        try (HttpServer behindProxy = HttpServer.start(settings, List.of(routes))) {
            assertThat(Wire.ask(behindProxy, "GET /base HTTP/1.1|Host: localhost"))
                    .contains("Access-Control-Allow-Origin: *")
                    .endsWith("https://archive.example.org/vo");
        }
    }

    @Test
    void aPublicServerAnswersTheQuestionThatBrowsersAskBeforeAndALocalOneDoesNot() throws Exception {
        Routes routes = HttpServerTest::routes;
        HttpSettings settings = HttpSettings.local().withBaseUrl(URI.create("https://archive.example.org"));
        String question = "OPTIONS /echo HTTP/1.1|Host: localhost|Origin: https://page.example|"
                + "Access-Control-Request-Method: POST|Access-Control-Request-Headers: content-type";
        try (HttpServer open = HttpServer.start(settings, List.of(routes))) {
            assertThat(Wire.ask(open, question))
                    .startsWith("HTTP/1.1 204")
                    .contains("Access-Control-Allow-Origin: *")
                    .contains("Access-Control-Allow-Methods: GET, HEAD, POST")
                    .containsPattern("Access-Control-Allow-Headers: .*Content-Type.*Range");
            assertThat(Wire.ask(open, question.replace("/echo", "/change"))).startsWith("HTTP/1.1 405");
            assertThat(Wire.ask(open, question.replace("/echo", "/nothing"))).startsWith("HTTP/1.1 404");
        }
        assertThat(Wire.ask(server, question)).startsWith("HTTP/1.1 405").doesNotContain("Access-Control-Allow");
    }

    @Test
    void aChangeNeedsTheTokenOurHostAndNoForeignPage() throws Exception {
        String post = "POST /change HTTP/1.1|Content-Length: 0|";
        String token = "|Authorization: Bearer " + TOKEN.secret();

        assertThat(Wire.ask(server, post + "Host: localhost" + token)).startsWith("HTTP/1.1 200");
        assertThat(Wire.ask(server, post + "Host: localhost|Origin: http://localhost" + token))
                .startsWith("HTTP/1.1 200");
        assertThat(Wire.ask(server, post + "Host: localhost")).startsWith("HTTP/1.1 403");
        assertThat(Wire.ask(server, post + "Host: localhost|Authorization: Bearer wrong"))
                .startsWith("HTTP/1.1 403");
        assertThat(Wire.ask(server, post + "Host: evil.example" + token)).startsWith("HTTP/1.1 403");
        assertThat(Wire.ask(server, post + "Host: localhost|Origin: http://evil.example" + token))
                .startsWith("HTTP/1.1 403");
        assertThat(Wire.ask(server, post + "Host: localhost|Origin: null" + token))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aRequestBodyAboveTheLimitIsRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/echo"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("a=" + "x".repeat(5_000_000)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void brokenPercentEncodingIsTheCallersFault() throws Exception {
        assertThat(Wire.ask(server, "GET /echo?a=%zz HTTP/1.1|Host: localhost")).startsWith("HTTP/1.1 4");
        assertThat(Wire.ask(server, "GET /part/%zz HTTP/1.1|Host: localhost")).startsWith("HTTP/1.1 4");
    }

    @Test
    void aBodyThatIsNoFormIsRefusedAndAnEmptyOneIsNone() throws Exception {
        HttpResponse<String> refused = client.send(
                HttpRequest.newBuilder(uri("/echo"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"ID\": \"a\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("application/x-www-form-urlencoded", "found 'application/json'");
        assertThat(client.send(
                                HttpRequest.newBuilder(uri("/echo?ID=a"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("{ID=[a]}");
    }

    @Test
    void anAddressThatCannotBeUnderstoodIsRefusedInOurWords() throws Exception {
        for (String path : List.of("/part/../../x", "/part/%00", "/part/a%2fb/..;/x", "/%zz")) {
            String answer = Wire.ask(server, "GET " + path + " HTTP/1.1|Host: localhost");

            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: text/plain", "X-Content-Type-Options: nosniff", "Server: vo4he")
                    .contains("the address of this request can't be understood")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("<table");
            assertThat(Wire.ask(server, "GET " + path + " HTTP/1.1|Host: localhost|Accept: text/html"))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void headAnswersLikeGetWithoutABody() throws Exception {
        String answer = Wire.ask(server, "HEAD /base HTTP/1.1|Host: localhost");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 16")
                .endsWith("\r\n\r\n");
    }

    @Test
    void everyAnswerForbidsFramingAndGuessingOfTypes() throws Exception {
        for (String path : List.of("/base", "/nowhere", "/fault")) {
            assertThat(get(path).headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(get(path).headers().firstValue("X-Frame-Options")).contains("DENY");
        }
    }

    @Test
    void aServerForThisMachineOnlyHidesItsAnswersFromOtherSites() throws Exception {
        assertThat(get("/base", "Origin", "http://evil.example").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aPortInUseIsASentenceThatNamesIt() {
        assertThatThrownBy(() -> HttpServer.start(HttpSettings.local(server.port()), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("can't listen on 127.0.0.1 port " + server.port() + ": it is in use, or not allowed");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(server.url() + path);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody left");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
