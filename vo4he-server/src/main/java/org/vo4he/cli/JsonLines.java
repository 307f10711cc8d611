// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A command as a filter: a request on each line of standard input, its result on a line of standard output, in the
/// same order and as soon as it is known. Nothing that a line says ends the run.
///
/// Requests that name the same path are done one after the other, in their order; others at the same time.
final class JsonLines {

    /// Requests begun before their turn, for each thread.
    private static final int AHEAD = 16;

    /// What one command does with a request.
    interface Work {
        /// The members that a request may have.
        Set<String> members();

        /// The paths that it reads or writes.
        List<Path> paths(LineRequest request) throws BadLineException;

        LineResult run(LineRequest request) throws BadLineException;
    }

    /// Requests are held in memory up to this, so that thousands of long ones don't fill it.
    private static final int MOST_KILOBYTES = 2 * (LineReader.LONGEST >> 10);

    private record Pending(int number, int kilobytes, Future<LineResult> result) {}

    private final Work work;
    private final PrintWriter out;
    private final int threads;
    private final Map<Path, Future<LineResult>> underWay = new HashMap<>();
    private final BlockingQueue<Optional<Pending>> inOrder;
    private final Semaphore kilobytes = new Semaphore(MOST_KILOBYTES);
    private volatile boolean readerIsGone;
    private volatile int exitCode = ExitCode.DONE;

    /// @param threads that work at once; 0: one for each processor
    JsonLines(Work work, PrintWriter out, int threads) {
        this.work = work;
        this.out = out;
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        this.inOrder = new ArrayBlockingQueue<>(this.threads * AHEAD);
    }

    /// Runs until standard input ends, or nobody reads standard output any more.
    ///
    /// @return the exit code: the worst of all lines
    int run(InputStream in) {
        Thread printer = Thread.ofPlatform().name("vo4he-lines").start(this::print);
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("vo4he-line-", 1).daemon().factory());
        try {
            read(new LineReader(in), pool);
            inOrder.put(Optional.empty());
            printer.join();
            return readerIsGone ? ExitCode.FAILED : exitCode;
        } catch (IOException e) {
            throw new CommandFailure("standard input can't be read: " + e.getMessage(), e);
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        } finally {
            printer.interrupt();
            pool.shutdownNow();
        }
    }

    private void read(LineReader lines, ExecutorService pool) throws IOException, InterruptedException {
        int number = 0;
        for (Optional<LineReader.Line> line = lines.next(); line.isPresent() && !readerIsGone; line = lines.next()) {
            number++;
            if (line.get().isBlank()) {
                continue;
            }
            int size = line.get().bytes().length >> 10;
            kilobytes.acquire(size);
            inOrder.put(Optional.of(new Pending(number, size, begin(number, line.get(), pool))));
        }
    }

    private Future<LineResult> begin(int number, LineReader.Line line, ExecutorService pool)
            throws InterruptedException {
        try {
            LineRequest request = LineRequest.read(number, line, work.members());
            List<Path> paths = work.paths(request).stream()
                    .map(path -> path.toAbsolutePath().normalize())
                    .toList();
            for (Path path : paths) {
                awaitEnd(underWay.get(path));
            }
            Future<LineResult> result = pool.submit(() -> done(request));
            underWay.values().removeIf(Future::isDone);
            paths.forEach(path -> underWay.put(path, result));
            return result;
        } catch (BadLineException e) {
            return pool.submit(() -> LineResult.badLine(e.getMessage()));
        }
    }

    private static void awaitEnd(Future<LineResult> earlier) throws InterruptedException {
        if (earlier != null) {
            outcome(earlier);
        }
    }

    private LineResult done(LineRequest request) {
        try {
            long start = System.nanoTime();
            LineResult result = work.run(request);
            return result.with("micros", (System.nanoTime() - start) / 1000);
        } catch (BadLineException e) {
            return LineResult.badLine(e.getMessage());
        } catch (CommandFailure e) {
            return LineResult.failed(e.getMessage()).with("file", request.shownFile());
        } catch (RuntimeException e) {
            return LineResult.failed("unexpected: " + e).with("file", request.shownFile());
        }
    }

    private static LineResult outcome(Future<LineResult> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            return LineResult.failed("unexpected: " + e.getCause());
        }
    }

    private void print() {
        try {
            for (Optional<Pending> next = inOrder.take(); next.isPresent(); next = inOrder.take()) {
                Pending pending = next.get();
                LineResult result = outcome(pending.result);
                exitCode = Math.max(exitCode, result.exitCode());
                out.println(result.text(pending.number));
                readerIsGone |= out.checkError();
                kilobytes.release(pending.kilobytes);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
