// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.harvest.Describer;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// [Webhook], to a server that takes what it is sent, or does not.
class WebhookTest {

    private static final String SECRET = "correct horse";

    /// @param status the answer
    private record Call(String body, String signature, int status) {

        JsonNode events() throws IOException {
            return new ObjectMapper().readTree(body).path("events");
        }
    }

    @TempDir
    private Path temporary;

    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private Path folder;
    private Store store;

    @BeforeEach
    void listen() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::take);
        receiver.start();
        folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        store = Store.open(temporary.resolve("state"), new StoreSettings(128, 2, 2, Duration.ofSeconds(1), 10));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        store.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = Optional.ofNullable(answers.poll()).orElse(204);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        calls.add(new Call(body, exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE), status));
    }

    private Call next() throws InterruptedException {
        Call call = calls.poll(30, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private Webhook start() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), SECRET + "\n");
        URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        WebhookSettings settings =
                new WebhookSettings(url, Optional.of(secret), Duration.ofMillis(10), Duration.ofMillis(20));
        return Webhook.start(store.feed(), settings, "https://archive.example.org/vo", temporary);
    }

    private void arrive(String name) throws Exception {
        FitsBuilder builder = new FitsBuilder();
        builder.primary();
        builder.table("EVENTS")
                .card("HDUCLAS1", "EVENTS")
                .column("TIME", "D", 1)
                .column("PI", "J", 1);
        builder.write(folder.resolve(name));
        ProductDescriber products = new ProductDescriber(Rules.none());
        Describer describer = new Describer() {
            @Override
            public FileDescription describe(Path file, Siblings siblings) {
                return products.describe(file, siblings);
            }

            @Override
            public String program() {
                return "1";
            }
        };
        new Harvest(store, describer, HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    @Test
    void eachEventIsSentSignedUntilItIsTakenAndNoneTwiceAlsoAcrossRestarts() throws Exception {
        arrive("before.fits");
        try (Webhook _ = start()) {
            answers.add(500);
            answers.add(404);
            arrive("a.fits");

            Call refused = next();
            assertThat(refused.status()).isEqualTo(500);
            assertThat(next().body()).isEqualTo(refused.body());
            Call taken = next();
            assertThat(taken.body()).isEqualTo(refused.body());
            assertThat(taken.events()).hasSize(1);
            assertThat(taken.events().path(0).path("kind").asText()).isEqualTo("published");
            assertThat(taken.events().path(0).path("path").asText()).isEqualTo("a.fits");
            assertThat(taken.events().path(0).path("page").asText())
                    .startsWith("https://archive.example.org/vo/products/");
            assertThat(taken.signature())
                    .isEqualTo(Webhook.signature(
                            new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
                            taken.body().getBytes(StandardCharsets.UTF_8)));
            while (!Files.readString(temporary.resolve("webhook.cursor")).equals("2\n")) {
                Thread.onSpinWait();
            }
        }

        arrive("b.fits");
        try (Webhook _ = start()) {
            assertThat(next().events().path(0).path("path").asText()).isEqualTo("b.fits");
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void theSignatureIsThatOfRfc4231() {
        byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);
        byte[] data = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        assertThat(Webhook.signature(new SecretKeySpec(key, "HmacSHA256"), data))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aCursorThatIsNoneIsToldWithItsFile() throws IOException {
        Path cursor = Files.writeString(temporary.resolve("webhook.cursor"), "twelve");

        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessage(cursor + " holds 'twelve', which is no number of an event");
    }
}
