// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.util.Optional;
import org.vo4he.security.HostCheck;
import org.vo4he.security.Token;

/// Lets only those requests change something that name us as `Host`, come from no foreign page, and show the token.
record ChangeGuard(HostCheck hostCheck, Optional<Token> token) {

    private static final String BEARER = "Bearer ";

    void check(Request request) {
        checkPlace(request);
        if (token.isPresent() && !shown(request).map(token.get()::matches).orElse(false)) {
            throw new ServiceException.Refused(
                    "a change needs the header Authorization: Bearer with this server's token");
        }
    }

    /// Looks at `Host` and `Origin` only.
    void checkPlace(Request request) {
        String host = request.header("Host").orElse("");
        if (!hostCheck.mayChange(host)) {
            throw new ServiceException.Refused("a change must name this server in its Host header, found "
                    + Parameters.quoted(host) + "; start the server with --base-url if that is its name");
        }
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent() && !hostCheck.sameOrigin(origin.get(), host)) {
            throw new ServiceException.Refused(
                    "a page of another site may change nothing here, found Origin " + Parameters.quoted(origin.get()));
        }
    }

    private static Optional<String> shown(Request request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
