// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vo4he.store.StoreException;

/// Work spread over threads whose results come back in the order of the input: what a harvest writes does not depend on
/// which file was read faster.
///
/// Each input is worked on twice, and between the two it has its turn on the calling thread: what must be decided in
/// the
/// order of the input is decided there, and is little.
final class InOrder<I, A, B> {

    /// Inputs under way, for each thread: enough to outlast one slow file among quick ones, and the commit of a batch.
    private static final int AHEAD = 600;

    /// Decides about one input and says what is left to be done for it, which must not throw.
    interface Turn<A, B> {
        Supplier<B> of(A first) throws StoreException, HarvestException;
    }

    /// Takes a result.
    interface Sink<B> {
        void accept(B result) throws StoreException, HarvestException;
    }

    private final ExecutorService pool;
    private final Iterator<I> waiting;
    private final int most;
    private final Deque<Future<Result<A>>> begun = new ArrayDeque<>();
    private final Deque<Future<Result<B>>> decided = new ArrayDeque<>();
    private long submitted;

    private InOrder(ExecutorService pool, Iterator<I> waiting, int most) {
        this.pool = pool;
        this.waiting = waiting;
        this.most = most;
    }

    /// @param first must not throw
    static <I, A, B> void each(List<I> inputs, int threads, Function<I, A> first, Turn<A, B> turn, Sink<B> sink)
            throws StoreException, HarvestException, InterruptedException {
        if (inputs.isEmpty()) {
            return;
        }
        ExecutorService pool = pool(threads);
        try {
            new InOrder<I, A, B>(pool, inputs.iterator(), threads * AHEAD).run(first, turn, sink);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof LedgerUnreadable unreadable) {
                throw unreadable.reason();
            }
            throw new IllegalStateException("work that must not throw has thrown", broken.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /// What came of a task, to be taken once. A task that waited long lies where the collector seldom looks: what it
    /// still
    /// held when it is done with would be kept until then.
    private static final class Result<T> {

        private T value;

        Result(T value) {
            this.value = value;
        }

        T take() {
            T taken = value;
            value = null;
            return taken;
        }
    }

    private static ExecutorService pool(int threads) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name("vo4he-describe-", 1).daemon().factory());
    }

    /// Work of the pool: what is decided about goes before what was not begun, so that little waits in memory.
    private static final class Task<T> extends FutureTask<T> implements Comparable<Task<?>> {

        static final int REST = 0;
        static final int FIRST = 1;

        private final int rank;
        private final long number;

        Task(int rank, long number, Callable<T> work) {
            super(work);
            this.rank = rank;
            this.number = number;
        }

        @Override
        public int compareTo(Task<?> other) {
            return rank == other.rank ? Long.compare(number, other.number) : Integer.compare(rank, other.rank);
        }
    }

    private <T> Future<Result<T>> submit(int rank, Supplier<T> work) {
        Task<Result<T>> task = new Task<>(rank, submitted++, () -> new Result<>(work.get()));
        pool.execute(task);
        return task;
    }

    private void run(Function<I, A> first, Turn<A, B> turn, Sink<B> sink)
            throws StoreException, HarvestException, InterruptedException, ExecutionException {
        while (waiting.hasNext() || !begun.isEmpty() || !decided.isEmpty()) {
            while (waiting.hasNext() && begun.size() + decided.size() < most) {
                I input = waiting.next();
                begun.add(submit(Task.FIRST, () -> first.apply(input)));
            }
            while (!begun.isEmpty() && (begun.getFirst().isDone() || decided.isEmpty())) {
                Supplier<B> rest = turn.of(begun.removeFirst().get().take());
                decided.add(submit(Task.REST, rest));
            }
            sink.accept(decided.removeFirst().get().take());
        }
    }
}
