// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.adql.DuckDbDialect;
import org.vo4he.api.BackupService;
import org.vo4he.api.HarvestService;
import org.vo4he.api.InputsService;
import org.vo4he.api.Publisher;
import org.vo4he.api.Reprocessing;
import org.vo4he.bundle.BundleService;
import org.vo4he.config.Settings;
import org.vo4he.datalink.FilesService;
import org.vo4he.datalink.LinksService;
import org.vo4he.feed.EventsService;
import org.vo4he.feed.Webhook;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestException;
import org.vo4he.harvest.HarvestReport;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.harvest.Readiness;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.ExchangeListener;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Routes;
import org.vo4he.preview.PreviewService;
import org.vo4he.provsap.ProvenanceService;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Remake;
import org.vo4he.scs.ConeService;
import org.vo4he.security.Callers;
import org.vo4he.security.Scope;
import org.vo4he.security.Token;
import org.vo4he.security.TokenFile;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.ExportService;
import org.vo4he.tap.TapCapability;
import org.vo4he.tap.TapJobs;
import org.vo4he.tap.TapQuery;
import org.vo4he.tap.TapService;
import org.vo4he.tap.TapSettings;
import org.vo4he.tap.WithoutJobs;
import org.vo4he.uws.Queue;
import org.vo4he.uwsweb.JobSettings;
import org.vo4he.uwsweb.UwsFace;
import org.vo4he.uwsweb.UwsService;
import org.vo4he.vosi.Capability;
import org.vo4he.vosi.SelfDescription;
import org.vo4he.vosi.VosiService;
import org.vo4he.watch.FolderWatch;
import org.vo4he.web.WebPages;

/// The parts of a data centre, put together in the one place that knows them all: read from top to bottom.
final class Assembly implements AutoCloseable {

    /// Below the state directory: may be deleted at any time.
    private static final String PREVIEWS = "previews";

    /// Below the state directory: the queue of asynchronous queries, with their results.
    private static final String QUERY_JOBS = "jobs/queries";

    /// Below the state directory: the queue of products that are made again, with what was made.
    private static final String REMAKING_JOBS = "jobs/reprocessing";

    private final Settings settings;
    private final Store store;
    private final Path published;
    private final org.vo4he.store.PublishedFolder files;
    private final List<Routes> routes;
    private final HarvestTally harvests = new HarvestTally();
    private final EventsService events;
    private final Planner planner;
    private final PreviewService previews;
    private final WebPages pages;
    private volatile Optional<Callers> callers = Optional.empty();
    private volatile Readiness readiness = Readiness.ALWAYS;
    private volatile RuledDescriber describer;
    private volatile Optional<Queue> queries = Optional.empty();
    private volatile Optional<Reprocessing> reprocessing = Optional.empty();

    private Assembly(Settings settings, Store store, Path published) {
        this.settings = settings;
        this.store = store;
        this.published = published;

        this.files = new org.vo4he.store.PublishedFolder(
                published,
                settings.calibration().folders(),
                Optional.of(settings.harvest().remadeFolder(store.directory())));
        ArchiveInputs inputs = ArchiveInputs.of(store.products(), files);
        this.planner = Remakers.planner(settings, List.of(), inputs);
        TapQuery queries = new TapQuery(store, new DuckDbDialect(), settings.tap());
        TapCapability tapCapability =
                new TapCapability(settings.tap(), settings.jobs().queue());
        LinksService links = new LinksService(store, json -> Remake.of(json, planner));
        List<Capability> capabilities = List.of(tapCapability::xml, links::capability);
        ConeService cone = new ConeService(queries::write, settings.tap().maxRows());
        List<Capability> coneCapabilities = List.of(cone::capability);

        this.previews = new PreviewService(store, files, store.directory().resolve(PREVIEWS), settings.previews());
        this.pages = new WebPages(
                store,
                files,
                PageNeeds.answers(queries),
                new PageNeeds.Previewing(previews),
                new PageNeeds.Remaking(planner, settings.jobs().anonymous().contains(Scope.RUN), () -> callers),
                settings.web(),
                Operations.servesMetrics(settings));
        this.events = new EventsService(store.feed(), settings.feed());
        this.routes = List.of(
                new TapService(queries),
                new VosiService(store.tapSchema(), capabilities),
                cone,
                new SelfDescription("/scs", coneCapabilities),
                links,
                new FilesService(store, files),
                new ProvenanceService(store),
                events,
                new HarvestService(this::harvestForClient, published, store.directory()),
                new BackupService(store, settings.harvest().remadeFolder(store.directory()), Vo4he.version()),
                new InputsService(inputs.files(), inputs.folders()),
                new ExportService(store, new DuckDbDialect()),
                previews,
                new BundleService(store, files, pages::found, settings.bundles()),
                pages);
    }

