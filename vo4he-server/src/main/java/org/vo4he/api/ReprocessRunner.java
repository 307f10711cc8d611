// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.diagnostics.Finding;
import org.vo4he.http.ServiceException;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Planned;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;
import org.vo4he.uws.ErrorSummary;
import org.vo4he.uws.JobFailure;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.JobRun;
import org.vo4he.uws.JobRunner;
import org.vo4he.uws.Progress;

/// Makes products again: a job that waited plans anew, since its inputs may have changed meanwhile ([FreshPlans] tells
/// how long a plan holds), and runs its plan in a folder of its own, `runtime_data`. Outputs and log are the results.
final class ReprocessRunner implements JobRunner {

    /// The log of a run, in the folder of its job; a result too.
    static final String LOG_FILE = LocalExecutor.LOG;

    private static final Logger LOG = LoggerFactory.getLogger(ReprocessRunner.class);

    private final Remaking remaking;
    private final Executor executor;
    private final EarlierRuns earlier;
    private final FreshPlans plans;
    private final Map<String, Double> fractions = new ConcurrentHashMap<>();

    ReprocessRunner(Remaking remaking, Executor executor, EarlierRuns earlier, FreshPlans plans) {
        this.remaking = remaking;
        this.executor = executor;
        this.earlier = earlier;
        this.plans = plans;
    }

    @Override
    public void check(JobOrder order) throws JobFailure {
        plan(order);
    }

    @Override
    public List<JobResult> run(JobOrder order, JobRun run) throws JobFailure, IOException, InterruptedException {
        Wish wish = wish(order);
        Plan plan = plan(order);
        RunNotes notes = RunNotes.of(plan);
        LOG.info("job {} runs: plan {}, steps {}", run.jobId(), plan.hash(), names(plan));
        run.onCancel(Thread.currentThread()::interrupt);
        try {
            notes.write(run.folder());
            Optional<Path> same = wish.force() ? Optional.empty() : earlier.folder(plan.hash());
            if (same.isPresent()) {
                return taken(same.get(), run);
            }
            Finished finished = executor.run(plan, run.folder(), run.maxBytes(), listener(run));
            List<JobResult> results = results(finished, notes, run);
            earlier.ended(plan.hash(), run.jobId());
            LOG.info(
                    "job {} made {}",
                    run.jobId(),
                    results.stream().map(JobResult::file).toList());
            return results;
        } catch (StepException e) {
            throw new JobFailure(ErrorSummary.fatal(e.getMessage()));
        } catch (IOException e) {
            if (run.isCancelled()) {
                throw e;
            }
            LOG.error("job {} could not go on", run.jobId(), e);
            throw new JobFailure(ErrorSummary.passing("the run could not go on: " + reason(e)));
        } finally {
            fractions.remove(run.jobId());
        }
    }

    /// The results of an earlier run of the same plan.
    private List<JobResult> taken(Path from, JobRun run) throws IOException {
        Files.writeString(
                run.folder().resolve(LOG_FILE), "the same was made before; these are the results of that run\n");
        RunNotes notes = RunNotes.in(from).orElseThrow();
        List<JobResult> results = new ArrayList<>();
        for (RunNotes.Output output : notes.outputs()) {
            Path file = run.folder().resolve(output.name());
            Files.copy(from.resolve(output.name()), file);
            results.add(run.result(output.name(), output.name(), MediaTypes.of(file)));
        }
        notes.write(run.folder());
        results.add(run.result(LOG_FILE, LOG_FILE, MediaTypes.TEXT));
        LOG.info("job {} has the results of an earlier run of the same plan", run.jobId());
        return results;
    }

    /// How much of a running job is done, 0 to 1; of another one, 0.
    double fraction(String jobId) {
        return fractions.getOrDefault(jobId, 0.0);
    }

    /// Without paths of this machine.
    private static String reason(IOException e) {
        Optional<String> words =
                Optional.ofNullable(e instanceof FileSystemException f ? f.getReason() : e.getMessage());
        return words.filter(text -> !text.contains("/")).orElse("a file could not be read or written");
    }

    private static List<String> names(Plan plan) {
        return plan.steps().stream().map(step -> step.name()).toList();
    }

    private static Wish wish(JobOrder order) throws JobFailure {
        try {
            return Wish.of(order.parameters());
        } catch (ServiceException e) {
            throw new JobFailure(ErrorSummary.fatal(e.getMessage()));
        }
    }

    private Plan plan(JobOrder order) throws JobFailure {
        Optional<Plan> fresh = plans.of(order.parameters());
        if (fresh.isPresent()) {
            return fresh.get();
        }
        try {
            return switch (remaking.plan(wish(order)).planned()) {
                case Plan plan -> {
                    plans.made(order.parameters(), plan);
                    yield plan;
                }
                case Planned.Refused(List<Finding> findings) ->
                    throw new JobFailure(ErrorSummary.fatal(findings.stream()
                            .map(finding -> finding.where() + ": " + finding.message())
                            .collect(Collectors.joining("; "))));
            };
        } catch (ServiceException e) {
            throw new JobFailure(
                    e.status() >= 500 ? ErrorSummary.passing(e.getMessage()) : ErrorSummary.fatal(e.getMessage()));
        }
    }

    private RunListener listener(JobRun run) {
        return new RunListener() {
            @Override
            public void step(int number, int of, String name) {
                run.progress(new Progress(number, of, name));
            }

            @Override
            public void progress(double fraction) {
                fractions.put(run.jobId(), fraction);
            }

            @Override
            public void log(String line) {
                LOG.debug("job {}: {}", run.jobId(), line);
            }
        };
    }

    /// Brings the outputs from where the steps worked into the folder of the job.
    private static List<JobResult> results(Finished finished, RunNotes notes, JobRun run)
            throws IOException, JobFailure {
        List<JobResult> results = new ArrayList<>();
        List<RunNotes.Output> outputs = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(LOG_FILE, LocalExecutor.DATA));
        long bytes = 0;
        for (Finished.Output output : finished.outputs()) {
            String name = freeName(output.file().getFileName().toString(), taken);
            Files.move(output.file(), run.folder().resolve(name));
            results.add(run.result(name, name, MediaTypes.of(run.folder().resolve(name))));
            outputs.add(new RunNotes.Output(name, output.name(), output.wanted()));
            bytes += results.getLast().bytes();
        }
        if (bytes > run.maxBytes()) {
            throw new JobFailure(ErrorSummary.fatal(
                    "the outputs have " + bytes + " bytes, a job may leave " + run.maxBytes() + " here"));
        }
        notes.with(outputs, finished.findings()).write(run.folder());
        results.add(run.result(LOG_FILE, LOG_FILE, MediaTypes.TEXT));
        return results;
    }

    /// A plain name that results of jobs may have, and no other has.
    private static String freeName(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]", "_");
        String name = plain.substring(0, Math.min(plain.length(), 90));
        for (int number = 2; !taken.add(name); number++) {
            name = number + "_" + plain.substring(0, Math.min(plain.length(), 85));
        }
        return name;
    }
}
