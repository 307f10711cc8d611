// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.obscore.ObsCoreColumn;

/// One entry of a rules file: values for the files whose path and headers fit.
///
/// @param match over the end of the path
/// @param conditions all must hold; none means always
/// @param settings in the order of the file, without a column twice of one kind
record Rule(YamlPart.Place place, NamePattern match, List<Condition> conditions, List<Setting> settings) {

    /// @param value the column's new value
    /// @param onlyWhereUnset whether what the product states itself stays
    record Setting(YamlPart.Place place, ObsCoreColumn column, RuleValue value, boolean onlyWhereUnset) {}

    /// What must hold for an entry to be used.
    sealed interface Condition {}

    /// @param pattern that one of the wanted texts becomes
    record OfHeader(HeaderKeyword keyword, Wanted wanted) implements Condition {}

    /// Of what the product is found to be: by an earlier rule, its tags or its content.
    record OfType(Wanted wanted) implements Condition {}

    /// @param patterns one must fit; empty: there must be no value
    record Wanted(List<Pattern> patterns, String text) {

        /// @param globs with `*` and `?`, case not looked at
        static Wanted of(List<String> globs) {
            return new Wanted(globs.stream().map(Wanted::pattern).toList(), String.join(" or ", globs));
        }

        private static Pattern pattern(String glob) {
            StringBuilder regex = new StringBuilder("(?is)");
            for (char letter : glob.toCharArray()) {
                regex.append(
                        switch (letter) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(letter));
                        });
            }
            return Pattern.compile(regex.toString());
        }

        private boolean holds(Optional<String> value) {
            return value.isEmpty()
                    ? patterns.isEmpty()
                    : patterns.stream().anyMatch(one -> one.matcher(value.get()).matches());
        }

        /// Why not, as a sentence's end; empty if it holds.
        Optional<String> failure(String key, Optional<String> value) {
            if (holds(value)) {
                return Optional.empty();
            }
            String found = value.map(text -> "is '" + text + "'").orElse("is not stated");
            return Optional.of(key + " " + found + ", not " + (patterns.isEmpty() ? "absent" : text));
        }
    }

    /// The parts of the name, if the pattern fits.
    Optional<Map<String, String>> parts(Path file) {
        return match.match(file);
    }

    /// The first condition that does not hold, as a sentence's end; empty if all do.
    Optional<String> obstacle(RuleEvaluation product, Optional<String> dataproductType) {
        return conditions.stream()
                .map(condition -> switch (condition) {
                    case OfHeader(HeaderKeyword keyword, Wanted wanted) ->
                        wanted.failure(keyword.toString(), product.text(keyword).map(found -> found.value()));
                    case OfType(Wanted wanted) -> wanted.failure("dataproduct_type", dataproductType);
                })
                .flatMap(Optional::stream)
                .findFirst();
    }
}
