// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Does what the parameter WORK says: `write`, `fail`, `break`, `flood`, `wrong`; `hold` goes on until it is released
/// or cancelled; `deaf` until it is released.
final class ScriptedRunner implements JobRunner {

    final List<String> started = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();

    @Override
    public void check(JobOrder order) throws JobFailure {
        if (work(order).equals("wrong")) {
            throw new JobFailure(ErrorSummary.fatal("parameter WORK: 'wrong' is wrong"));
        }
    }

    @Override
    public List<JobResult> run(JobOrder order, JobRun run) throws JobFailure, IOException, InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        started.add(run.jobId());
        try {
            return perform(order, run);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private List<JobResult> perform(JobOrder order, JobRun run) throws JobFailure, IOException, InterruptedException {
        switch (work(order)) {
            case "fail" -> throw new JobFailure(ErrorSummary.fatal("there is no such file"));
            case "break" -> throw new IllegalStateException("a bug");
            case "flood" -> flood(run);
            case "hold" -> hold(run, true);
            case "deaf" -> hold(run, false);
            default -> {}
        }
        run.progress(new Progress(1, 1, "writing"));
        try (OutputStream out = run.create("result.txt")) {
            out.write(order.share().getBytes(StandardCharsets.UTF_8));
        }
        return List.of(run.result("result", "result.txt", "text/plain"));
    }

    private void hold(JobRun run, boolean listening) throws IOException, InterruptedException {
        CountDownLatch latch = held.computeIfAbsent(run.jobId(), _ -> new CountDownLatch(1));
        run.create("partial.txt").close();
        run.progress(new Progress(2, 3, "holding"));
        if (listening) {
            run.onCancel(Thread.currentThread()::interrupt);
        }
        latch.await();
    }

    private static void flood(JobRun run) throws IOException {
        try (OutputStream out = run.create("result.txt")) {
            while (true) {
                out.write(new byte[65_536]);
            }
        }
    }

    void release(String id) {
        held.computeIfAbsent(id, _ -> new CountDownLatch(1)).countDown();
    }

    private static String work(JobOrder order) {
        return order.parameters().getFirst().value();
    }
}
