// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.time.Duration;

/// How much of the machine the database may take, in all and for one query.
///
/// @param memoryMegabytes what DuckDB may hold in memory before it spills to `state/tmp`
/// @param threads worker threads of DuckDB
/// @param maxQueries user queries that may run at one time; further ones wait for `queueTime`, then are refused
/// @param queueTime how long a query waits for its turn
/// @param keptEvents newest events of the feed that are kept; older ones are dropped, a tenth of that number at a time
public record StoreSettings(int memoryMegabytes, int threads, int maxQueries, Duration queueTime, int keptEvents) {

    public StoreSettings {
        atLeast("memoryMegabytes", memoryMegabytes, 64);
        atLeast("threads", threads, 1);
        atLeast("maxQueries", maxQueries, 1);
        atLeast("keptEvents", keptEvents, 1);
    }

    /// 128 MB, two threads, eight queries, five seconds in the queue, a million events.
    public static StoreSettings defaults() {
        return new StoreSettings(128, 2, 8, Duration.ofSeconds(5), 1_000_000);
    }

    /// The same with that many worker threads.
    public StoreSettings withThreads(int number) {
        return new StoreSettings(memoryMegabytes, number, maxQueries, queueTime, keptEvents);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", the least is " + least);
        }
    }
}
