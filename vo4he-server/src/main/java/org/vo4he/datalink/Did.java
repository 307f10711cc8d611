// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An identifier as a request gives it.
record Did(String text) {

    private static final int LONGEST = 4096;

    /// Whether it has the form of an IVOA identifier (Identifiers 2.0, section 2.2): `ivo://authority…`.
    boolean isWellFormed() {
        return text.length() <= LONGEST
                && text.toLowerCase(Locale.ROOT).startsWith("ivo://")
                && text.length() > "ivo://".length()
                && text.chars().noneMatch(c -> c <= ' ' || c == 0x7F);
    }

    /// The address of the file of a product.
    static String fileUrl(String baseUrl, String did) {
        return baseUrl + "/files?ID=" + encoded(did);
    }

    /// All that is known of the making of a product.
    ///
    /// @param format a value of RESPONSEFORMAT
    static String provenanceUrl(String baseUrl, String did, String format) {
        return baseUrl + "/provenance?ID=" + encoded(did) + "&DEPTH=ALL&RESPONSEFORMAT=" + format;
    }

    /// For a query string; everything but RFC 3986's unreserved characters is percent-encoded.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
