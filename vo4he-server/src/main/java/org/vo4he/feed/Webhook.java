// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.store.Feed;
import org.vo4he.store.FeedFilter;
import org.vo4he.store.FeedPage;
import org.vo4he.store.StoreException;

/// Sends the events of the feed to one address, in order, each until it was taken: what is sent is a page as `/events`
/// gives it, by POST; an answer 2xx takes it. How far it is lies in a file, so that nothing is lost when either side
/// stops; what was taken just before a crash is sent once more.
///
/// Begins with what happens after it was set up.
public final class Webhook implements AutoCloseable {

    /// Of HMAC-SHA256 over the body (RFC 2104): `sha256=` and 64 digits.
    public static final String SIGNATURE = "X-Vo4he-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int EVENTS_AT_ONCE = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long STOP_MILLIS = 2000;

    private final Feed feed;
    private final WebhookSettings settings;
    private final EventJson json;
    private final Path cursorFile;
    private final Optional<SecretKeySpec> key;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Thread sender =
            Thread.ofPlatform().name("webhook").daemon(true).unstarted(this::send);
    private long cursor;

    private Webhook(Feed feed, WebhookSettings settings, String baseUrl, Path cursorFile) throws IOException {
        this.feed = feed;
        this.settings = settings;
        this.json = new EventJson(baseUrl);
        this.cursorFile = cursorFile;
        this.key = settings.secret().isEmpty()
                ? Optional.empty()
                : Optional.of(key(settings.secret().get()));
    }

    private static SecretKeySpec key(Path file) throws IOException {
        String secret = Files.readString(file).lines().findFirst().orElse("").strip();
        if (secret.isEmpty()) {
            throw new IOException("the file " + file + " of the webhook's secret is empty");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /// Begins to send.
    ///
    /// @param baseUrl where the world sees the server, for the addresses of products
    /// @param state folder of the cursor
    /// @throws IOException when the cursor or the secret can't be read
    public static Webhook start(Feed feed, WebhookSettings settings, String baseUrl, Path state) throws IOException {
        Webhook webhook = new Webhook(feed, settings, baseUrl, state.resolve("webhook.cursor"));
        webhook.begin();
        webhook.sender.start();
        return webhook;
    }

    /// A cursor that the feed knows nothing of is one of a feed before: this one is sent from its beginning.
    private void begin() throws IOException {
        if (!Files.exists(cursorFile)) {
            advance(feed.last());
            return;
        }
        String text = Files.readString(cursorFile).strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new IOException(cursorFile + " holds '" + text + "', which is no number of an event");
        }
        cursor = Long.parseLong(text) > feed.last() ? 0 : Long.parseLong(text);
    }

    private void send() {
        Duration pause = settings.firstPause();
        try {
            while (true) {
                Optional<String> failure = sendNext();
                if (failure.isEmpty()) {
                    pause = settings.firstPause();
                } else {
                    LOG.warn("events after {} wait for {}: {}", cursor, settings.url(), failure.get());
                    Thread.sleep(pause);
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(settings.longestPause()) < 0 ? longer : settings.longestPause();
                }
            }
        } catch (InterruptedException _) {
            // The server stops.
        }
    }

    /// @return why it was not taken
    private Optional<String> sendNext() throws InterruptedException {
        try {
            FeedPage page = feed.after(cursor, EVENTS_AT_ONCE, FeedFilter.all());
            if (page.events().isEmpty()) {
                feed.await(cursor, TIMEOUT);
                return Optional.empty();
            }
            int status = post(json.page(page).getBytes(StandardCharsets.UTF_8));
            if (status / 100 != 2) {
                return Optional.of("it answered " + status);
            }
            advance(page.next());
            return Optional.empty();
        } catch (IOException | StoreException | RuntimeException e) {
            return Optional.of(String.valueOf(e));
        }
    }

    private int post(byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "vo4he")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        key.ifPresent(secret -> request.header(SIGNATURE, signature(secret, body)));
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static String signature(SecretKeySpec secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// On the disk before the next page is sent.
    private void advance(long next) throws IOException {
        Path fresh = cursorFile.resolveSibling(cursorFile.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap((next + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, cursorFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        cursor = next;
    }

    @Override
    public void close() {
        sender.interrupt();
        try {
            sender.join(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }
}
