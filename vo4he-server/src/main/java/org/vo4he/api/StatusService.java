// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.security.Identity;
import org.vo4he.security.Scope;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;
import org.vo4he.uws.Job;
import org.vo4he.uws.Phase;
import org.vo4he.uwsweb.Access;

/// `/status/{job}`: how a job is getting on, once or as it happens; and what its owner does with it: cancel, keep,
/// discard, publish.
final class StatusService implements Routes {

    static final String PATH = "/status";

    private static final Logger LOG = LoggerFactory.getLogger(StatusService.class);
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int WAITING_CLIENTS = 200;
    private static final Duration LONG = Duration.ofDays(36_500);

    private final Access access;
    private final JobStatuses statuses;
    private final Publisher publisher;
    private final JobPages pages;
    private final boolean anybodyPublishes;
    private final Semaphore waitingClients = new Semaphore(WAITING_CLIENTS);

    /// @param anonymous what callers without a token may have done
    StatusService(Access access, JobStatuses statuses, Publisher publisher, JobPages pages, Set<Scope> anonymous) {
        this.access = access;
        this.statuses = statuses;
        this.publisher = publisher;
        this.pages = pages;
        this.anybodyPublishes = anonymous.contains(Scope.PUBLISH);
    }

    @Override
    public void register(Router router) {
        Router own = router.errorsAs(ErrorStyle.PAGE);
        own.get(PATH + "/{id}", this::status);
        own.act(PATH + "/{id}", this::act);
        own.get(PATH + "/{id}/events", this::events);
    }

    private Response status(Request request) throws IOException {
        return told(access.mine(request), request);
    }

    private Response told(Job job, Request request) throws IOException {
        JobStatus status = statuses.of(job, mayPublish(request));
        Response response = request.wantsHtml()
                ? Response.html(pages.page(status, request.baseUrl()))
                : Response.json(new StatusJson(request.baseUrl()).of(status) + "\n");
        return response.header("Cache-Control", "no-cache").header("Vary", "Accept");
    }

    private boolean mayPublish(Request request) throws IOException {
        return anybodyPublishes
                || access.caller(request)
                        .filter(caller -> caller.may(Scope.PUBLISH))
                        .isPresent();
    }

    private Response events(Request request) throws IOException {
        Job job = access.mine(request);
        boolean mayPublish = mayPublish(request);
        StatusStream stream = new StatusStream(
                access.queue(), job.id(), each -> statuses.of(each, mayPublish), new StatusJson(request.baseUrl()));
        return Response.live(EVENT_STREAM, out -> {
                    if (!waitingClients.tryAcquire()) {
                        throw new ServiceException.Limit(
                                ServiceException.Kind.LOAD,
                                WAITING_CLIENTS + " clients wait for jobs already; ask without waiting");
                    }
                    try {
                        stream.writeTo(out);
                    } finally {
                        waitingClients.release();
                    }
                })
                .header("Cache-Control", "no-cache")
                .header("X-Accel-Buffering", "no");
    }

    private Response act(Request request) throws IOException {
        Job job = access.mine(request);
        Parameters parameters = request.parameters();
        String action = parameters.one("ACTION").orElse("");
        return switch (action) {
            case "cancel" -> done(action, Access.asked(() -> access.queue().abort(job.id())), request);
            case "keep" ->
                done(
                        action,
                        Access.asked(() -> access.queue()
                                .setDestruction(job.id(), Instant.now().plus(LONG))),
                        request);
            case "publish" -> {
                publish(job, parameters.all("FILE"), request);
                yield done(action, job, request);
            }
            case "discard" -> discard(job, request);
            default ->
                throw new ServiceException.Usage("parameter action: there are cancel, keep, discard and publish, found "
                        + Parameters.quoted(action));
        };
    }

    private Response done(String action, Job job, Request request) throws IOException {
        LOG.info("job {}: {} by {}", job.id(), action, who(request));
        return request.wantsHtml() ? Response.seeOther(request.baseUrl() + PATH + "/" + job.id()) : told(job, request);
    }

    private String who(Request request) throws IOException {
        return access.caller(request).map(Identity::name).orElse("anonymous " + request.client());
    }

    private Response discard(Job job, Request request) throws IOException {
        Access.asked(() -> {
            access.queue().delete(job.id());
            return job;
        });
        LOG.info("job {}: discard by {}", job.id(), who(request));
        return request.wantsHtml()
                ? Response.seeOther(request.baseUrl() + "/")
                : Response.json(StatusJson.object().put("job", job.id()).put("phase", "DISCARDED") + "\n");
    }

    /// @param wanted names of results; none: those the job was for
    private void publish(Job job, List<String> wanted, Request request) throws IOException {
        Access.check(access.caller(request), Scope.PUBLISH, anybodyPublishes, "publishing");
        if (job.phase() != Phase.COMPLETED) {
            throw new ServiceException.Usage("a job that is " + job.phase() + " has nothing to publish");
        }
        Optional<RunNotes> notes = RunNotes.in(access.queue().folder(job.id()));
        List<RunNotes.Output> outputs = notes.map(RunNotes::outputs).orElse(List.of());
        for (String name : wanted) {
            if (outputs.stream().noneMatch(output -> output.name().equals(name))) {
                throw new ServiceException.Usage("the job has no result " + Parameters.quoted(name));
            }
        }
        List<String> names = outputs.stream()
                .filter(output -> wanted.isEmpty() ? output.wanted() : wanted.contains(output.name()))
                .map(RunNotes.Output::name)
                .toList();
        try {
            List<ProductRecord> published =
                    publisher.publish(job.id(), access.queue().folder(job.id()), names);
            LOG.info(
                    "job {} published {}",
                    job.id(),
                    published.stream().map(ProductRecord::did).toList());
        } catch (StoreException e) {
            throw new ServiceException.Internal("the store can't be read; the server's log says why", e);
        }
    }
}
