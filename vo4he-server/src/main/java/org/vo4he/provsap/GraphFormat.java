// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provsap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;

/// The forms in which a graph is answered, by the words of ProvSAP and by media type.
enum GraphFormat {
    PROV_JSON("application/json"),
    PROV_N("text/provenance-notation"),
    DOT("text/vnd.graphviz"),
    SVG("image/svg+xml"),
    VO4HE("application/x-vo4he-provenance+json");

    private final String mediaType;

    GraphFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /// `PROV-JSON`.
    String word() {
        return name().replace('_', '-');
    }

    /// @throws ServiceException.Usage for a word that is none of these
    static GraphFormat of(Optional<String> asked) {
        return asked.map(GraphFormat::of).orElse(PROV_JSON);
    }

    private static GraphFormat of(String asked) {
        String plain = asked.strip().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format ->
                        format.word().toLowerCase(Locale.ROOT).equals(plain) || format.mediaType.equals(plain))
                .findFirst()
                .orElseThrow(() -> new ServiceException.Usage(
                        "parameter RESPONSEFORMAT: " + Parameters.quoted(asked) + " is not offered; choose one of "
                                + Arrays.stream(values()).map(GraphFormat::word).collect(Collectors.joining(", "))));
    }
}
