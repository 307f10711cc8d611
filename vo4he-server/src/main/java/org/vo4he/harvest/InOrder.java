// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.vo4he.store.StoreException;

/// Work spread over threads whose results come back in the order of the input: what a harvest writes does not depend on
/// which file was read faster.
final class InOrder {

    /// Inputs handed out before their turn, for each thread: enough to outlast one slow file among quick ones, and the
    /// commit of a batch.
    private static final int AHEAD = 250;

    private InOrder() {}

    /// Takes a result.
    interface Sink<T> {
        void accept(T result) throws StoreException, HarvestException;
    }

    /// @param work must not throw
    static <I, R> void each(List<I> inputs, int threads, Function<I, R> work, Sink<R> sink)
            throws StoreException, HarvestException, InterruptedException {
        if (inputs.isEmpty()) {
            return;
        }
        Iterator<I> waiting = inputs.iterator();
        Deque<Future<R>> underWay = new ArrayDeque<>();
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("vo4he-describe-", 1).daemon().factory());
        try {
            while (waiting.hasNext() || !underWay.isEmpty()) {
                while (waiting.hasNext() && underWay.size() < threads * AHEAD) {
                    I input = waiting.next();
                    underWay.add(pool.submit(() -> work.apply(input)));
                }
                sink.accept(underWay.remove().get());
            }
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof LedgerUnreadable unreadable) {
                throw unreadable.reason();
            }
            throw new IllegalStateException("work that must not throw has thrown", broken.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
