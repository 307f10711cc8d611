// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/// Closes what a command opened, the last first, exactly once: at the end of the command or when the process is told to
/// stop.
final class Shutdown {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// @param first closed last
    Shutdown(AutoCloseable first) {
        open.push(first);
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
    }

    synchronized void also(AutoCloseable next) {
        open.push(next);
    }

    synchronized void run() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Shutdown.class).warn("while stopping", e);
            }
        }
    }
}
