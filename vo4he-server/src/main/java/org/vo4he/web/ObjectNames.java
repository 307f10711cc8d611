// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of objects that are here.
record ObjectNames(QueryService queries, String baseUrl) {

    private static final int MOST = 1_000;

    /// Whether an object is called so here, in any case and with any blanks, perhaps with more words: not another one
    /// whose name goes on, as M101 does after M1.
    boolean has(String name) {
        Pattern whole = whole(name);
        return queries.query(SearchAdql.targets(name, MOST), MOST, baseUrl).rows().stream()
                .anyMatch(row -> whole.matcher(row.getFirst().toString()).find());
    }

    private static Pattern whole(String name) {
        return name.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\\s*", "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"),
                        regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    }
}
