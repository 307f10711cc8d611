// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.samples.Asking;
import org.vo4he.security.Token;
import org.vo4he.testkit.SharedData;

/// A server in this process over a folder with the Chandra event list of the examples, and a spectrum that `extract`
/// made of it.
final class RemakingServer implements AutoCloseable {

    static final String EVENTS = "m82_10027_events.fits";
    static final String SPECTRUM = "core.pha";
    static final Token TOKEN = Token.of("the-token-of-this-test-server");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Assembly assembly;
    private final Operations operations;
    private final HttpServer server;

    private RemakingServer(Path folder, Assembly assembly, Operations operations, HttpServer server) {
        this.folder = folder;
        this.assembly = assembly;
        this.operations = operations;
        this.server = server;
    }

    /// @param root empty, or with the folders of an earlier server
    static RemakingServer start(Path root, Map<Setting, String> more) throws Exception {
        Path folder = root.resolve("data");
        if (!Files.exists(folder)) {
            fill(Files.createDirectories(folder));
        }
        Map<Setting, String> given = new EnumMap<>(Map.of(
                Setting.PORT, "0",
                Setting.AUTHORITY, "example.org",
                Setting.COLLECTION, "m82",
                Setting.ACCESS_LOG, "off"));
        given.putAll(more);
        Settings settings = Settings.of(Configuration.of(Optional.empty(), Map.of(), given));
        Assembly assembly = Assembly.open(settings, root.resolve("state"), folder.toRealPath());
        Operations operations = assembly.operations();
        HttpServer server = assembly.listen(TOKEN, operations);
        assembly.harvest(Optional.empty(), false, Progress.silent());
        return new RemakingServer(folder, assembly, operations, server);
    }

    private static void fill(Path folder) throws IOException {
        Path events = SharedData.checkout().resolve("examples/products/chandra").resolve(EVENTS);
        Files.copy(events, folder.resolve(EVENTS));
        CommandRun made = CommandRun.of(
                "extract",
                folder.resolve(EVENTS),
                "--region",
                "circle(148.96,69.68,60\")",
                "--energy",
                "0.5-7",
                "--spectrum",
                folder.resolve(SPECTRUM));
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    static String did(String path) {
        return "ivo://example.org/m82?" + path;
    }

    Path folder() {
        return folder;
    }

    String url() {
        return server.url();
    }

    HttpResponse<String> post(String path, String json, String... headers) throws Exception {
        return send(url() + path, "application/json", json, headers);
    }

    HttpResponse<String> send(String address, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /// The address of the status of a job that was taken.
    String taken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /// The status of a job once it is over, as the stream of events tells it.
    JsonNode over(String status, String... headers) throws Exception {
        String stream = get(status + "/events", headers).body();
        String last = stream.substring(stream.lastIndexOf("event: end\ndata: ") + "event: end\ndata: ".length());
        return JSON.readTree(last);
    }

    JsonNode act(String status, String action) throws Exception {
        HttpResponse<byte[]> answer = Asking.post(status, "action", action);
        assertThat(answer.statusCode()).as(Asking.text(answer)).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        server.close();
        operations.close();
        assembly.close();
    }
}
