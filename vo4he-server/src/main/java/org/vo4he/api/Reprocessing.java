// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Planner;
import org.vo4he.security.Callers;
import org.vo4he.security.Scope;
import org.vo4he.store.Products;
import org.vo4he.uws.Queue;
import org.vo4he.uwsweb.Access;
import org.vo4he.uwsweb.JobSettings;
import org.vo4he.uwsweb.UwsFace;
import org.vo4he.uwsweb.UwsService;

/// Making products again over HTTP: `/reprocessing`, `/status`, `/preview`, and the same jobs by UWS 1.1. One queue,
/// which goes on with the jobs of an earlier server.
public final class Reprocessing implements Routes, AutoCloseable {

    private final Queue queue;
    private final List<Routes> routes;

    private Reprocessing(Queue queue, List<Routes> routes) {
        this.queue = queue;
        this.routes = routes;
    }

    /// What does the work.
    ///
    /// @param products of the archive, whose provenance is the recipe
    public record Parts(
            Planner planner,
            Executor executor,
            Products products,
            Publisher publisher,
            JobPages pages,
            RemakePages forms) {}

    /// @param folder of the queue
    /// @param listed whether callers without a token see each other's jobs in the list
    /// @throws IOException when the folder can't be used
    public static Reprocessing open(Path folder, Parts parts, JobSettings settings, Callers callers, boolean listed)
            throws IOException {
        Remaking remaking = new Remaking(parts.planner(), parts.products());
        EarlierRuns earlier = new EarlierRuns();
        FreshPlans plans = new FreshPlans();
        ReprocessRunner runner = new ReprocessRunner(remaking, parts.executor(), earlier, plans);
        Queue queue = Queue.open(folder, runner, settings.queue());
        earlier.learn(queue);
        UwsFace face = new UwsFace(
                ReprocessingService.UWS_PATH,
                ErrorStyle.TEXT,
                Scope.RUN,
                settings.anonymous().contains(Scope.RUN),
                listed);
        Access access = new Access(face, queue, callers);
        JobStatuses statuses = new JobStatuses(queue, runner, parts.publisher());
        return new Reprocessing(
                queue,
                List.of(
                        new ReprocessingService(remaking, access, earlier, plans, parts.forms()),
                        new SessionService(access, parts.forms()),
                        new StatusService(access, statuses, parts.publisher(), parts.pages(), settings.anonymous()),
                        new JobPreviews(access),
                        new UwsService(face, queue, callers)));
    }

    /// Whose jobs these are.
    public Queue queue() {
        return queue;
    }

    @Override
    public void register(Router router) {
        routes.forEach(each -> each.register(router));
    }

    /// Jobs that run go on when the queue is opened the next time.
    @Override
    public void close() throws IOException {
        queue.close();
    }
}
