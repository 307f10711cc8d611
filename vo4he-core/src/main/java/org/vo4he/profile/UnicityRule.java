// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which keywords together make a product unique, for each observing program:
/// `{CoreProgram:[OBS_ID,BURST_ID], All:[PASS_ID]}`.
///
/// @param byProgram keywords by the value of PROGRAM; `All` stands for any other
public record UnicityRule(Map<String, List<String>> byProgram) {

    static final String EVERY_PROGRAM = "All";

    static final UnicityRule NONE = new UnicityRule(Map.of());

    private static final Pattern PROGRAM = Pattern.compile("['\"]?([\\w.+-]+)['\"]?\\s*[:=]\\s*\\[([^\\]]*)\\]");

    public UnicityRule {
        byProgram = Collections.unmodifiableMap(new LinkedHashMap<>(byProgram));
    }

    static UnicityRule forAll(List<String> keywords) {
        return new UnicityRule(Map.of(EVERY_PROGRAM, keywords));
    }

    /// The keywords for a product of this program.
    ///
    /// @param program what PROGRAM says; empty when the file doesn't
    Optional<List<String>> keywords(Optional<String> program) {
        return program.flatMap(this::of).or(() -> of(EVERY_PROGRAM));
    }

    private Optional<List<String>> of(String program) {
        return byProgram.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(program.strip()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The rule as product cards write it.
    ///
    /// @return empty if the text is no rule and does not say that there is none
    static Optional<UnicityRule> parse(String text) {
        if (Placeholder.isNone(text)) {
            return Optional.of(NONE);
        }
        Map<String, List<String>> rule = new LinkedHashMap<>();
        Matcher program = PROGRAM.matcher(text);
        while (program.find()) {
            rule.put(program.group(1), words(program.group(2)));
        }
        return rule.isEmpty() ? Optional.empty() : Optional.of(new UnicityRule(rule));
    }

    static List<String> words(String list) {
        return Arrays.stream(list.split("[,;|]"))
                .map(word -> word.strip().replaceAll("^['\"]|['\"]$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
