// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a file of the published folder ended, by the names the store uses.
enum FileOutcome {
    PUBLISHED("published", "found by a search"),
    ASSOCIATED("associated", "responses, regions, indices: linked from products"),
    NOT_FITS("not FITS", "left alone"),
    FAILED("failed", "FITS, but broken beyond use");

    private final String words;
    private final String meaning;

    FileOutcome(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    String meaning() {
        return meaning;
    }

    /// As in addresses: `not-fits`.
    String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FileOutcome> parse(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter().equals(parameter.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The words for a name of the store.
    static String words(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .map(FileOutcome::words)
                .findFirst()
                .orElse(name);
    }
}
