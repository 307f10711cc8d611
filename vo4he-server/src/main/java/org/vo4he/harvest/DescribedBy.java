// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.List;

/// Who described a file: the program, and what the archivist set. Another of either describes it again.
///
/// @param program its version
/// @param settings rules, profiles, collection and what becomes a row
record DescribedBy(String program, List<String> settings) {

    private static final String PARTS = " +";

    DescribedBy {
        settings = List.copyOf(settings);
    }

    static DescribedBy of(Describer describer, EntryMaker.Collection collection) {
        List<String> settings = new ArrayList<>(List.of(describer.rules().split(PARTS)));
        settings.add(collection.didPrefix());
        if (collection.responsesAsRows()) {
            settings.add("responses");
        }
        return new DescribedBy(
                describer.program(),
                settings.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static DescribedBy of(String text) {
        List<String> parts = List.of(text.split(PARTS));
        return new DescribedBy(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /// As the store keeps it.
    String text() {
        return (program + " " + String.join(" ", settings)).strip();
    }

    /// Whether a file was described by another version of the program, and all else was as it is.
    boolean isOtherProgramThan(String before) {
        DescribedBy then = of(before);
        return !then.program.equals(program) && then.settings.equals(settings);
    }
}
