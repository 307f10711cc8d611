// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.uws.ErrorSummary;
import org.vo4he.uws.JobFailure;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.JobRun;
import org.vo4he.uws.JobRunner;

/// Asynchronous queries (TAP 1.1, section 2): the parameters, checks, limits and formats of synchronous ones; the table
/// goes to a file. A table that can't be made to its end is no result, but the reason why the job failed.
public final class TapJobs implements JobRunner {

    private static final String RESULT = "result";
    private static final long PAUSE_MILLIS = 200;

    private final TapQuery queries;

    /// @param queries with a time limit that is at least that of jobs
    public TapJobs(TapQuery queries) {
        this.queries = queries;
    }

    @Override
    public void check(JobOrder order) throws JobFailure {
        prepared(order);
    }

    @Override
    public List<JobResult> run(JobOrder order, JobRun run) throws JobFailure, IOException, InterruptedException {
        TapQuery.Answer answer = prepared(order);
        while (true) {
            try (OutputStream out = new BufferedOutputStream(run.create(RESULT))) {
                answer.writeWholeTo(out, run::onCancel);
            } catch (ServiceException.Limit e) {
                boolean busy = e.kind() == ServiceException.Kind.LOAD && !run.isCancelled();
                if (!busy) {
                    throw failure(run, e, false);
                }
                Thread.sleep(PAUSE_MILLIS);
                continue;
            } catch (ServiceException e) {
                throw failure(run, e, e instanceof ServiceException.Internal);
            }
            return List.of(run.result(RESULT, RESULT, answer.contentType()));
        }
    }

    private static JobFailure failure(JobRun run, ServiceException e, boolean mayPass) throws IOException {
        Files.deleteIfExists(run.folder().resolve(RESULT));
        return new JobFailure(mayPass ? ErrorSummary.passing(e.getMessage()) : ErrorSummary.fatal(e.getMessage()));
    }

    private TapQuery.Answer prepared(JobOrder order) throws JobFailure {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (JobParameter each : order.parameters()) {
            values.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each.value());
        }
        try {
            return queries.prepare(new Parameters(values), order.baseUrl());
        } catch (ServiceException e) {
            throw new JobFailure(ErrorSummary.fatal(e.getMessage()));
        }
    }
}
