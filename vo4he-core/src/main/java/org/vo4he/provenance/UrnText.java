// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Any text as part of a URN: percent-encoded UTF-8 where RFC 8141 allows nothing else, with slashes left readable.
final class UrnText {

    private UrnText() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/");
    }
}
