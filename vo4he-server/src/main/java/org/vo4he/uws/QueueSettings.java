// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Duration;

/// The limits of a queue.
///
/// @param running jobs that run at one time
/// @param runningPerShare of these, most of one share
/// @param waiting jobs in the line
/// @param waitingPerShare of these, most of one share
/// @param known jobs that are remembered, archived ones too
/// @param timeLimit how long a job may run when its owner does not say
/// @param longestTime how long it may run whatever its owner says
/// @param keep how long results are kept when their owner does not say
/// @param longestKeep how long they may be kept whatever their owner says
/// @param remember how long the record of a job is kept after its results
/// @param maxParameterChars names and values of one job's parameters
/// @param maxBytes of the results of one job
/// @param maxBytesInAll of the results of all jobs; above that, none begins to run
public record QueueSettings(
        int running,
        int runningPerShare,
        int waiting,
        int waitingPerShare,
        int known,
        Duration timeLimit,
        Duration longestTime,
        Duration keep,
        Duration longestKeep,
        Duration remember,
        int maxParameterChars,
        long maxBytes,
        long maxBytesInAll) {

    public QueueSettings {
        if (running < 1 || runningPerShare < 1 || waiting < 1 || waitingPerShare < 1 || known < waiting) {
            throw new IllegalArgumentException("a queue of %d running, %d waiting and %d known jobs takes no work"
                    .formatted(running, waiting, known));
        }
        if (longestTime.compareTo(timeLimit) < 0 || longestKeep.compareTo(keep) < 0) {
            throw new IllegalArgumentException("a job may run for " + timeLimit + ", at longest for " + longestTime
                    + "; it is kept for " + keep + ", at longest for " + longestKeep);
        }
    }

    /// Two running, 1000 waiting, 100 of one share, 10,000 known; ten minutes, a week, a month of memory; a million
    /// characters, a gigabyte, ten in all.
    public static QueueSettings defaults() {
        return of(2, 1000, 100, Duration.ofMinutes(10), Duration.ofDays(7), 1_000_000_000);
    }

    /// The limits that operators set; the others follow from them.
    public static QueueSettings of(
            int running, int waiting, int waitingPerShare, Duration timeLimit, Duration keep, long maxBytes) {
        return new QueueSettings(
                running,
                running,
                waiting,
                waitingPerShare,
                Math.max(10_000, 2 * waiting),
                timeLimit,
                timeLimit,
                keep,
                keep.multipliedBy(4),
                Duration.ofDays(30),
                1_000_000,
                maxBytes,
                10 * maxBytes);
    }
}
