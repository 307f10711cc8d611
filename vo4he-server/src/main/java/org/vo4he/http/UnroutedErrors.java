// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Failures of requests that reach no route, because the server library refuses them: in our words.
final class UnroutedErrors extends ErrorHandler {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String reason, Throwable cause, Callback callback) {
        Sending.EVERY_ANSWER.forEach((name, value) -> response.getHeaders().put(name, value));
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        boolean html = accept != null && accept.contains("text/html");
        String body = html ? page(status) : sentence(status) + "\n";
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, html ? HTML : PLAIN);
        Content.Sink.write(response, true, body, callback);
    }

    private static String page(int status) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$d</title></head>
                <body><h1>%1$d</h1><p>%2$s</p></body></html>
                """.formatted(status, Markup.escape(sentence(status)));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "the address of this request can't be understood, or the request is no HTTP";
            case 414 -> "the address of this request is longer than this server takes";
            case 431 -> "the headers of this request are larger than this server takes";
            case 500 -> "internal error; the server's log says more";
            default -> "this request can't be answered (status " + status + ")";
        };
    }
}
