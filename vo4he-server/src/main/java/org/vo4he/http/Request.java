// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request, as far as handlers need it.
public final class Request {

    private final Context context;
    private final String baseUrl;
    private final ClientWatch clientWatch;

    Request(Context context, String baseUrl, ClientWatch clientWatch) {
        this.context = context;
        this.baseUrl = baseUrl;
        this.clientWatch = clientWatch;
    }

    /// In upper case.
    public String method() {
        return context.method().name();
    }

    /// Decoded, as the client sent it.
    public String path() {
        return context.path();
    }

    /// A part of the path that the route names in braces, decoded.
    public String pathPart(String name) {
        return context.pathParam(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /// Whether the client has the answer of this ETag already (If-None-Match; RFC 9110, section 13.1.2): then 304 is
    /// enough.
    ///
    /// @param etag with its quotes
    public boolean knows(String etag) {
        return header("If-None-Match").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    /// The parameters of the URL, then those of a POSTed form.
    ///
    /// @throws ServiceException.Usage when they are not properly encoded
    /// @throws ServiceException.UnsupportedType when a POST has a body that is no form
    public Parameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        FormEncoding.addTo(all, Optional.ofNullable(context.queryString()).orElse(""));
        addPosted(all);
        return new Parameters(all);
    }

    /// The parameters of a POSTed form alone.
    public Parameters posted() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        addPosted(all);
        return new Parameters(all);
    }

    private void addPosted(Map<String, List<String>> all) {
        if (context.method() == HandlerType.POST && context.isFormUrlencoded()) {
            FormEncoding.addTo(all, context.body());
        } else if (context.method() == HandlerType.POST && context.isMultipartFormData()) {
            context.formParamMap()
                    .forEach((name, values) ->
                            all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
        } else if (context.method() == HandlerType.POST && context.bodyAsBytes().length > 0) {
            throw new ServiceException.UnsupportedType(
                    "parameters are read from a body of type application/x-www-form-urlencoded or multipart/form-data, found "
                            + Parameters.quoted(header("Content-Type").orElse("")));
        }
    }

    /// The body of a POST of type `application/json`.
    public Optional<String> json() {
        boolean json = header("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("application/json"))
                .isPresent();
        return json && context.method() == HandlerType.POST ? Optional.of(context.body()) : Optional.empty();
    }

    /// Where the world sees this server, without a final slash: what every link starts with.
    public String baseUrl() {
        return baseUrl;
    }

    /// Whether the client would rather have HTML than anything else: a browser.
    public boolean wantsHtml() {
        return header("Accept").filter(accept -> accept.contains("text/html")).isPresent();
    }

    /// The address of the peer: behind a proxy, that of the proxy.
    public String client() {
        return context.req().getRemoteAddr();
    }

    /// Runs `action` once, on another thread, when the client closes its connection before this request is answered.
    public void onDisconnect(Runnable action) {
        clientWatch.watch(context.req(), action);
    }
}
