// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.time.Duration;
import java.util.Objects;

/// What one user query gets. Rows are limited by the SQL itself.
///
/// @param time after which the query is stopped; counts from the call of [Store#query] to the last row
/// @param baseUrl without a slash at its end: `access_url` begins with it; empty when there is no server
public record QueryLimits(Duration time, String baseUrl) {

    public QueryLimits {
        Objects.requireNonNull(baseUrl);
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time limit of " + time + " allows no query");
        }
    }
}
