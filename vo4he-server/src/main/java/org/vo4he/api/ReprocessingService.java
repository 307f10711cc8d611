// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Planned;
import org.vo4he.security.Identity;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.JobSummary;
import org.vo4he.uws.Phase;
import org.vo4he.uws.QueueRefusal;
import org.vo4he.uwsweb.Access;

/// `POST /reprocessing`: makes a product again by the provenance it carries, with other values of what may be edited.
/// JSON for programs; a form for browsers, who are led to the page of the job.
final class ReprocessingService implements Routes {

    static final String PATH = "/reprocessing";

    /// The same jobs by UWS 1.1.
    static final String UWS_PATH = "/reprocessing/async";

    private static final int MOST_ON_A_PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ReprocessingService.class);

    private final Remaking remaking;
    private final Access access;
    private final EarlierRuns earlier;
    private final FreshPlans plans;
    private final FormOrders forms;
    private final RemakePages pages;

    ReprocessingService(Remaking remaking, Access access, EarlierRuns earlier, FreshPlans plans, RemakePages pages) {
        this.remaking = remaking;
        this.access = access;
        this.earlier = earlier;
        this.plans = plans;
        this.forms = new FormOrders(access, remaking, pages);
        this.pages = pages;
    }

    @Override
    public void register(Router router) {
        Router own = router.errorsAs(ErrorStyle.PAGE);
        own.get(PATH, request -> request.parameters().names().contains("ID") ? form(request) : list(request));
        own.act(PATH, this::order);
    }

    /// Runs nothing: leads clients that can only GET to the form on the page of the product, filled in as they ask;
    /// what they leave empty begins as recorded.
    private Response form(Request request) {
        Wish wish = Wish.of(request.parameters());
        StringBuilder page = new StringBuilder(request.baseUrl() + "/products/" + remaking.shortId(wish));
        String before = "?";
        List<Edit> edits =
                wish.allEdits().stream().filter(edit -> !edit.value().isEmpty()).toList();
        for (Edit edit : edits) {
            page.append(before)
                    .append("EDIT=")
                    .append(URLEncoder.encode(edit.address() + "=" + edit.value(), StandardCharsets.UTF_8));
            before = "&";
        }
        return Response.seeOther(page + "#remake").header("Cache-Control", "no-cache");
    }

    /// The caller's jobs, newest first.
    private Response list(Request request) throws IOException {
        Optional<Identity> caller = access.caller(request);
        List<JobSummary> mine = access.queue().jobs().stream()
                .filter(job -> job.phase() != Phase.ARCHIVED && access.lists(caller, job))
                .sorted(Comparator.comparing(JobSummary::created).reversed())
                .toList();
        Response list = request.wantsHtml() ? page(mine, caller, request) : json(mine, request);
        return list.header("Cache-Control", "no-cache");
    }

    private static Response json(List<JobSummary> mine, Request request) {
        ObjectNode root = StatusJson.object();
        ArrayNode jobs = root.putArray("jobs");
        StatusJson json = new StatusJson(request.baseUrl());
        mine.forEach(job -> json.addresses(
                jobs.addObject()
                        .put("job", job.id())
                        .put("phase", job.phase().name())
                        .put("created", job.created().toString()),
                job.id()));
        return Response.json(root + "\n");
    }

    private Response page(List<JobSummary> mine, Optional<Identity> caller, Request request) throws IOException {
        List<RemakePages.Entry> entries = new ArrayList<>();
        for (JobSummary job : mine.subList(0, Math.min(MOST_ON_A_PAGE, mine.size()))) {
            try {
                Optional<String> parent = access.queue().get(job.id()).order().parameters().stream()
                        .filter(each -> each.name().equals("ID"))
                        .map(JobParameter::value)
                        .findFirst();
                entries.add(new RemakePages.Entry(job.id(), job.phase().name(), job.created(), parent));
            } catch (QueueRefusal _) {
                // Deleted meanwhile.
            }
        }
        return Response.html(
                pages.jobs(entries, Visitor.of(caller, access.face().anonymous()), request.baseUrl()));
    }

    private Response order(Request request) throws IOException {
        Optional<String> json = request.json();
        if (json.isEmpty() && request.wantsHtml()) {
            Wish wish = Wish.of(request.parameters());
            if (wish.did().isPresent() && !wish.dryRun()) {
                return forms.order(
                        wish, request, (made, caller) -> run((Plan) made.planned(), made.wish(), caller, request));
            }
        }
        Optional<Identity> caller = access.caller(request);
        access.checkMayOrder(caller);
        Wish wish = json.isPresent() ? Wish.of(json.get()) : Wish.of(request.parameters());
        Remaking.Outcome outcome = remaking.plan(wish);
        return switch (outcome.planned()) {
            case Planned.Refused refused -> Refusals.of(refused, request);
            case Plan plan -> wish.dryRun() ? shown(plan, caller, request) : run(plan, outcome.wish(), caller, request);
        };
    }

    private Response shown(Plan plan, Optional<Identity> caller, Request request) throws IOException {
        ObjectNode body = plan.toJson();
        earlier.of(plan.hash())
                .filter(job -> mayHave(job, caller, request))
                .ifPresent(job -> body.put("earlier", request.baseUrl() + StatusService.PATH + "/" + job.id()));
        return Response.json(body + "\n");
    }

    private Response run(Plan plan, Wish wish, Optional<Identity> caller, Request request) throws IOException {
        Optional<Job> same =
                wish.force() ? Optional.empty() : earlier.of(plan.hash()).filter(job -> mayHave(job, caller, request));
        if (same.isPresent()) {
            LOG.info("job {} answers the same request once more", same.get().id());
            return answer(same.get(), true, request);
        }
        JobOrder order = access.order(request, caller, Optional.empty(), wish.parameters(plan));
        plans.made(order.parameters(), plan);
        Job job = Access.asked(() -> {
            Job created = access.queue().create(order);
            try {
                return access.queue().run(created.id());
            } catch (QueueRefusal refusal) {
                access.queue().delete(created.id());
                throw refusal;
            }
        });
        LOG.info(
                "job {} ordered by {}: plan {} of {}, changes {}",
                job.id(),
                order.share(),
                plan.hash(),
                plan.parent().orElse("a provenance"),
                plan.changes());
        return answer(job, false, request);
    }

    /// A job of somebody else is not handed out, though it made the same: who has it may discard it.
    private static boolean mayHave(Job job, Optional<Identity> caller, Request request) {
        return caller.map(each -> job.order().owner().equals(Optional.of(each.name())))
                .orElseGet(() ->
                        job.order().owner().isEmpty() && job.order().share().equals("anonymous " + request.client()));
    }

    private static Response answer(Job job, boolean earlier, Request request) {
        String status = request.baseUrl() + StatusService.PATH + "/" + job.id();
        if (request.wantsHtml()) {
            return Response.seeOther(status);
        }
        ObjectNode body = StatusJson.object()
                .put("job", job.id())
                .put("phase", job.phase().name())
                .put("earlier", earlier);
        new StatusJson(request.baseUrl()).addresses(body, job.id());
        return Response.json(body + "\n").status(earlier ? 200 : 202).header("Location", status);
    }
}
