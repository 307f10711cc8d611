// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.util.Optional;
import org.vo4he.store.FileStamp;

/// A path where something happened, until a harvest has seen to it. Times are those of `System.nanoTime`.
final class Arrival {

    private final String path;
    private Optional<FileStamp> stamp;
    private long since;
    private long longestPause;
    private long nextLook;
    private boolean settled;
    private boolean waitTold;

    /// @param stamp of the file that lies there; empty when none does
    Arrival(String path, Optional<FileStamp> stamp, long now) {
        this.path = path;
        this.stamp = stamp;
        this.since = now;
        this.nextLook = now;
    }

    String path() {
        return path;
    }

    /// As the file was seen last.
    Optional<FileStamp> stamp() {
        return stamp;
    }

    /// It was looked at. A writer that rests will rest again, as long as it did before.
    void seen(Optional<FileStamp> now, long nanos) {
        if (!now.equals(stamp)) {
            if (stamp.isPresent() && now.isPresent()) {
                longestPause = Math.max(longestPause, nanos - since);
            }
            stamp = now;
            since = nanos;
            nextLook = nanos;
            settled = false;
        }
    }

    /// How long it has looked as it does.
    long age(long nanos) {
        return nanos - since;
    }

    /// How long it must look so to be settled: twice the longest rest of its writer, if that is longer.
    long quiet(long least, long most) {
        return Math.max(least, Math.min(2 * longestPause, most));
    }

    /// Whether it was seen to change: a file that was only moved here was not.
    boolean grew() {
        return longestPause > 0;
    }

    void lookAgainAt(long nanos) {
        nextLook = nanos;
    }

    long nextLook() {
        return nextLook;
    }

    /// It may be taken as it is.
    void settle() {
        settled = true;
    }

    /// It may not be taken yet after all.
    void unsettle() {
        settled = false;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isSettledAs(FileStamp found) {
        return settled && stamp.equals(Optional.of(found));
    }

    /// Whether this is the first time that somebody is to be told that it is waited for.
    boolean tellWait() {
        boolean first = !waitTold;
        waitTold = true;
        return first;
    }
}
