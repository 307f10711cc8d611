// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.time.Duration;

/// How a folder is watched.
///
/// @param polling whether the folder is looked over every `look`, and the system is not asked to tell of changes
/// @param quiet a file is taken when it did not change for so long
/// @param patience a file that is not whole is taken as it is when it did not change for so long
/// @param look time between two looks over the folder, where the system does not tell of changes
/// @param pass time between two looks over the folder, where it does: a safety net
public record WatchSettings(boolean polling, Duration quiet, Duration patience, Duration look, Duration pass) {

    public WatchSettings {
        if (quiet.isZero() || look.isZero() || pass.isZero()) {
            throw new IllegalArgumentException("the times of a watch are above 0");
        }
        if (patience.compareTo(quiet) < 0) {
            throw new IllegalArgumentException("the patience of a watch, " + patience.toSeconds()
                    + " s, is less than the quiet time, " + quiet.toSeconds() + " s");
        }
    }

    /// A second, five minutes, ten seconds, ten minutes.
    public static WatchSettings defaults() {
        return new WatchSettings(
                false, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10));
    }
}
