// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vo4he.http.Exchange;

/// The forms of a line. Whatever a client sends, it is one line of printable ASCII, and what looks like a password in a
/// query is hidden.
public enum LineFormat {
    /// The combined format of web servers, then the milliseconds and `whole`, `left` or `broken`: log readers made for
    /// the combined format take the line and ignore the rest.
    COMBINED {
        @Override
        String line(Exchange exchange) {
            return "%s - - [%s] \"%s %s %s\" %d %s \"%s\" \"%s\" %s %s"
                    .formatted(
                            printable(exchange.client()),
                            TIME.format(exchange.at()),
                            printable(exchange.method()),
                            printable(withoutPasswords(exchange.target())),
                            printable(exchange.protocol()),
                            exchange.status(),
                            exchange.bytes() == 0 ? "-" : Long.toString(exchange.bytes()),
                            orDash(withoutPasswords(exchange.referer())),
                            orDash(exchange.userAgent()),
                            millis(exchange),
                            end(exchange));
        }
    },
    /// A JSON object.
    JSON {
        @Override
        String line(Exchange exchange) {
            return ("{\"time\":\"%s\",\"client\":\"%s\",\"method\":\"%s\",\"target\":\"%s\",\"protocol\":\"%s\","
                            + "\"route\":%s,\"status\":%d,\"bytes\":%d,\"ms\":%s,\"end\":\"%s\",\"referer\":\"%s\","
                            + "\"user_agent\":\"%s\",\"forwarded_for\":\"%s\"}")
                    .formatted(
                            exchange.at().truncatedTo(ChronoUnit.MILLIS),
                            printable(exchange.client()),
                            printable(exchange.method()),
                            printable(withoutPasswords(exchange.target())),
                            printable(exchange.protocol()),
                            exchange.route()
                                    .map(route -> '"' + printable(route) + '"')
                                    .orElse("null"),
                            exchange.status(),
                            exchange.bytes(),
                            millis(exchange),
                            end(exchange),
                            printable(withoutPasswords(exchange.referer())),
                            printable(exchange.userAgent()),
                            printable(exchange.forwardedFor()));
        }
    };

    private static final int LONGEST_TEXT = 8_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern PASSWORD = Pattern.compile(
            "([?&;](?:[a-z_.-]*(?:token|password|passwd|secret|authorization|api[_-]?key))=)[^&;#]*",
            Pattern.CASE_INSENSITIVE);

    /// Without its end of line.
    abstract String line(Exchange exchange);

    static String withoutPasswords(String target) {
        return PASSWORD.matcher(target).replaceAll("$1[hidden]");
    }

    /// Escapes as in JSON, where quotes, backslashes and everything that is not printable ASCII is concerned; a text
    /// that
    /// is longer than any honest one is cut.
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int end = Math.min(text.length(), LONGEST_TEXT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return end < text.length() ? out + "..." : out.toString();
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : printable(text);
    }

    private static String millis(Exchange exchange) {
        return String.format(Locale.ROOT, "%.3f", exchange.nanos() / 1e6);
    }

    private static String end(Exchange exchange) {
        return exchange.end().name().toLowerCase(Locale.ROOT);
    }
}
