// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// Hears of every request when it is over: logs, counters.
@FunctionalInterface
public interface ExchangeListener {

    /// Called on the thread that served the request, also for those that no route answers and those the server could
    /// not read. Must be quick and must not throw.
    void answered(Exchange exchange);
}