    /// Opens the state directory and makes everything that works on it; nothing listens yet.
    ///
    /// @param published the folder whose files are served
    /// @throws CommandFailure when another process holds the state, or it can't be used
    static Assembly open(Settings settings, Path state, Path published) {
        return new Assembly(settings, openStore(settings.store(), state), published);
    }

    /// The same for a harvest alone: it keeps the processors busy itself, and a second thread of the database only
    /// waits for the first.
    static Assembly openToHarvest(Settings settings, Path state, Path published) {
        return new Assembly(settings, openStore(settings.store().withThreads(1), state), published);
    }

    /// The same for a state that was harvested before, and knows its folder.
    static Assembly open(Settings settings, Path state) {
        Store store = openStore(settings.store(), state);
        try {
            Path published = Harvest.folderOf(store)
                    .orElseThrow(() -> new CommandFailure("nothing was harvested into the state folder " + state
                            + " yet: 'vo4he harvest' does that"));
            return new Assembly(settings, store, published);
        } catch (StoreException e) {
            store.close();
            throw new CommandFailure(e.getMessage(), e);
        } catch (CommandFailure e) {
            store.close();
            throw e;
        }
    }

    private static Store openStore(StoreSettings settings, Path state) {
        try {
            return Store.open(state, settings);
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// Brings the store up to date with the published folder. Rules and profiles are read anew each time.
    ///
    /// @param report a file to write one line of JSON to for each file
    /// @throws CommandFailure when the harvest can't begin, or is interrupted
    HarvestReport harvest(Optional<Path> report, boolean dryRun, Progress progress) {
        RuledDescriber describing = new RuledDescriber(Describing.rules(settings), Describing.profiles(settings));
        HarvestSettings harvest = settings.harvest();
        if (report.isPresent()) {
            harvest = harvest.withReport(report.get());
        }
        if (dryRun) {
            harvest = harvest.asDryRun();
        }
        long start = System.nanoTime();
        try {
            HarvestReport done =
                    new Harvest(store, describing, harvest, settings.calibration()).run(published, readiness, progress);
            harvests.passed(done, System.nanoTime() - start);
            describer = describing;
            return done;
        } catch (StoreException | HarvestException e) {
            harvests.failed();
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// Has computed beside what the pages need after a harvest, so that no visitor waits for it.
    void preparePages() {
        pages.prepare();
    }

    /// Begins to watch the published folder, if that is wanted: harvests leave files alone that are not ready from now
    /// on. The watch takes files once it is started, after a first harvest, by the rules of the last one.
    Optional<FolderWatch> watch() {
        Optional<FolderWatch> watch =
                settings.watch().map(how -> FolderWatch.of(published, store.directory(), how, new Watched()));
        watch.ifPresent(each -> readiness = each.readiness());
        return watch;
    }

    /// Begins to send the events of the feed to who is to be called, if there is such a one.
    ///
    /// @param url of the server, where the settings tell none for the world
    /// @throws CommandFailure when the cursor or the secret can't be read
    Optional<Webhook> webhook(String url) {
        String baseUrl = settings.http().baseUrl().map(URI::toString).orElse(url);
        try {
            return settings.webhook().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Webhook.start(store.feed(), settings.webhook().get(), baseUrl, store.directory()));
        } catch (IOException e) {
            throw new CommandFailure("the webhook can't be called: " + FileWriting.reason(e), e);
        }
    }

    /// What the watch needs done.
    private final class Watched implements FolderWatch.Harvester {

        @Override
        public HarvestReport take(Set<String> paths, Readiness ready) throws StoreException, HarvestException {
            long start = System.nanoTime();
            HarvestReport done = harvest().run(published, paths, ready);
            harvests.passed(done, System.nanoTime() - start);
            preparePages();
            return done;
        }

        @Override
        public Set<String> differences() throws StoreException, HarvestException {
            return harvest().differences(published);
        }

        @Override
        public Set<String> unreadable() throws StoreException {
            return harvest().unreadable();
        }

        private Harvest harvest() {
            return new Harvest(store, describer, settings.harvest(), settings.calibration());
        }
    }

    private void harvestForClient(boolean dryRun, Path report) throws HarvestService.Refusal {
        try {
            harvest(Optional.of(report), dryRun, Progress.silent());
            preparePages();
        } catch (CommandFailure e) {
            throw new HarvestService.Refusal(e.getMessage(), e);
        }
    }

    /// Opens what an operator sees of this server, for [#listen].
    ///
    /// @throws CommandFailure when the access log can't be written
    Operations operations() {
        return Operations.open(settings, store, harvests, events);
    }

    /// Listens as configured.
    ///
    /// @param token what a request that changes something must show
    /// @throws CommandFailure when the address can't be listened on
    HttpServer listen(Token token, Operations operations) {
        List<Routes> all = new ArrayList<>(routes);
        all.addAll(operations.routes());
        Callers callers =
                new Callers(Optional.of(token), settings.jobs().tokens().map(TokenFile::new));
        this.callers = Optional.of(callers);
        all.add(asynchronousQueries(callers));
        all.add(reprocessing(callers));
        queries.ifPresent(queue -> operations.queue("queries", queue));
        reprocessing.ifPresent(opened -> operations.queue("reprocessing", opened.queue()));
        return start(settings.http().withToken(token), all, operations.listeners());
    }

    /// Listens on a free port of this machine, for one command; nobody keeps a log of that.
    HttpServer listenForOurselves(Token token) {
        List<Routes> all = new ArrayList<>(routes);
        all.add(new WithoutJobs());
        return start(HttpSettings.local().withToken(token), all, List.of());
    }

    /// Opens the queue of `/tap/async`, which goes on with the jobs of an earlier server.
    private Routes asynchronousQueries(Callers callers) {
        JobSettings jobs = settings.jobs();
        TapSettings limits = new TapSettings(
                settings.tap().defaultRows(),
                settings.tap().maxRows(),
                jobs.queue().longestTime(),
                settings.tap().maxQueryChars());
        TapJobs runner = new TapJobs(new TapQuery(store, new DuckDbDialect(), limits));
        try {
            Queue opened = Queue.open(store.directory().resolve(QUERY_JOBS), runner, jobs.queue());
            queries = Optional.of(opened);
            UwsFace face = new UwsFace(
                    "/tap/async",
                    ErrorStyle.VOTABLE,
                    Scope.QUERY,
                    jobs.anonymous().contains(Scope.QUERY),
                    !settings.http().isPublic());
            return new UwsService(face, opened, callers);
        } catch (IOException e) {
            throw new CommandFailure(
                    "the jobs in " + store.directory().resolve(QUERY_JOBS) + " can't be used: " + e.getMessage(), e);
        }
    }

    /// Opens the queue of `/reprocessing`, which goes on with the jobs of an earlier server.
    private Routes reprocessing(Callers callers) {
        Path folder = store.directory().resolve(REMAKING_JOBS);
        Path remade = settings.harvest().remadeFolder(store.directory());
        Reprocessing.Parts parts = new Reprocessing.Parts(
                planner,
                Remakers.executor(settings),
                store.products(),
                new Publisher(remade, this::takeRemade, store.products()),
                pages.jobs(),
                pages.remaking());
        try {
            Reprocessing opened = Reprocessing.open(
                    folder, parts, settings.jobs(), callers, !settings.http().isPublic());
            reprocessing = Optional.of(opened);
            return opened;
        } catch (IOException e) {
            throw new CommandFailure("the jobs in " + folder + " can't be used: " + e.getMessage(), e);
        }
    }

    /// Publishes files that were remade here, at once.
    private void takeRemade(Set<String> paths) throws IOException {
        RuledDescriber describing = describer != null
                ? describer
                : new RuledDescriber(Describing.rules(settings), Describing.profiles(settings));
        long start = System.nanoTime();
        try {
            HarvestReport done = new Harvest(store, describing, settings.harvest(), settings.calibration())
                    .run(published, paths, Readiness.ALWAYS);
            harvests.passed(done, System.nanoTime() - start);
            preparePages();
        } catch (StoreException | HarvestException e) {
            throw new IOException("what was remade could not be published: " + e.getMessage(), e);
        }
    }

    private static HttpServer start(HttpSettings http, List<Routes> routes, List<ExchangeListener> listeners) {
        try {
            return HttpServer.start(http, routes, listeners);
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (queries.isPresent()) {
                queries.get().close();
            }
            if (reprocessing.isPresent()) {
                reprocessing.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            previews.close();
            store.close();
        }
    }
}
