// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.vo4he.http.Request;
import org.vo4he.http.Response;

/// Answers that a client may keep and ask for again with their ETag (RFC 9110, section 13.1.2).
final class Validated {

    private Validated() {}

    /// @param state a text that is another one whenever the answer is
    static Response answer(Request request, String state, Supplier<Response> answer) {
        String etag = etag(state);
        Response response = request.knows(etag) ? Response.empty(304) : answer.get();
        return response.header("ETag", etag).header("Cache-Control", "no-cache");
    }

    /// A page whose text says itself whether it is another one.
    static Response page(Request request, String document) {
        return answer(request, document, () -> Response.html(document));
    }

    private static String etag(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
