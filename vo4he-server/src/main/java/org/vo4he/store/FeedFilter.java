// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Set;

/// Which events are wanted.
///
/// @param kinds empty: all
/// @param types values of `dataproduct_type`; empty: all, also products without one
public record FeedFilter(Set<FeedKind> kinds, Set<String> types) {

    public FeedFilter {
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
    }

    public static FeedFilter all() {
        return new FeedFilter(Set.of(), Set.of());
    }

    String kindLines() {
        return String.join("\n", kinds.stream().map(FeedKind::name).toList());
    }

    String typeLines() {
        return String.join("\n", types);
    }
}
