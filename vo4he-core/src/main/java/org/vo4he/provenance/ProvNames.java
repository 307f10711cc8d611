// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Qualified names for the identifiers of one PROV document (PROV-N, REC 2013-04-30, section 3.7.1): each URI is cut
/// into a namespace, which gets a prefix, and a local name. Not safe for several threads.
final class ProvNames {

    /// Our attributes and types.
    static final String VO4HE = "urn:vo4he:provenance:";

    private static final Map<String, String> FIXED = Map.of(
            "urn:vo4he:run:", "run",
            "urn:vo4he:software:", "software",
            "urn:vo4he:host:", "host",
            "urn:sha256:", "sha256",
            "urn:md5:", "md5");

    /// What a URI can't hold (RFC 3986), and percent signs that begin no octet.
    private static final Pattern NOT_OF_A_URI =
            Pattern.compile("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

    private static final Pattern NEEDS_BACKSLASH = Pattern.compile("[='(),:;\\[\\]]|^[-.]|\\.$");

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, QualifiedName> names = new LinkedHashMap<>();

    ProvNames() {
        prefixes.put(VO4HE, "vo4he");
    }

    /// @param local as in the URI, without the escapes of PROV-N
    record QualifiedName(String prefix, String local) {

        /// As PROV-JSON has it, where the local part is what follows the first colon.
        String plain() {
            return prefix + ":" + local;
        }

        /// As PROV-N writes it.
        String escaped() {
            return prefix + ":" + NEEDS_BACKSLASH.matcher(local).replaceAll("\\\\$0");
        }
    }

    /// The name of an entity, activity or agent.
    QualifiedName of(String id) {
        return names.computeIfAbsent(id, this::cut);
    }

    /// Namespace to prefix, of all names given so far.
    Map<String, String> namespaces() {
        return prefixes;
    }

    private QualifiedName cut(String id) {
        String uri = uri(id);
        int cut = cutAt(uri);
        String namespace = uri.substring(0, cut);
        String prefix = prefixes.computeIfAbsent(namespace, this::prefix);
        return new QualifiedName(prefix, uri.substring(cut));
    }

    /// A DID after its question mark, a URN after its last colon, any other URI after its last slash or hash, or else
    /// after its scheme; never so that nothing is left on either side.
    private static int cutAt(String uri) {
        int urn = uri.startsWith("urn:") ? uri.lastIndexOf(':', uri.length() - 2) : -1;
        int query = uri.indexOf('?');
        int slash = Math.max(uri.lastIndexOf('/', uri.length() - 2), uri.lastIndexOf('#', uri.length() - 2));
        if (urn >= 0) {
            return urn + 1;
        }
        return query >= 0 && query < uri.length() - 1 ? query + 1 : Math.max(slash, uri.indexOf(':')) + 1;
    }

    private String prefix(String namespace) {
        String fixed = FIXED.get(namespace);
        if (fixed != null) {
            return fixed;
        }
        String kind = namespace.startsWith("urn:vo4he:") ? namespace.split(":", 4)[2] : "data";
        String prefix = kind;
        for (int i = 2; prefixes.containsValue(prefix); i++) {
            prefix = kind + i;
        }
        return prefix;
    }

    /// Any identifier as a URI: what is none is put under a URN of ours, and what a URI can't hold is
    /// percent-encoded.
    private static String uri(String id) {
        String text = id.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.+") ? id : "urn:vo4he:name:" + UrnText.encode(id);
        StringBuilder uri = new StringBuilder();
        int end = 0;
        var matcher = NOT_OF_A_URI.matcher(text);
        while (matcher.find()) {
            uri.append(text, end, matcher.start());
            String found = text.substring(matcher.start(), matcher.end());
            for (byte octet : found.getBytes(StandardCharsets.UTF_8)) {
                uri.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
            end = matcher.end();
        }
        return uri.append(text, end, text.length()).toString();
    }
}
