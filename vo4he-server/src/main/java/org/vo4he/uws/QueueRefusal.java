// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Objects;

/// The queue does not do what it is asked to, and whose fault that is. The message is one sentence for the caller.
public abstract sealed class QueueRefusal extends Exception {

    private static final long serialVersionUID = 1;

    private QueueRefusal(String message) {
        super(Objects.requireNonNull(message));
    }

    /// There is no such job; or none any more.
    public static final class Unknown extends QueueRefusal {
        private static final long serialVersionUID = 1;

        Unknown() {
            super("there is no job of this identifier");
        }
    }

    /// Not possible in the phase that the job is in.
    public static final class WrongPhase extends QueueRefusal {
        private static final long serialVersionUID = 1;

        WrongPhase(String message) {
            super(message);
        }
    }

    /// More than this queue takes of one job.
    public static final class TooLarge extends QueueRefusal {
        private static final long serialVersionUID = 1;

        TooLarge(String message) {
            super(message);
        }
    }

    /// The caller's share of the queue is used up.
    public static final class ShareFull extends QueueRefusal {
        private static final long serialVersionUID = 1;

        ShareFull(String message) {
            super(message);
        }
    }

    /// The whole queue is full, or is being closed.
    public static final class Full extends QueueRefusal {
        private static final long serialVersionUID = 1;

        Full(String message) {
            super(message);
        }
    }
}
