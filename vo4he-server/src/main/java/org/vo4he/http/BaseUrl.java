// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.http.Context;
import org.vo4he.security.HostCheck;

/// What the links of an answer start with: the configured base URL, else the request's `Host` when it is believable,
/// else the address listened on.
record BaseUrl(HttpSettings settings, HostCheck hostCheck) {

    String of(Context context) {
        if (settings.baseUrl().isPresent()) {
            return settings.baseUrl().get().toString();
        }
        String host = context.header("Host");
        return host != null && hostCheck.believable(host)
                ? "http://" + host
                : listening(settings.host(), context.req().getLocalPort());
    }

    static String listening(String host, int port) {
        String name = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return "http://" + name + ":" + port;
    }
}
