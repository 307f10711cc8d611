// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Names that look like a mistyped one.
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /// `; did you mean s_ra or s_dec?`, or nothing when no name is near.
    static String hint(String mistyped, Collection<String> names) {
        String folded = Identifier.fold(mistyped);
        int farthest = Math.max(1, Math.min(3, folded.length() / 2));
        List<String> near = names.stream()
                .distinct()
                .filter(name -> distance(folded, Identifier.fold(name)) <= farthest)
                .sorted(Comparator.<String>comparingInt(name -> distance(folded, Identifier.fold(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return near.isEmpty() ? "" : near.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    /// Letters to insert, drop or replace to get from one word to the other (Levenshtein).
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
