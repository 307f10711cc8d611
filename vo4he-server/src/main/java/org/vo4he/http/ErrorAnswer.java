// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.http.HttpResponseException;
import java.io.InterruptedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.votable.ErrorDocument;
import org.vo4he.votable.UnfinishedTableException;

/// The one place where a failure becomes a status and a body.
final class ErrorAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);
    private static final String OUR_FAULT = "internal error; the server's log says more";

    private ErrorAnswer() {}

    static Response to(Request request, Exception failure, ErrorStyle style, ErrorPage page) {
        log(request, failure);
        int status = status(failure);
        String message = message(request, failure);
        Response response = switch (style) {
            case VOTABLE -> Response.text(ErrorDocument.CONTENT_TYPE, ErrorDocument.of(message, Map.of()));
            case TEXT -> Response.plain(message + "\n");
            case PAGE -> page(request, status, message, page);
        };
        return status == 503 ? response.status(status).header("Retry-After", "5") : response.status(status);
    }

    /// Our own faults with their cause; the caller's only when someone listens.
    static void log(Request request, Exception failure) {
        boolean expected = failure instanceof ClientLeftException
                || failure instanceof InterruptedIOException
                || failure instanceof UnfinishedTableException;
        if (status(failure) == 500 && !expected) {
            LOG.error("{} {} failed", request.method(), request.path(), failure);
        } else {
            LOG.debug("{} {}: {}", request.method(), request.path(), failure.getMessage());
        }
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case ServiceException service -> service.status();
            case HttpResponseException http -> http.getStatus();
            default -> 500;
        };
    }

    private static String message(Request request, Exception failure) {
        return switch (failure) {
            case ServiceException service -> service.getMessage();
            case HttpResponseException http -> ofStatus(http.getStatus(), request);
            default -> OUR_FAULT;
        };
    }

    private static String ofStatus(int status, Request request) {
        return switch (status) {
            case 404 -> "there is nothing at " + Parameters.quoted(request.path());
            case 405 -> "method " + request.method() + " is not offered at " + Parameters.quoted(request.path());
            case 413 -> "the request is larger than this server takes";
            default -> "the request can't be understood (status " + status + ")";
        };
    }

    private static Response page(Request request, int status, String message, ErrorPage page) {
        String accept = request.header("Accept").orElse("");
        if (accept.contains("text/html")) {
            return Response.html(page.html(request, status, message));
        }
        return accept.contains("json")
                ? Response.json("{\"status\":%d,\"message\":%s}%n".formatted(status, Json.string(message)))
                : Response.plain(message + "\n");
    }
}
