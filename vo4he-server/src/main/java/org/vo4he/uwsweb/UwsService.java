// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.security.Callers;
import org.vo4he.security.Identity;
import org.vo4he.uws.ErrorSummary;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.Phase;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueRefusal;
import org.vo4he.votable.ErrorDocument;

/// The REST face of a queue (UWS 1.1, section 2.2).
public final class UwsService implements Routes {

    /// What the protocol itself reads of a request; the other parameters are the job's.
    private static final Set<String> OWN =
            Set.of("PHASE", "ACTION", "WAIT", "RUNID", "EXECUTIONDURATION", "DESTRUCTION");

    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int WAITING_CLIENTS = 200;
    private static final int LONGEST_RUN_ID = 256;

    private final UwsFace face;
    private final Queue queue;
    private final Access access;
    private final Semaphore waitingClients = new Semaphore(WAITING_CLIENTS);

    public UwsService(UwsFace face, Queue queue, Callers callers) {
        this.face = face;
        this.queue = queue;
        this.access = new Access(face, queue, callers);
    }

    @Override
    public void register(Router router) {
        Router own = router.errorsAs(face.errors());
        String job = face.path() + "/{id}";
        own.get(face.path(), this::list);
        own.act(face.path(), this::create);
        own.get(job, this::job);
        own.act(job, this::changeJob);
        own.delete(job, request -> delete(access.mine(request), request));
        own.get(
                job + "/phase",
                request -> Response.plain(access.mine(request).phase().name()));
        own.act(job + "/phase", this::changePhase);
        own.get(
                job + "/executionduration",
                request -> Response.plain(
                        Long.toString(access.mine(request).timeLimit().toSeconds())));
        own.act(job + "/executionduration", this::changeJob);
        own.get(
                job + "/destruction",
                request -> Response.plain(
                        access.mine(request).times().destruction().toString()));
        own.act(job + "/destruction", this::changeJob);
        own.get(job + "/quote", this::quote);
        own.get(
                job + "/owner",
                request -> Response.plain(access.mine(request).order().owner().orElse("")));
        own.get(job + "/error", request -> error(access.mine(request)));
        own.get(job + "/parameters", request -> Response.xml(document(request).parameters(access.mine(request))));
        own.act(job + "/parameters", this::changeJob);
        own.get(job + "/parameters/{name}", this::parameter);
        own.get(job + "/results", request -> Response.xml(document(request).results(access.mine(request))));
        own.get(job + "/results/{name}", this::result);
    }

    private Response list(Request request) throws IOException {
        Optional<Identity> caller = access.caller(request);
        JobFilter filter = JobFilter.of(request.parameters());
        return Response.xml(document(request)
                .jobs(filter.of(queue.jobs().stream().filter(job -> access.lists(caller, job)))));
    }

    private Response create(Request request) throws IOException {
        Optional<Identity> caller = access.caller(request);
        access.checkMayOrder(caller);
        Parameters parameters = request.parameters();
        JobChanges changes = JobChanges.of(parameters);
        JobOrder order = access.order(request, caller, runId(parameters), jobParameters(parameters));
        return Access.asked(() -> {
            Job job = queue.create(order);
            try {
                changes.applyTo(queue, job.id());
            } catch (QueueRefusal refusal) {
                queue.delete(job.id());
                throw refusal;
            }
            return seeJob(request, job.id());
        });
    }

    private static Optional<String> runId(Parameters parameters) {
        Optional<String> runId = parameters.one("RUNID");
        if (runId.filter(text -> text.length() > LONGEST_RUN_ID).isPresent()) {
            throw new ServiceException.Usage("parameter RUNID has more than " + LONGEST_RUN_ID + " characters");
        }
        return runId;
    }

    private static List<JobParameter> jobParameters(Parameters parameters) {
        if (!parameters.all("TOKEN").isEmpty()) {
            throw new ServiceException.Usage("a token is no parameter of a job, which would keep it: it is sent as the"
                    + " header Authorization: Bearer");
        }
        List<JobParameter> all = new ArrayList<>();
        for (String name : parameters.names()) {
            if (!OWN.contains(name)) {
                parameters.all(name).forEach(value -> all.add(new JobParameter(name, value)));
            }
        }
        return all;
    }

