// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vo4he.security.Token;

/// How the server listens.
///
/// @param host address or name to listen on
/// @param port 0 lets the system choose a free one
/// @param baseUrl under which the world sees the server, without a final slash; without it links follow the
///     `Host` header
/// @param token what a request that changes something must show; without it such requests are open to every
///     caller that passes the checks of `Host` and `Origin`
/// @param maxRequestBytes larger request bodies are refused
/// @param maxThreads requests answered at once
public record HttpSettings(
        String host, int port, Optional<URI> baseUrl, Optional<Token> token, long maxRequestBytes, int maxThreads) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    public static final int DEFAULT_PORT = 8080;
    public static final long DEFAULT_MAX_REQUEST_BYTES = 4_000_000;
    public static final int DEFAULT_MAX_THREADS = 64;

    public HttpSettings {
        Objects.requireNonNull(host);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, found " + port);
        }
        baseUrl.ifPresent(HttpSettings::checkBaseUrl);
        if (maxThreads < 8) {
            throw new IllegalArgumentException("the server needs at least 8 threads, found " + maxThreads);
        }
        baseUrl = baseUrl.map(HttpSettings::withoutFinalSlash);
    }

    /// Loopback, a free port, changes open to local callers: for tests and for commands that ask themselves.
    public static HttpSettings local() {
        return local(0);
    }

    /// Loopback on this port.
    public static HttpSettings local(int port) {
        return new HttpSettings(
                DEFAULT_HOST, port, Optional.empty(), Optional.empty(), DEFAULT_MAX_REQUEST_BYTES, DEFAULT_MAX_THREADS);
    }

    public HttpSettings withHost(String newHost) {
        return new HttpSettings(newHost, port, baseUrl, token, maxRequestBytes, maxThreads);
    }

    public HttpSettings withBaseUrl(URI newBaseUrl) {
        return new HttpSettings(host, port, Optional.of(newBaseUrl), token, maxRequestBytes, maxThreads);
    }

    public HttpSettings withToken(Token newToken) {
        return new HttpSettings(host, port, baseUrl, Optional.of(newToken), maxRequestBytes, maxThreads);
    }

    /// Whether others than this machine are meant to use the server.
    public boolean isPublic() {
        return baseUrl.isPresent() || !LOOPBACK.contains(host);
    }

    private static void checkBaseUrl(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the base URL must look like https://archive.example.org/vo, found '" + url + "'");
        }
    }

    private static URI withoutFinalSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
