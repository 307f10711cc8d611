// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Value;
import org.vo4he.ogip.HeaderChain;

/// One entry of a rules file: constants for the files whose path and headers fit.
///
/// @param match a glob over the end of the path: `*.evt*` for a name, `2024/**/*.fits` for folders too
/// @param conditions all must hold; none means always
/// @param values what is set, with the line of each
record Rule(String match, List<Condition> conditions, List<Setting> values) {

    private static final String DATAPRODUCT_TYPE = "dataproduct_type";

    /// @param key a header keyword, or `dataproduct_type`
    /// @param glob what the value must look like, case not looked at
    record Condition(String key, String glob) {

        boolean holds(HeaderChain headers, Optional<ProductKind> kind) {
            Optional<String> value = key.equals(DATAPRODUCT_TYPE)
                    ? kind.map(ProductKind::dataproductType)
                    : headers.text(key).map(HeaderChain.Found::value);
            return value.filter(this::fits).isPresent();
        }

        private boolean fits(String value) {
            StringBuilder regex = new StringBuilder("(?is)");
            for (char letter : glob.toCharArray()) {
                regex.append(
                        switch (letter) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> java.util.regex.Pattern.quote(String.valueOf(letter));
                        });
            }
            return value.matches(regex.toString());
        }
    }

    record Setting(ObsCoreColumn column, Value value) {}

    boolean appliesTo(Path file, HeaderChain headers, Optional<ProductKind> kind) {
        return matches(file) && conditions.stream().allMatch(condition -> condition.holds(headers, kind));
    }

    private boolean matches(Path file) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + match);
        Path path = file.normalize();
        for (int from = 0; from < path.getNameCount(); from++) {
            if (matcher.matches(path.subpath(from, path.getNameCount()))) {
                return true;
            }
        }
        return false;
    }
}
