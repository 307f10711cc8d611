// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which `Host` and `Origin` headers this server believes.
///
/// A page on another site can make a browser send requests to a server on the reader's own machine, also under a name
/// of that site (DNS rebinding); listening on loopback is therefore no protection, and these headers are what tells
/// such requests apart.
///
/// @param boundHost the address or name the server listens on
/// @param publicHost the host of the configured base URL, when there is one
public record HostCheck(String boundHost, Optional<String> publicHost) {

    /// RFC 9110, section 7.2: a name or IPv4 address, or an IPv6 address in brackets, then an optional port.
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    /// Whether the header has the form of a host, and, on a server that listens on loopback only, names this machine:
    /// only then may it appear in links.
    public boolean believable(String hostHeader) {
        return name(hostHeader)
                .filter(name -> !LOOPBACK.contains(boundName()) || isOurs(name))
                .isPresent();
    }

    /// Whether a request that changes something may come with this `Host`.
    public boolean mayChange(String hostHeader) {
        return name(hostHeader)
                .filter(name -> isOurs(name) || EVERY_ADDRESS.contains(boundName()))
                .isPresent();
    }

    /// Whether a page of this origin may change something here: the page must be our own.
    ///
    /// @param originHeader the header `Origin`; browsers send it with every POST, other programs don't
    public boolean sameOrigin(String originHeader, String hostHeader) {
        Optional<String> origin = authority(originHeader);
        return origin.isPresent()
                && (origin.get().equalsIgnoreCase(hostHeader)
                        || publicHost
                                .filter(host -> hostOf(origin.get()).equals(lower(host)))
                                .isPresent());
    }

    private boolean isOurs(String name) {
        return LOOPBACK.contains(name)
                || name.equals(boundName())
                || publicHost.filter(host -> lower(host).equals(name)).isPresent();
    }

    private String boundName() {
        return lower(boundHost.contains(":") && !boundHost.startsWith("[") ? "[" + boundHost + "]" : boundHost);
    }

    private static Optional<String> name(String hostHeader) {
        var matcher = HOST.matcher(hostHeader);
        return matcher.matches() ? Optional.of(lower(matcher.group(1))) : Optional.empty();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String hostOf(String authority) {
        return name(authority).orElse("");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
