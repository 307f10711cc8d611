// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value of a pipeline: `{name}` is a place, `{{` and `}}` are braces.
record Text(String value) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}");

    /// The place that the value is, if it is nothing else.
    Optional<String> place() {
        Matcher place = PLACE.matcher(value);
        return place.matches() ? Optional.ofNullable(place.group(1)) : Optional.empty();
    }

    /// All places within it.
    List<String> places() {
        List<String> places = new ArrayList<>();
        PLACE.matcher(value).results().forEach(found -> {
            if (found.group(1) != null) {
                places.add(found.group(1));
            }
        });
        return places;
    }

    String filled(Function<String, String> fill) {
        return PLACE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "{{" -> "{";
                            case "}}" -> "}";
                            default -> fill.apply(found.group(1));
                        }));
    }
}
