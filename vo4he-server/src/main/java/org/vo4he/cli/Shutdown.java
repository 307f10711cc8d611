// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/// Closes what a command opened, the last first, exactly once: at the end of the command or when the process is told to
/// stop.
///
/// Told to stop, it interrupts the command's thread and lets that come to its end, so that nothing is closed under it.
final class Shutdown implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "shutdown");
    private volatile boolean stopping;
    private boolean closed;

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// What a command does until it ends or is told to stop.
    interface Work {

        /// @return the exit code
        int run(Shutdown shutdown) throws IOException, InterruptedException;
    }

    /// The exit code of the work; 130 when it was told to stop and has let go of all it had.
    static int during(Work work) throws IOException {
        try (Shutdown shutdown = new Shutdown()) {
            try {
                return work.run(shutdown);
            } catch (InterruptedException e) {
                if (shutdown.stopping()) {
                    return ExitCode.INTERRUPTED;
                }
                throw new CommandFailure("interrupted", e);
            }
        }
    }

    /// @return the same
    synchronized <T extends AutoCloseable> T closing(T next) {
        open.push(next);
        return next;
    }

    /// Whether the process was told to stop: what fails now fails for that reason.
    boolean stopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        command.interrupt();
        synchronized (this) {
            try {
                long end = System.nanoTime() / 1_000_000 + PATIENCE_MILLIS;
                for (long left = PATIENCE_MILLIS; !closed && left > 0; left = end - System.nanoTime() / 1_000_000) {
                    wait(left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            closeAll();
        }
    }

    @Override
    public synchronized void close() {
        closeAll();
        closed = true;
        notifyAll();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void closeAll() {
        Thread.interrupted(); // It has ended the command; closing must not be interrupted by it.
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Shutdown.class).warn("while stopping", e);
            }
        }
    }
}
