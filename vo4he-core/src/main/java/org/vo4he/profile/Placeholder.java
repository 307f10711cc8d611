// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.Locale;
import java.util.Set;

/// Words by which definitions say that there is nothing: `n.a` in the seed, `n.a.` in product cards.
final class Placeholder {

    private static final Set<String> WORDS =
            Set.of("", "n.a", "n.a.", "n/a", "na", "none", "null", "notset", "[]", "{}", "-", "any");

    private Placeholder() {}

    static boolean isNone(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
