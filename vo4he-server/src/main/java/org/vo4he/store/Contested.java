// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;

/// A DID that no product has of its own and the tags of several declare, so that it means none of them.
///
/// @param dids of those products, at least two; those that are not withdrawn if there are such
public record Contested(List<String> dids) {

    private static final int MOST_NAMED = 10;

    public Contested {
        dids = List.copyOf(dids);
    }

    /// Why the ID leads to nothing, and what to ask for instead.
    public String sentence() {
        String named = String.join(", ", dids.subList(0, Math.min(dids.size(), MOST_NAMED)));
        return "the tags of " + dids.size()
                + " products declare this ID, so it means none of them; ask for one by its own: " + named
                + (dids.size() > MOST_NAMED ? " and others" : "");
    }
}
