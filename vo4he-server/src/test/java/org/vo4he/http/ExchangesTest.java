// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.security.Token;

/// What a listener hears of requests, told by a real server about real connections.
class ExchangesTest {

    private static final Token TOKEN = Token.of("0123456789abcdef");
    private static final LinkedBlockingQueue<Exchange> HEARD = new LinkedBlockingQueue<>();
    private static final int LONG = 50_000_000;

    private static HttpServer server;

    private static void routes(Router router) {
        router.get("/part/{name}", request -> Response.plain(request.pathPart("name")));
        router.get(
                "/slow",
                _ -> Response.stream("text/plain", out -> {
                    for (int i = 0; i < 10; i++) {
                        out.write(new byte[10_000]);
                        out.flush();
                        pause();
                    }
                }));
        router.get(
                "/long",
                _ -> Response.stream("text/plain", out -> {
                    for (int i = 0; i < LONG / 10_000; i++) {
                        out.write(new byte[10_000]);
                    }
                }));
        router.get(
                "/torn",
                _ -> Response.stream("text/plain", out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("torn");
                }));
        router.change("/change", _ -> Response.plain("changed"));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Routes routes = ExchangesTest::routes;
        ExchangeListener listener = HEARD::add;
        server = HttpServer.start(HttpSettings.local().withToken(TOKEN), List.of(routes), List.of(listener));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aRequestIsToldWithItsRouteLengthAndHeaders() throws Exception {
        Instant before = Instant.now().minusMillis(1000);
        Wire.ask(
                server, "GET /part/abc?x=%20y HTTP/1.1|Host: h|User-Agent: me|Referer: there|X-Forwarded-For: 1.2.3.4");

        Exchange heard = heard();
        assertThat(heard.method()).isEqualTo("GET");
        assertThat(heard.target()).isEqualTo("/part/abc?x=%20y");
        assertThat(heard.protocol()).isEqualTo("HTTP/1.1");
        assertThat(heard.route()).contains("/part/{name}");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.bytes()).isEqualTo(3);
        assertThat(heard.client()).isEqualTo("127.0.0.1");
        assertThat(heard.end()).isEqualTo(Exchange.End.WHOLE);
        assertThat(heard.at()).isBetween(before, Instant.now());
        assertThat(List.of(heard.userAgent(), heard.referer(), heard.forwardedFor()))
                .containsExactly("me", "there", "1.2.3.4");
    }

    @Test
    void aStreamedAnswerIsToldWithItsWholeLengthAndTime() throws Exception {
        Wire.ask(server, "GET /slow HTTP/1.1|Host: h");

        Exchange heard = heard();
        assertThat(heard.bytes()).isEqualTo(100_000);
        assertThat(Duration.ofNanos(heard.nanos())).isBetween(Duration.ofMillis(200), Duration.ofSeconds(30));
    }

    @Test
    void aClientThatLeavesIsToldSo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream().write("GET /long HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1000);
        }
        Exchange heard = heard();
        assertThat(heard.route()).contains("/long");
        assertThat(heard.end()).isEqualTo(Exchange.End.LEFT);
        assertThat(heard.bytes()).isLessThan(LONG);
    }

    @Test
    void anAnswerThatBreaksOffIsToldSo() throws Exception {
        Wire.ask(server, "GET /torn HTTP/1.1|Host: h");

        assertThat(heard().end()).isEqualTo(Exchange.End.BROKEN);
    }

    @Test
    void whatNoRouteAnswersAndWhatIsNoHttpIsToldToo() throws Exception {
        Wire.ask(server, "GET /nothing HTTP/1.1|Host: h");
        Exchange unknown = heard();
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.route()).isEmpty();

        Wire.ask(server, "NONSENSE");
        Exchange nonsense = heard();
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.route()).isEmpty();
    }

    @Test
    void theTokenIsNeverTold() throws Exception {
        Wire.ask(
                server,
                "POST /change?k=" + TOKEN.secret() + " HTTP/1.1|Host: 127.0.0.1:" + server.port()
                        + "|Authorization: Bearer " + TOKEN.secret() + "|Referer: http://x/?" + TOKEN.secret()
                        + "|User-Agent: " + TOKEN.secret() + "|Content-Length: 0");

        Exchange heard = heard();
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.toString()).doesNotContain(TOKEN.secret());
        assertThat(heard.target()).isEqualTo("/change?k=[hidden]");
    }

    private static Exchange heard() throws InterruptedException {
        Exchange exchange = HEARD.poll(20, TimeUnit.SECONDS);
        assertThat(exchange).as("an exchange within 20 s").isNotNull();
        return exchange;
    }
}
