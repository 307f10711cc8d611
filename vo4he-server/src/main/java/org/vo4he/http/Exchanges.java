// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.security.Token;

/// Tells the listeners of each request that is over. The server library calls it when the last byte has left or the
/// connection is gone, so that streamed answers have their whole length and time.
final class Exchanges implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    private static final String ROUTE = "org.vo4he.route";
    private static final String END = "org.vo4he.end";

    private final List<ExchangeListener> listeners;
    private final Optional<String> secret;

    Exchanges(List<? extends ExchangeListener> listeners, Optional<Token> token) {
        this.listeners = List.copyOf(listeners);
        this.secret = token.map(Token::secret);
    }

    /// Notes which route answers.
    static void route(HttpServletRequest request, String template) {
        request.setAttribute(ROUTE, template);
    }

    /// Notes that the answer did not come to its end.
    static void ended(HttpServletRequest request, Exchange.End end) {
        request.setAttribute(END, end);
    }

    @Override
    public void log(Request request, Response response) {
        try {
            Exchange exchange = exchange(request, response);
            listeners.forEach(listener -> listener.answered(exchange));
        } catch (RuntimeException e) {
            LOG.warn("a request could not be noted", e);
        }
    }

    private Exchange exchange(Request request, Response response) {
        return new Exchange(
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                Objects.requireNonNullElse(Request.getRemoteAddr(request), ""),
                hidden(request.getMethod()),
                hidden(request.getHttpURI().getPathQuery()),
                request.getConnectionMetaData().getHttpVersion().asString(),
                Optional.ofNullable((String) request.getAttribute(ROUTE)),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                System.nanoTime() - request.getHeadersNanoTime(),
                Objects.requireNonNullElse((Exchange.End) request.getAttribute(END), Exchange.End.WHOLE),
                header(request, HttpHeader.REFERER),
                header(request, HttpHeader.USER_AGENT),
                header(request, HttpHeader.X_FORWARDED_FOR));
    }

    private String header(Request request, HttpHeader name) {
        return hidden(request.getHeaders().get(name));
    }

    private String hidden(String text) {
        if (text == null) {
            return "";
        }
        return secret.map(token -> text.replace(token, "[hidden]")).orElse(text);
    }
}
