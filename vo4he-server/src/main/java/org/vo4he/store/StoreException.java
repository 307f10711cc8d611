// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.nio.file.Path;
import java.time.Duration;

/// The store could not do what was asked. The class says by whose fault, the message is a sentence for that person.
public abstract sealed class StoreException extends Exception {

    private StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Another process holds the state directory.
    public static final class Locked extends StoreException {
        Locked(String message) {
            super(message, null);
        }
    }

    /// The state directory or its database cannot be created, written or understood.
    public static final class Unwritable extends StoreException {
        Unwritable(Path state, Throwable cause) {
            super("The state directory " + state + " cannot be used: " + reason(cause), cause);
        }

        private static String reason(Throwable cause) {
            return cause instanceof java.nio.file.AccessDeniedException denied
                    ? "permission denied on " + denied.getFile()
                    : firstLine(cause);
        }
    }

    /// The state was written by a newer vo4he.
    public static final class Newer extends StoreException {
        Newer(Path state, int found, int known) {
            super(
                    "The state directory " + state + " was written by a newer vo4he: its schema has version " + found
                            + ", this program knows up to " + known
                            + ". Use the newer program, or another --state directory.",
                    null);
        }
    }

    /// Too many queries run already.
    public static final class Limit extends StoreException {
        Limit(int maxQueries) {
            super(maxQueries + " queries are running, which is the limit here; try again in a moment", null);
        }
    }

    /// The query took longer than it may.
    public static final class TimeLimit extends StoreException {
        TimeLimit(Duration limit) {
            super("The query ran longer than the limit of " + seconds(limit) + " s and was stopped", null);
        }

        private static String seconds(Duration limit) {
            return limit.toMillis() % 1000 == 0
                    ? Long.toString(limit.toSeconds())
                    : Double.toString(limit.toMillis() / 1000.0);
        }
    }

    /// Somebody called [QueryRun#cancel].
    public static final class Cancelled extends StoreException {
        Cancelled() {
            super("The query was cancelled", null);
        }
    }

    /// The database refused the query, or ran out of memory or disk.
    public static final class Failed extends StoreException {
        Failed(Throwable cause) {
            super(firstLine(cause), cause);
        }
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
