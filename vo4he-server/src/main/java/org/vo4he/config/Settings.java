// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vo4he.accesslog.AccessLogSettings;
import org.vo4he.accesslog.LineFormat;
import org.vo4he.bundle.BundleSettings;
import org.vo4he.feed.FeedSettings;
import org.vo4he.feed.WebhookSettings;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.http.HttpSettings;
import org.vo4he.metrics.MetricsSettings;
import org.vo4he.preview.PreviewSettings;
import org.vo4he.product.CalibrationFolders;
import org.vo4he.reprocess.InputSettings;
import org.vo4he.security.Scope;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.TapSettings;
import org.vo4he.uws.QueueSettings;
import org.vo4he.uwsweb.JobSettings;
import org.vo4he.watch.WatchSettings;
import org.vo4he.web.WebSettings;

/// The settings of every package, as each declares its own, made from a [Configuration].
///
/// @param file they come from, if there is one
/// @param state the state folder, if one is named
/// @param rules the archivist's rules file, if there is one
/// @param calibration empty: no folder is looked into
/// @param inputs where inputs of runs may come from besides the archive
/// @param profiles the folder of product profiles, if there is one
/// @param steps the file of programs that steps may run, if there is one
/// @param http without a token
/// @param harvest without a report
/// @param watch empty: the folder is not watched
/// @param webhook empty: nobody is called
public record Settings(
        Optional<Path> file,
        Optional<Path> state,
        Optional<Path> rules,
        CalibrationFolders calibration,
        InputSettings inputs,
        Optional<Path> profiles,
        Optional<Path> steps,
        HttpSettings http,
        StoreSettings store,
        HarvestSettings harvest,
        TapSettings tap,
        JobSettings jobs,
        WebSettings web,
        FeedSettings feed,
        Optional<WebhookSettings> webhook,
        Optional<WatchSettings> watch,
        AccessLogSettings accessLog,
        MetricsSettings metrics,
        PreviewSettings previews,
        BundleSettings bundles) {

    /// @throws ConfigurationException naming the setting and its source, when a package refuses the value
    public static Settings of(Configuration configuration) throws ConfigurationException {
        return new Settings(
                configuration.file(),
                configuration.path(Setting.STATE),
                configuration.path(Setting.RULES),
                accepted(
                        configuration,
                        Setting.CALIBRATION,
                        () -> CalibrationFolders.of(configuration.paths(Setting.CALIBRATION))),
                accepted(configuration, Setting.INPUTS, () -> InputSettings.of(configuration.paths(Setting.INPUTS))),
                configuration.path(Setting.PROFILES),
                configuration.path(Setting.STEPS),
                accepted(configuration, Setting.PORT, () -> http(configuration)),
                accepted(configuration, Setting.MEMORY_MB, () -> store(configuration)),
                accepted(configuration, Setting.AUTHORITY, () -> harvest(configuration)),
                accepted(configuration, Setting.MAX_ROWS, () -> tap(configuration)),
                accepted(configuration, Setting.JOBS, () -> jobs(configuration)),
                accepted(configuration, Setting.TITLE, () -> web(configuration)),
                FeedSettings.of(configuration.whole(Setting.EVENT_CLIENTS)),
                configuration
                        .text(Setting.WEBHOOK)
                        .map(url -> WebhookSettings.of(URI.create(url), configuration.path(Setting.WEBHOOK_SECRET))),
                accepted(configuration, Setting.WATCH_PATIENCE, () -> watch(configuration)),
                accepted(configuration, Setting.ACCESS_LOG_MB, () -> accessLog(configuration)),
                new MetricsSettings(MetricsSettings.When.valueOf(upper(configuration, Setting.METRICS))),
                accepted(
                        configuration,
                        Setting.PREVIEW_CACHE_MB,
                        () -> PreviewSettings.of(configuration.whole(Setting.PREVIEW_CACHE_MB))),
                new BundleSettings(
                        configuration.whole(Setting.ZIP_FILES), configuration.whole(Setting.ZIP_MB) * 1_000_000L));
    }

    /// Files and folders that no program of the operator's has to read: what is in them opens doors.
    public List<Path> secrets() {
        return Stream.of(file, state, jobs.tokens(), webhook.flatMap(WebhookSettings::secret))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @param setting the one whose value the package may refuse; the form of all was checked before
    private static <T> T accepted(Configuration configuration, Setting setting, Supplier<T> settings)
            throws ConfigurationException {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            String where = configuration.value(setting).orElseThrow().source().where();
            throw new ConfigurationException(where + ": " + e.getMessage(), e);
        }
    }

    private static HttpSettings http(Configuration configuration) {
        HttpSettings settings =
                HttpSettings.local(configuration.whole(Setting.PORT)).withHost(text(configuration, Setting.HOST));
        return configuration
                .text(Setting.BASE_URL)
                .map(url -> settings.withBaseUrl(URI.create(url)))
                .orElse(settings);
    }

    private static StoreSettings store(Configuration configuration) {
        StoreSettings defaults = StoreSettings.defaults();
        return new StoreSettings(
                configuration.whole(Setting.MEMORY_MB),
                defaults.threads(),
                defaults.maxQueries(),
                defaults.queueTime(),
                configuration.whole(Setting.FEED_EVENTS));
    }

    private static HarvestSettings harvest(Configuration configuration) {
        int threads = configuration.whole(Setting.THREADS);
        return new HarvestSettings(
                text(configuration, Setting.AUTHORITY),
                configuration.text(Setting.COLLECTION),
                text(configuration, Setting.RESPONSES).equals("rows"),
                threads == 0 ? HarvestSettings.defaults().threads() : threads,
                Optional.empty(),
                false,
                configuration.path(Setting.PUBLISHED));
    }

    private static TapSettings tap(Configuration configuration) {
        return TapSettings.of(
                configuration.whole(Setting.MAX_ROWS), Duration.ofSeconds(configuration.whole(Setting.QUERY_SECONDS)));
    }

    private static JobSettings jobs(Configuration configuration) {
        int waiting = configuration.whole(Setting.JOBS_WAITING);
        QueueSettings queue = QueueSettings.of(
                configuration.whole(Setting.JOBS),
                waiting,
                Math.max(1, waiting / 10),
                seconds(configuration, Setting.JOB_SECONDS),
                Duration.ofDays(configuration.whole(Setting.JOB_DAYS)),
                configuration.whole(Setting.JOB_MB) * 1_000_000L);
        Set<Scope> anonymous = switch (text(configuration, Setting.ANONYMOUS_JOBS)) {
            case "none" -> Set.of();
            case "queries" -> Set.of(Scope.QUERY);
            case "runs" -> Set.of(Scope.QUERY, Scope.RUN);
            default -> Set.of(Scope.values());
        };
        return new JobSettings(queue, anonymous, configuration.path(Setting.TOKENS));
    }

    private static WebSettings web(Configuration configuration) {
        return new WebSettings(text(configuration, Setting.TITLE));
    }

    private static AccessLogSettings accessLog(Configuration configuration) {
        return new AccessLogSettings(
                AccessLogSettings.Target.valueOf(upper(configuration, Setting.ACCESS_LOG)),
                LineFormat.valueOf(upper(configuration, Setting.ACCESS_LOG_FORMAT)),
                configuration.whole(Setting.ACCESS_LOG_MB));
    }

    private static String upper(Configuration configuration, Setting setting) {
        return text(configuration, setting).toUpperCase(Locale.ROOT);
    }

    private static Optional<WatchSettings> watch(Configuration configuration) {
        String how = text(configuration, Setting.WATCH);
        WatchSettings settings = new WatchSettings(
                how.equals("poll"),
                seconds(configuration, Setting.WATCH_QUIET),
                seconds(configuration, Setting.WATCH_PATIENCE),
                seconds(configuration, Setting.WATCH_LOOK),
                seconds(configuration, Setting.WATCH_PASS));
        return how.equals("off") ? Optional.empty() : Optional.of(settings);
    }

    private static Duration seconds(Configuration configuration, Setting setting) {
        return Duration.ofSeconds(configuration.whole(setting));
    }

    private static String text(Configuration configuration, Setting setting) {
        return configuration.text(setting).orElseThrow();
    }
}
