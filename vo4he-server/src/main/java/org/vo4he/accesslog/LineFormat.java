// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
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

    private static final Pattern NAME = Pattern.compile("[?&;]([^=&;?#]*)=");

    /// Of a parameter, in upper case.
    private static final Pattern SECRET =
            Pattern.compile(".*(?:TOKEN|PASSWORD|PASSWD|SECRET|AUTHORIZATION|API[_-]?KEY)", Pattern.DOTALL);

    private static final Pattern END_OF_VALUE = Pattern.compile("[&#]|\\z");

    /// Without its end of line.
    abstract String line(Exchange exchange);

    /// Names are judged as a server reads them, whatever way they are encoded.
    static String withoutPasswords(String target) {
        StringBuilder out = new StringBuilder(target.length());
        Matcher name = NAME.matcher(target);
        Matcher end = END_OF_VALUE.matcher(target);
        int copied = 0;
        for (int from = 0; name.find(from); ) {
            from = name.end();
            if (SECRET.matcher(decoded(name.group(1)).strip().toUpperCase(Locale.ROOT))
                    .matches()) {
                end.find(from);
                out.append(target, copied, from).append("[hidden]");
                copied = end.start();
                from = copied;
            }
        }
        return out.append(target, copied, target.length()).toString();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name; // No server reads a parameter of this name.
        }
    }

    /// Escapes as in JSON, where quotes, backslashes and everything that is not printable ASCII is concerned; a text
    /// that is longer than any honest one is cut.
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
