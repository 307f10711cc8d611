// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vo4he.adql.DuckDbDialect;
import org.vo4he.api.HarvestService;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.datalink.FilesService;
import org.vo4he.datalink.LinksService;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestException;
import org.vo4he.harvest.HarvestReport;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Routes;
import org.vo4he.security.Token;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.QueryTable;
import org.vo4he.tap.TapCapability;
import org.vo4he.tap.TapQuery;
import org.vo4he.tap.TapService;
import org.vo4he.tap.TapSettings;
import org.vo4he.vosi.Capability;
import org.vo4he.vosi.VosiService;
import org.vo4he.web.QueryService;
import org.vo4he.web.WebPages;
import org.vo4he.web.WebSettings;

/// The parts of a data centre, put together in the one place that knows them all: read from top to bottom.
final class Assembly implements AutoCloseable {

    private final Configuration configuration;
    private final Store store;
    private final Path published;
    private final List<Routes> routes;

    private Assembly(Configuration configuration, Store store, Path published) {
        this.configuration = configuration;
        this.store = store;
        this.published = published;

        TapSettings tapSettings = tapSettings(configuration);
        TapQuery queries = new TapQuery(store, new DuckDbDialect(), tapSettings);
        TapCapability tapCapability = new TapCapability(tapSettings);
        LinksService links = new LinksService(store);
        List<Capability> capabilities = List.of(tapCapability::xml, links::capability);

        this.routes = List.of(
                new TapService(queries),
                new VosiService(store.tapSchema(), capabilities),
                links,
                new FilesService(store, published),
                new HarvestService(this::harvestForClient, published, store.directory()),
                new WebPages(store, answering(queries), webSettings(configuration)));
    }

    /// Opens the state directory and makes everything that works on it; nothing listens yet.
    ///
    /// @param published the folder whose files are served
    /// @throws CommandFailure when another process holds the state, or it can't be used
    static Assembly open(Configuration configuration, Path state, Path published) {
        return new Assembly(configuration, openStore(configuration, state), published);
    }

    /// The same for a state that was harvested before, and knows its folder.
    static Assembly open(Configuration configuration, Path state) {
        Store store = openStore(configuration, state);
        try {
            Path published = Harvest.folderOf(store)
                    .orElseThrow(() -> new CommandFailure("nothing was harvested into the state folder " + state
                            + " yet: 'vo4he harvest' does that"));
            return new Assembly(configuration, store, published);
        } catch (StoreException e) {
            store.close();
            throw new CommandFailure(e.getMessage(), e);
        } catch (CommandFailure e) {
            store.close();
            throw e;
        }
    }

    private static Store openStore(Configuration configuration, Path state) {
        try {
            return Store.open(state, storeSettings(configuration));
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// Brings the store up to date with the published folder. The rules file is read anew each time.
    ///
    /// @param report a file to write one line of JSON to for each file
    /// @throws CommandFailure when the harvest can't begin, or is interrupted
    HarvestReport harvest(Optional<Path> report, boolean dryRun, Progress progress) {
        RuledDescriber describer = new RuledDescriber(Describing.rules(configuration));
        try {
            return new Harvest(store, describer, harvestSettings(configuration, report, dryRun))
                    .run(published, progress);
        } catch (StoreException | HarvestException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private void harvestForClient(boolean dryRun, Path report) throws HarvestService.Refusal {
        try {
            harvest(Optional.of(report), dryRun, Progress.silent());
        } catch (CommandFailure e) {
            throw new HarvestService.Refusal(e.getMessage(), e);
        }
    }

    /// Listens as configured.
    ///
    /// @param token what a request that changes something must show
    /// @throws CommandFailure when the address can't be listened on
    HttpServer listen(Token token) {
        HttpSettings settings = HttpSettings.local(configuration.whole(Setting.PORT))
                .withHost(configuration.text(Setting.HOST).orElseThrow())
                .withToken(token);
        return start(configuration
                .text(Setting.BASE_URL)
                .map(url -> settings.withBaseUrl(URI.create(url)))
                .orElse(settings));
    }

    /// Listens on a free port of this machine, for one command.
    HttpServer listenForOurselves(Token token) {
        return start(HttpSettings.local().withToken(token));
    }

    private HttpServer start(HttpSettings settings) {
        try {
            return HttpServer.start(settings, routes);
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private static StoreSettings storeSettings(Configuration configuration) {
        StoreSettings defaults = StoreSettings.defaults();
        return new StoreSettings(
                configuration.whole(Setting.MEMORY_MB),
                defaults.threads(),
                defaults.maxQueries(),
                defaults.queueTime());
    }

    private static HarvestSettings harvestSettings(Configuration configuration, Optional<Path> report, boolean dryRun) {
        int threads = configuration.whole(Setting.THREADS);
        return new HarvestSettings(
                configuration.text(Setting.AUTHORITY).orElseThrow(),
                configuration.text(Setting.COLLECTION),
                configuration.text(Setting.RESPONSES).orElseThrow().equals("rows"),
                threads == 0 ? HarvestSettings.defaults().threads() : threads,
                report,
                dryRun);
    }

    private static TapSettings tapSettings(Configuration configuration) {
        return TapSettings.of(
                configuration.whole(Setting.MAX_ROWS), Duration.ofSeconds(configuration.whole(Setting.QUERY_SECONDS)));
    }

    private static WebSettings webSettings(Configuration configuration) {
        return new WebSettings(configuration.text(Setting.TITLE).orElseThrow());
    }

    private static QueryService answering(TapQuery queries) {
        return (adql, maxRows, baseUrl) -> {
            QueryTable table = queries.read(adql, maxRows, baseUrl);
            return new QueryService.Answer(table.columns(), table.rows());
        };
    }
}
