// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.math.BigDecimal;
import java.time.Duration;

/// How much one step may take.
///
/// @param time from start to end
/// @param memoryBytes that all processes of the run hold together, looked at ten times a second; where `prlimit` is
///     installed, no process is given more private memory than this in the first place; 0: not limited
/// @param outputBytes of all files in its folder together, inputs that are linked apart
/// @param outputFiles most files in its folder
/// @param logBytes of what it says on standard output and error
public record Limits(Duration time, long memoryBytes, long outputBytes, int outputFiles, long logBytes) {

    /// An hour, 4 GB, 10 GB in 1,000 files, and 16 MB of log.
    public static final Limits DEFAULT =
            new Limits(Duration.ofHours(1), 4_000_000_000L, 10_000_000_000L, 1000, 16_000_000L);

    public Limits {
        if (time.isNegative()
                || time.isZero()
                || memoryBytes < 0
                || outputBytes < 1
                || outputFiles < 1
                || logBytes < 1) {
            throw new IllegalArgumentException("a limit is above 0");
        }
    }

    /// The time in words: `1`, `0.3`.
    String seconds() {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
