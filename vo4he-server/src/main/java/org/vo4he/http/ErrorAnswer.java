// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.http.HttpResponseException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.votable.ErrorDocument;
import org.vo4he.votable.UnfinishedTableException;

/// The one place where a failure becomes a status and a body.
final class ErrorAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);
    private static final String OUR_FAULT = "internal error; the server's log says more";
    private static final String NO_ROOM = "the server has no room left on its disk; its operator has to make some";

    /// RFC 4918, section 11.5.
    private static final int INSUFFICIENT_STORAGE = 507;

    /// ENOSPC and EDQUOT as the JDK and DuckDB tell them.
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    private ErrorAnswer() {}

    /// A failure in its form.
    @FunctionalInterface
    interface Form {
        Response of(Request request, int status, String message);
    }

    /// @param page how failures look to browsers
    static Form form(ErrorStyle style, Supplier<ErrorPage> page) {
        return (request, status, message) -> {
            Response response = switch (style) {
                case VOTABLE -> Response.text(ErrorDocument.CONTENT_TYPE, ErrorDocument.of(message, Map.of()));
                case TEXT -> Response.plain(message + "\n");
                case PAGE -> page(request, status, message, page.get());
            };
            return response.status(status);
        };
    }

    static Response to(Request request, Exception failure, Form form) {
        log(request, failure);
        Response response = form.of(request, status(failure), message(request, failure));
        return switch (response.status()) {
            case 405 -> response.header("Allow", offered(failure));
            case 401 -> response.header("WWW-Authenticate", "Bearer");
            case 429, 503 -> response.header("Retry-After", "5");
            default -> response;
        };
    }

    /// The methods that are offered instead (RFC 9110, section 15.5.6): the server library tells them as the one detail
    /// of its failure, under a name that depends on the client.
    private static String offered(Exception failure) {
        return failure instanceof HttpResponseException http
                ? String.join(", ", http.getDetails().values())
                : "";
    }

    /// Our own faults with their cause; the caller's only when someone listens.
    static void log(Request request, Exception failure) {
        boolean expected = failure instanceof ClientLeftException
                || failure instanceof InterruptedIOException
                || failure instanceof UnfinishedTableException;
        if (status(failure) == INSUFFICIENT_STORAGE) {
            LOG.error("{} {}: the disk is full: {}", request.method(), request.path(), failure.getMessage());
        } else if (status(failure) == 500 && !expected) {
            LOG.error("{} {} failed", request.method(), request.path(), failure);
        } else {
            LOG.debug("{} {}: {}", request.method(), request.path(), failure.getMessage());
        }
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case Exception e when isOfFullDisk(e) -> INSUFFICIENT_STORAGE;
            case ServiceException service -> service.status();
            case HttpResponseException http -> http.getStatus();
            default -> 500;
        };
    }

    private static boolean isOfFullDisk(Exception failure) {
        if (failure instanceof ServiceException && !(failure instanceof ServiceException.Internal)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (FULL.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Request request, Exception failure) {
        return switch (failure) {
            case Exception e when isOfFullDisk(e) -> NO_ROOM;
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
