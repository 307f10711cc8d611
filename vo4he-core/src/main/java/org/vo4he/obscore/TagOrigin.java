// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Map;
import java.util.Optional;

/// How a tag tells, in a sentence, where its value came from when vo4he wrote it; and the reverse.
final class TagOrigin {

    private static final String WRITTEN = ", written by vo4he ";

    /// What stands between the keyword and the detail of an origin of each kind. None begins as another one does.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("card", "from the card "),
            Map.entry("column", "from the column "),
            Map.entry("wcs", "from the sky coordinates of "),
            Map.entry("linked-file", "from the file "),
            Map.entry("tag", "from the tag "),
            Map.entry("rule", "by the rule of "),
            Map.entry("profile", "by the profile "),
            Map.entry("minted", "by its own rule: "),
            Map.entry("standard", "by the standard "),
            Map.entry("derived", "by inference: "),
            Map.entry("publisher", "for the publisher: "),
            Map.entry("given", "as given by "),
            Map.entry("absent", "without a value: "));

    private TagOrigin() {}

    static String text(Origin from) {
        return WRITTEN + WORDS.get(from.kind()) + from.detail();
    }

    /// A text that is no such sentence, as stores of earlier versions have some, is kept whole.
    static Origin.Tag read(String detail) {
        int end = detail.indexOf(WRITTEN);
        if (end >= 0) {
            for (Map.Entry<String, String> kind : WORDS.entrySet()) {
                if (detail.startsWith(kind.getValue(), end + WRITTEN.length())) {
                    String from = detail.substring(
                            end + WRITTEN.length() + kind.getValue().length());
                    return new Origin.Tag(detail.substring(0, end), Optional.of(Origin.of(kind.getKey(), from)));
                }
            }
        }
        return new Origin.Tag(detail);
    }
}
