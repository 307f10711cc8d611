// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Browsers whose users gave a token in a form: each holds a random name in a cookie, which is known here until it is
/// ended, half a day is over, or the server stops. Nothing is written anywhere, and of a token its hash is kept only,
/// so that a token that is taken back ends its sessions. Safe on any thread.
public final class Sessions {

    static final String COOKIE = "vo4he-session";

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;

    private record Session(String tokenHash, Instant until) {}

    /// The oldest first.
    private final Map<String, Session> byName = new LinkedHashMap<>();

    private final InstantSource clock;

    public Sessions() {
        this(InstantSource.system());
    }

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /// @return the name of a new one; when there are too many, the oldest ends
    synchronized String begin(String tokenHash) {
        byName.values().removeIf(session -> session.until().isBefore(clock.instant()));
        if (byName.size() == MOST) {
            byName.remove(byName.keySet().iterator().next());
        }
        String name = Token.random().secret();
        byName.put(name, new Session(tokenHash, clock.instant().plus(LONGEST)));
        return name;
    }

    synchronized Optional<String> tokenHash(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(session -> clock.instant().isBefore(session.until()))
                .map(Session::tokenHash);
    }

    synchronized void end(String name) {
        byName.remove(name);
    }

    /// The name in a header `Cookie` (RFC 6265, section 4.2).
    static Optional<String> name(Optional<String> cookies) {
        return cookies.stream()
                .flatMap(text -> Arrays.stream(text.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst();
    }

    /// The header `Set-Cookie` of a session: no script reads it, no other site has it sent, and the browser forgets it
    /// when it is closed.
    ///
    /// @param baseUrl of this server: below its path the cookie is sent, and over TLS only when it is there by TLS
    static String cookie(String name, String baseUrl) {
        String path = baseUrl.replaceFirst("^[a-z]+://[^/]*", "");
        return COOKIE + "=" + name + "; Path=" + (path.isEmpty() ? "/" : path) + "; HttpOnly; SameSite=Strict"
                + (baseUrl.startsWith("https:") ? "; Secure" : "");
    }
}
