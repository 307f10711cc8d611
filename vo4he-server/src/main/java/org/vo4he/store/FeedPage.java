// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;

/// Events that follow each other.
///
/// @param next the cursor for what comes after them
/// @param first the oldest event that is kept; one after `last` when there is none
/// @param last the newest event
public record FeedPage(List<FeedEvent> events, long next, long first, long last) {

    public FeedPage {
        events = List.copyOf(events);
    }
}
