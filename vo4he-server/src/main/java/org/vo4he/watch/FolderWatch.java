// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.harvest.HarvestException;
import org.vo4he.harvest.HarvestReport;
import org.vo4he.harvest.Readiness;
import org.vo4he.store.StoreException;

/// Watches the published folder: brings the store up to date with what changed there, within seconds of its being
/// whole.
///
/// The system tells of changes where it can. Where it can't, and now and then for safety, the folder is looked over.
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long STOP_MILLIS = 10_000;

    /// File systems that other machines write to: the system tells of our own changes only.
    private static final Pattern REMOTE =
            Pattern.compile("nfs.*|cifs|smb.*|fuse.*|9p|afs|ceph|lustre|gpfs|beegfs.*|virtiofs|webdav.*|glusterfs");

    /// What a watch needs done.
    public interface Harvester {

        /// Brings these paths up to date.
        HarvestReport take(Set<String> paths, Readiness readiness) throws StoreException, HarvestException;

        /// The paths where the folder is other than the store says.
        Set<String> differences() throws StoreException, HarvestException;

        /// The paths that could not be read when they were looked at last.
        Set<String> unreadable() throws StoreException;
    }

    private final Path folder;
    private final WatchSettings settings;
    private final Harvester harvester;
    private final Arrivals arrivals;
    private final Unreadables unreadables;
    private final Thread worker;
    private Optional<TreeEvents> events = Optional.empty();
    private volatile Optional<String> blindness = Optional.empty();
    private volatile boolean lookWanted;
    private volatile boolean stopping;
    private volatile boolean working;

    private FolderWatch(Path folder, WatchSettings settings, Harvester harvester) {
        this.folder = folder;
        this.settings = settings;
        this.harvester = harvester;
        this.arrivals = new Arrivals(folder, settings);
        this.unreadables = new Unreadables(folder);
        this.worker = Thread.ofPlatform().name("watch").daemon(true).unstarted(this::work);
    }

    /// Begins to notice changes. A harvest of the whole folder after this, with [#readiness], misses nothing;
    /// [#start] follows it.
    ///
    /// @param folder and `excluded`, a folder that is none of it, as real paths
    public static FolderWatch of(Path folder, Path excluded, WatchSettings settings, Harvester harvester) {
        FolderWatch watch = new FolderWatch(folder, settings, harvester);
        watch.reasonToPoll().ifPresentOrElse(watch::goBlind, () -> watch.listen(excluded));
        return watch;
    }

    private Optional<String> reasonToPoll() {
        if (settings.polling()) {
            return Optional.of("the settings want it");
        }
        try {
            String type = Files.getFileStore(folder).type();
            return REMOTE.matcher(type.toLowerCase(Locale.ROOT)).matches()
                    ? Optional.of("it lies on a file system of type " + type + ", which other machines may write to")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("its file system is unknown: " + e.getMessage());
        }
    }

    private void listen(Path excluded) {
        try {
            TreeEvents tree = new TreeEvents(folder, excluded, new TreeEvents.Listener() {
                @Override
                public void touched(String path) {
                    arrivals.touch(path);
                }

                @Override
                public void telling(boolean more) {
                    arrivals.telling(more);
                }

                @Override
                public void lost() {
                    lookWanted = true;
                }

                @Override
                public void unreadable(String path) {
                    unreadables.add(path);
                }

                @Override
                public void blind(String reason) {
                    goBlind("the system does not tell of all changes: " + reason);
                }
            });
            tree.begin();
            events = Optional.of(tree);
        } catch (IOException e) {
            goBlind("the system does not tell of changes: " + e.getMessage());
        }
    }

    private void goBlind(String reason) {
        if (blindness.isEmpty()) {
            blindness = Optional.of(reason);
            LOG.info("{} is looked over every {} s: {}", folder, settings.look().toSeconds(), reason);
        }
    }

    /// For harvests beside the watch: which files are ready. Those that are not will be taken by the watch.
    public Readiness readiness() {
        return arrivals;
    }

    /// Takes what arrives from now on.
    public void start() {
        LOG.info(
                "{} is watched: a file is taken when it is whole and did not change for {} s",
                folder,
                settings.quiet().toMillis() / 1000.0);
        worker.start();
    }

    /// Waits until nothing is waited for or under way, or for so long.
    public void awaitQuiet(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while ((working || arrivals.size() > 0) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private void work() {
        long nextLook = System.nanoTime() + interval();
        long nextTry = System.nanoTime();
        try {
            while (!stopping) {
                long next = Math.min(nextLook - System.nanoTime(), nextTry - System.nanoTime());
                arrivals.await(Duration.ofNanos(Math.max(1_000_000, next)));
                if (System.nanoTime() >= nextTry) {
                    tryUnreadables();
                    nextTry = System.nanoTime() + Unreadables.SHORTEST.toNanos();
                }
                if (lookWanted || System.nanoTime() >= nextLook) {
                    lookOver();
                    nextLook = System.nanoTime() + interval();
                }
                working = true;
                takeSettled();
                working = false;
            }
        } catch (InterruptedException _) {
            // The watch is over.
        }
    }

    private long interval() {
        return (blindness.isPresent() ? settings.look() : settings.pass()).toNanos();
    }

    private void lookOver() {
        lookWanted = false;
        try {
            harvester.differences().forEach(arrivals::touch);
        } catch (StoreException | HarvestException | RuntimeException e) {
            LOG.warn("{} could not be looked over: {}", folder, e.getMessage());
        }
    }

    /// What could not be read and can be now arrives anew, a folder with all that is in it.
    private void tryUnreadables() {
        try {
            for (String path : unreadables.readable(harvester.unreadable())) {
                if (Files.isDirectory(folder.resolve(path))) {
                    events.ifPresentOrElse(tree -> tree.opened(path), () -> lookWanted = true);
                }
                arrivals.touch(path);
            }
        } catch (StoreException | RuntimeException e) {
            LOG.warn("what could not be read in {} could not be looked at again: {}", folder, e.getMessage());
        }
    }

    /// Whatever goes wrong with one batch, the watch goes on.
    private void takeSettled() throws InterruptedException {
        try {
            take(arrivals.settled());
        } catch (RuntimeException e) {
            LOG.warn("the arrivals in {} could not be seen to, and are tried again", folder, e);
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }

    private void take(Set<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try {
            HarvestReport report = harvester.take(paths, arrivals);
            arrivals.done(paths);
            tell(report, (System.nanoTime() - start) / 1e9);
        } catch (StoreException | HarvestException | RuntimeException e) {
            if (!stopping) {
                LOG.warn("{} paths could not be harvested and are tried again: {}", paths.size(), e.getMessage());
                arrivals.failed(paths, PAUSE_AFTER_FAILURE);
            }
        }
    }

    private static void tell(HarvestReport report, double seconds) {
        if (report.changedAnything()) {
            LOG.info(String.format(
                    Locale.ROOT,
                    "%d new, %d changed, %d moved, %d described anew, %d withdrawn in %.2f s%s",
                    report.created(),
                    report.changed(),
                    report.moved(),
                    report.anew(),
                    report.withdrawn(),
                    seconds,
                    report.failed() == 0 ? "" : "; " + report.failed() + " failed"));
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        if (events.isPresent()) {
            events.get().close();
        }
        worker.interrupt();
        try {
            if (worker.isAlive()) {
                worker.join(STOP_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
