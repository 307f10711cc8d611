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
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vo4he.store.StoreException;

/// Work spread over threads whose results come back in the order of the input: what a harvest writes does not depend on
/// which file was read faster.
///
/// Each input is worked on twice, and between the two it has its turn on the calling thread: what must be decided in
/// the order of the input is decided there, and is little. Consecutive inputs are handed over together: a task for each
/// costs as much as a tenth of the work with a small file.
final class InOrder<I, A, B> {

    /// Inputs under way, for each thread: enough to outlast one slow file among quick ones, and the commit of a batch.
    private static final int AHEAD = 600;

    /// Inputs handed over together, at most.
    private static final int TOGETHER = 16;

    /// What waits is good for so many hand-overs for each thread, or more: the last ones are small, so that no thread
    /// waits for one that was given many slow files.
    private static final int SHARES = 8;

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
    private final int threads;
    private final Deque<Future<Deque<A>>> begun = new ArrayDeque<>();
    private final Deque<Future<Deque<B>>> decided = new ArrayDeque<>();
    /// Has a permit whenever a task came to its end.
    private final Semaphore ended = new Semaphore(0);

    private int left;
    private int underWay;
    private long submitted;

    private InOrder(ExecutorService pool, int threads, List<I> inputs) {
        this.pool = pool;
        this.threads = threads;
        this.waiting = inputs.iterator();
        this.left = inputs.size();
    }

    /// @param first must not throw
    static <I, A, B> void each(List<I> inputs, int threads, Function<I, A> first, Turn<A, B> turn, Sink<B> sink)
            throws StoreException, HarvestException, InterruptedException {
        if (inputs.isEmpty()) {
            return;
        }
        ExecutorService pool = pool(threads);
        try {
            new InOrder<I, A, B>(pool, threads, inputs).run(first, turn, sink);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof LedgerUnreadable unreadable) {
                throw unreadable.reason();
            }
            throw new IllegalStateException("work that must not throw has thrown", broken.getCause());
        } finally {
            pool.shutdownNow();
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
        private final Semaphore ended;

        Task(int rank, long number, Callable<T> work, Semaphore ended) {
            super(work);
            this.rank = rank;
            this.number = number;
            this.ended = ended;
        }

        @Override
        protected void done() {
            ended.release();
        }

        @Override
        public int compareTo(Task<?> other) {
            return rank == other.rank ? Long.compare(number, other.number) : Integer.compare(rank, other.rank);
        }
    }

    private <T, R> Future<Deque<R>> submit(int rank, Deque<T> inputs, Function<T, R> work) {
        Task<Deque<R>> task = new Task<>(rank, submitted++, () -> all(inputs, work), ended);
        pool.execute(task);
        return task;
    }

    /// Takes the inputs out one by one: what waited long lies where the collector seldom looks, and what it still held
    /// when it is done with would be kept until then. The same goes for whoever takes the results.
    private static <T, R> Deque<R> all(Deque<T> inputs, Function<T, R> work) throws InterruptedException {
        Deque<R> results = new ArrayDeque<>(inputs.size());
        while (!inputs.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the others are not wanted any more");
            }
            results.add(work.apply(inputs.removeFirst()));
        }
        return results;
    }

    private Deque<I> next() {
        int many = Math.clamp(left / (threads * SHARES), 1, TOGETHER);
        Deque<I> next = new ArrayDeque<>(many);
        while (next.size() < many && waiting.hasNext()) {
            next.add(waiting.next());
        }
        left -= next.size();
        underWay += next.size();
        return next;
    }

    private void run(Function<I, A> first, Turn<A, B> turn, Sink<B> sink)
            throws StoreException, HarvestException, InterruptedException, ExecutionException {
        while (waiting.hasNext() || !begun.isEmpty() || !decided.isEmpty()) {
            while (waiting.hasNext() && underWay < threads * AHEAD) {
                begun.add(submit(Task.FIRST, next(), first));
            }
            if (isDone(begun)) {
                decided.add(submit(Task.REST, turns(begun.removeFirst().get(), turn), Supplier::get));
            } else if (isDone(decided)) {
                take(decided.removeFirst().get(), sink);
            } else {
                ended.acquire();
                ended.drainPermits();
            }
        }
    }

    private static <T> boolean isDone(Deque<Future<Deque<T>>> tasks) {
        return !tasks.isEmpty() && tasks.getFirst().isDone();
    }

    private void take(Deque<B> results, Sink<B> sink) throws StoreException, HarvestException {
        while (!results.isEmpty()) {
            sink.accept(results.removeFirst());
            underWay--;
        }
    }

    private Deque<Supplier<B>> turns(Deque<A> firsts, Turn<A, B> turn) throws StoreException, HarvestException {
        Deque<Supplier<B>> rest = new ArrayDeque<>(firsts.size());
        while (!firsts.isEmpty()) {
            rest.add(turn.of(firsts.removeFirst()));
        }
        return rest;
    }
}
