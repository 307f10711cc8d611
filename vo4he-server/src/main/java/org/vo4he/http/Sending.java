// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;

/// Puts a [Response] on the wire.
///
/// @param toAnyPage whether scripts of other sites may read the answers: what a public archive wants, and
///     what would hand private files to any page the owner of a server on loopback visits
record Sending(boolean toAnyPage) {

    /// Sent with every answer: who answers; no guessing of types, no framing, no scripts but our own, and these speak
    /// to this server and to a SAMP hub on the visitor's computer only (SAMP 1.3, section 5.2: its one address).
    static final Map<String, String> EVERY_ANSWER = Map.of(
            "Server", "vo4he",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; connect-src 'self' http://localhost:21012;"
                            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");

    /// What went wrong, if anything did; headers may already have left then.
    Optional<Exception> send(Context context, Response response) {
        HttpServletResponse out = context.res();
        out.setStatus(response.status());
        EVERY_ANSWER.forEach(out::setHeader);
        if (toAnyPage) {
            out.setHeader("Access-Control-Allow-Origin", "*");
        }
        response.headers().forEach(out::setHeader);
        response.length().ifPresent(out::setContentLengthLong);
        if (context.method().name().equals("HEAD")) {
            return Optional.empty();
        }
        try {
            response.body().writeTo(out.getOutputStream());
            return Optional.empty();
        } catch (EofException e) {
            return Optional.of(new ClientLeftException(e));
        } catch (IOException | RuntimeException e) {
            return Optional.of(e);
        }
    }
}
