// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.http.HttpServer;
import org.vo4he.security.Token;
import org.vo4he.store.ServerFile;

/// Who answers for a state directory: the server that runs on it or, when there is none, one of our own that lives as
/// long as this object.
final class StateServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final Token token;
    private final String version;
    private final Optional<OurOwn> ourOwn;

    private record OurOwn(Assembly assembly, HttpServer server) {}

    private StateServer(String url, Token token, String version, Optional<OurOwn> ourOwn) {
        this.url = url;
        this.token = token;
        this.version = version;
        this.ourOwn = ourOwn;
    }

    /// @throws CommandFailure when there is no state in that folder, or it can't be opened
    static StateServer of(Path state, Settings settings) {
        Optional<StateServer> running = running(state);
        if (running.isPresent()) {
            return running.get();
        }
        if (!Files.isDirectory(state)) {
            throw new CommandFailure("there is no state folder " + state + ": 'vo4he serve' or 'harvest' makes one");
        }
        return openedHere(state, settings);
    }

    /// The server that runs on that state, if one does.
    static Optional<StateServer> running(Path state) {
        Optional<StateServer> noted = ServerFile.read(state)
                .map(file -> new StateServer(
                        url(file.host(), file.port()), Token.of(file.token()), file.version(), Optional.empty()));
        if (noted.isPresent() && !noted.get().answers()) {
            noted.get().close();
            return Optional.empty();
        }
        return noted;
    }

    private static StateServer openedHere(Path state, Settings settings) {
        Token token = Token.random();
        Assembly assembly = Assembly.open(settings, state);
        try {
            HttpServer server = assembly.listenForOurselves(token);
            return new StateServer(server.url(), token, Vo4he.version(), Optional.of(new OurOwn(assembly, server)));
        } catch (CommandFailure e) {
            assembly.close();
            throw e;
        }
    }

    /// Listening on every address, the server is reached on this machine's own.
    private static String url(String host, int port) {
        String reached = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return "http://" + reached + ":" + port;
    }

    private boolean answers() {
        try {
            client.send(request("/tap/availability").build(), BodyHandlers.discarding());
            return true;
        } catch (ConnectException _) {
            return false; // A killed server leaves its file, and another process may have its number.
        } catch (IOException e) {
            throw new CommandFailure("the server at " + url + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Whether it is one of our own, which nobody else can reach.
    boolean isOurOwn() {
        return ourOwn.isPresent();
    }

    /// @param path with its query, such as `/tap/capabilities`
    HttpResponse<InputStream> get(String path) {
        return send(request(path).GET());
    }

    /// @param form encoded as `application/x-www-form-urlencoded`
    ///
    /// @throws CommandFailure when the server is of another version and has no such path
    HttpResponse<InputStream> post(String path, String form) {
        HttpResponse<InputStream> response = posted(path, form);
        if (response.statusCode() == HttpURLConnection.HTTP_NOT_FOUND && !version.equals(Vo4he.version())) {
            throw new CommandFailure(
                    "the server at %s knows no %s: it is vo4he %s, and this is %s; stop it, and start it with this one"
                            .formatted(
                                    url, path, version.isEmpty() ? "of an older version" : version, Vo4he.version()));
        }
        return response;
    }

    private HttpResponse<InputStream> posted(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + token.secret())
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("'" + path + "' is no path of an address: " + e.getMessage(), e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CommandFailure("the server at " + url + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure("interrupted", e);
    }

    @Override
    public void close() {
        client.close();
        ourOwn.ifPresent(own -> {
            try (Assembly _ = own.assembly();
                    HttpServer server = own.server()) {
                server.url();
            } catch (IOException e) {
                throw new CommandFailure("our own server did not stop: " + e, e);
            }
        });
    }
}