    private Response job(Request request) throws IOException {
        Job job = access.mine(request);
        Parameters parameters = request.parameters();
        Optional<Phase> phase = JobFilter.phases(parameters).stream().findFirst();
        long seconds = JobFilter.waitSeconds(parameters, LONGEST_WAIT_SECONDS);
        boolean waits = seconds > 0 && job.phase().isActive() && phase.orElse(job.phase()) == job.phase();
        JobDocument document = document(request);
        if (!waits || !waitingClients.tryAcquire()) {
            return Response.xml(document.job(job));
        }
        return Response.live("text/xml;charset=utf-8", out -> {
            try {
                Job later = Access.asked(
                        () -> queue.await(job.id(), Optional.of(job.phase()), Duration.ofSeconds(seconds)));
                out.write(document.job(later).getBytes(StandardCharsets.UTF_8));
            } finally {
                waitingClients.release();
            }
        });
    }

    /// POST of `ACTION`, of parameters, or of what may be set: to the job or to the resource below it.
    private Response changeJob(Request request) throws IOException {
        Job job = access.mine(request);
        Parameters parameters = request.parameters();
        Optional<String> action = parameters.one("ACTION");
        if (action.isPresent()) {
            if (!action.get().equals("DELETE")) {
                throw new ServiceException.Usage(
                        "parameter ACTION: DELETE is the only one, found " + Parameters.quoted(action.get()));
            }
            return delete(job, request);
        }
        JobChanges changes = JobChanges.of(parameters);
        List<JobParameter> more = jobParameters(parameters);
        return Access.asked(() -> {
            if (!more.isEmpty()) {
                queue.setParameters(job.id(), more);
            }
            changes.applyTo(queue, job.id());
            return seeJob(request, job.id());
        });
    }

    private Response changePhase(Request request) throws IOException {
        if (request.parameters().one("PHASE").isEmpty()) {
            throw new ServiceException.Usage("parameter PHASE is missing: RUN or ABORT");
        }
        return changeJob(request);
    }

    private Response delete(Job job, Request request) throws IOException {
        return Access.asked(() -> {
            queue.delete(job.id());
            return Response.seeOther(request.baseUrl() + face.path());
        });
    }

    /// Nothing here knows how long a job will take: the answer is empty, as the standard has it then.
    private Response quote(Request request) throws IOException {
        access.mine(request);
        return Response.plain("");
    }

    private Response error(Job job) {
        ErrorSummary error = job.error()
                .orElseThrow(() -> new ServiceException.NotFound("the job has no error; it is " + job.phase()));
        return face.errors() == ErrorStyle.VOTABLE
                ? Response.text(ErrorDocument.CONTENT_TYPE, ErrorDocument.of(error.message(), Map.of()))
                : Response.plain(error.message() + "\n" + error.detail().orElse(""));
    }

    private Response parameter(Request request) throws IOException {
        String name = request.pathPart("name");
        List<String> values = access.mine(request).order().parameters().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .map(JobParameter::value)
                .toList();
        if (values.isEmpty()) {
            throw new ServiceException.NotFound("the job has no parameter " + Parameters.quoted(name));
        }
        return Response.plain(String.join("\n", values));
    }

    private Response result(Request request) throws IOException {
        Job job = access.mine(request);
        String name = request.pathPart("name");
        JobResult result = job.results().stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceException.NotFound(
                        "the job has no result " + Parameters.quoted(name) + "; it is " + job.phase()));
        Path file = queue.folder(job.id()).resolve(result.file());
        return Response.stream(result.mediaType(), result.bytes(), out -> Files.copy(file, out));
    }

    private JobDocument document(Request request) {
        return new JobDocument(request.baseUrl() + face.path(), face.errors());
    }

    private Response seeJob(Request request, String id) {
        return Response.seeOther(request.baseUrl() + face.path() + "/" + id);
    }
}
