// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// One answer: status, headers and a body that is written when its turn comes. Immutable.
public final class Response {

    private static final BodyWriter EMPTY = _ -> {};

    private final int status;
    private final Map<String, String> headers;
    private final OptionalLong length;
    private final BodyWriter body;
    private final boolean live;

    private Response(int status, Map<String, String> headers, OptionalLong length, BodyWriter body) {
        this(status, headers, length, body, false);
    }

    private Response(int status, Map<String, String> headers, OptionalLong length, BodyWriter body, boolean live) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.length = length;
        this.body = Objects.requireNonNull(body);
        this.live = live;
    }

    /// Status 200 and these bytes.
    public static Response bytes(String contentType, byte[] content) {
        byte[] copy = content.clone();
        return new Response(
                200, Map.of("Content-Type", contentType), OptionalLong.of(copy.length), out -> out.write(copy));
    }

    /// Status 200 and this text in UTF-8.
    public static Response text(String contentType, String content) {
        return bytes(contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Response plain(String content) {
        return text("text/plain;charset=utf-8", content);
    }

    public static Response html(String document) {
        return text("text/html;charset=utf-8", document);
    }

    public static Response json(String document) {
        return text("application/json", document);
    }

    public static Response xml(String document) {
        return text("text/xml;charset=utf-8", document);
    }

    /// Status 200 and a body of unknown length, sent while it is computed.
    public static Response stream(String contentType, BodyWriter body) {
        return new Response(200, Map.of("Content-Type", contentType), OptionalLong.empty(), body);
    }

    /// Status 200 and a body of known length, of which the writer must write exactly as many bytes.
    public static Response stream(String contentType, long length, BodyWriter body) {
        return new Response(200, Map.of("Content-Type", contentType), OptionalLong.of(length), body);
    }

    /// Status 200 and a body that mostly waits: it is written by a virtual thread of its own, which is interrupted when
    /// the client leaves or the server stops, so that none of the threads that answer requests is held up.
    public static Response live(String contentType, BodyWriter body) {
        return new Response(200, Map.of("Content-Type", contentType), OptionalLong.empty(), body, true);
    }

    /// No body.
    public static Response empty(int status) {
        return new Response(status, Map.of(), OptionalLong.empty(), EMPTY);
    }

    /// 303: see this other place with GET.
    public static Response seeOther(String location) {
        return empty(303).header("Location", location);
    }

    public Response status(int newStatus) {
        return new Response(newStatus, headers, length, body, live);
    }

    /// Sets a header, in place of an earlier one of the same name.
    public Response header(String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("header " + name + " must be one line");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, length, body, live);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    OptionalLong length() {
        return length;
    }

    BodyWriter body() {
        return body;
    }

    boolean isLive() {
        return live;
    }
}
