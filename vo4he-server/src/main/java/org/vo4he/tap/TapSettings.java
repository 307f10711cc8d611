// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.time.Duration;

/// The limits of a query.
///
/// @param defaultRows rows when MAXREC is not given
/// @param maxRows most rows, whatever MAXREC says
/// @param queryTime a query that runs longer is stopped
/// @param maxQueryChars longer query texts are refused
public record TapSettings(long defaultRows, long maxRows, Duration queryTime, int maxQueryChars) {

    public static final int DEFAULT_MAX_QUERY_CHARS = 100_000;

    public TapSettings {
        if (defaultRows < 1 || maxRows < defaultRows) {
            throw new IllegalArgumentException(
                    "rows: the default is " + defaultRows + ", the most " + maxRows + "; want 1 <= default <= most");
        }
    }

    /// The same limit for every query.
    public static TapSettings of(long maxRows, Duration queryTime) {
        return new TapSettings(maxRows, maxRows, queryTime, DEFAULT_MAX_QUERY_CHARS);
    }
}
