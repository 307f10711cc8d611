// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.time.Duration;

/// How many may follow the feed, and how they are kept.
///
/// @param maxClients that wait for events at one time; further ones are refused
/// @param heartbeat silence after which a sign of life is sent
public record FeedSettings(int maxClients, Duration heartbeat) {

    public FeedSettings {
        if (maxClients < 1) {
            throw new IllegalArgumentException("maxClients is " + maxClients + ", the least is 1");
        }
    }

    /// A sign of life every 15 seconds: proxies close what is silent for a minute.
    public static FeedSettings of(int maxClients) {
        return new FeedSettings(maxClients, Duration.ofSeconds(15));
    }
}
