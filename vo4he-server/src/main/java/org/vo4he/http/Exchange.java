// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.time.Instant;
import java.util.Optional;

/// One request and what became of it, told when it is over.
///
/// Texts are as the client sent them, control characters and all, but for the server's token, which is never in them.
///
/// @param at when the request came
/// @param client address of the peer: behind a proxy, that of the proxy
/// @param target path and query, encoded as they came
/// @param protocol `HTTP/1.1`
/// @param route the template of the route that answered, `/products/{id}`; empty when none did
/// @param status as sent; 200 also of an answer that broke off later
/// @param bytes of the answer's body
/// @param nanos from the end of the request's headers to the end of the answer
/// @param referer empty when there is none
/// @param userAgent empty when there is none
/// @param forwardedFor what a proxy says of the client, unproven; empty when there is none
public record Exchange(
        Instant at,
        String client,
        String method,
        String target,
        String protocol,
        Optional<String> route,
        int status,
        long bytes,
        long nanos,
        End end,
        String referer,
        String userAgent,
        String forwardedFor) {

    /// How an answer ended.
    public enum End {
        /// all of it was sent
        WHOLE,
        /// the client closed its connection before that
        LEFT,
        /// it failed on the way, and we closed the connection
        BROKEN
    }
}
