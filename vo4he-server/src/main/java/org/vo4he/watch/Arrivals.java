// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.harvest.Readiness;
import org.vo4he.harvest.TemporaryNames;
import org.vo4he.product.Wholeness;
import org.vo4he.store.FileStamp;

/// Paths where something happened, until they are settled: the file there did not change for the quiet time, is whole,
/// and nobody has it open for writing; or there is none.
///
/// Told of paths by one thread, asked for the settled ones by another, and asked by harvests whether a file is ready.
final class Arrivals implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /// Files of one batch: its transaction is in memory until it is written.
    private static final int MOST = 1000;

    /// In quiet times: who writes files without end does not keep others from being withdrawn.
    private static final int PATIENCE_WITH_MOVES = 30;

    private final Path folder;
    private final WatchSettings settings;
    private final Map<String, Arrival> pending = new TreeMap<>();
    private boolean moreToCome;

    Arrivals(Path folder, WatchSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /// Something happened at this path.
    void touch(String path) {
        if (!TemporaryNames.lie(path)) {
            Optional<FileStamp> stamp = stamp(folder.resolve(path));
            synchronized (this) {
                long now = System.nanoTime();
                pending.computeIfAbsent(path, _ -> new Arrival(path, stamp, now))
                        .seen(stamp, now);
                notifyAll();
            }
        }
    }

    /// Whether there is more to come at this moment.
    synchronized void telling(boolean more) {
        moreToCome = more;
    }

    synchronized int size() {
        return pending.size();
    }

    /// Waits until something may be settled, or for so long. Something is looked at a tenth of the quiet time after it
    /// is due at the latest.
    synchronized void await(Duration longest) throws InterruptedException {
        long millis = longest.toMillis();
        if (!pending.isEmpty()) {
            millis = Math.min(millis, Math.max(1, settings.quiet().toMillis() / 10));
        }
        if (millis > 0) {
            wait(millis);
        }
    }

    /// The paths that are settled now. What is gone waits for what may have come in its place, so that a file that was
    /// renamed is one event.
    Set<String> settled() {
        Set<String> ready = readyFiles();
        Set<String> gone = new TreeSet<>();
        long quiet = settings.quiet().toNanos();
        synchronized (this) {
            long now = System.nanoTime();
            boolean alone = pending.values().stream()
                    .filter(arrival -> arrival.stamp().isEmpty() && arrival.nextLook() <= now)
                    .anyMatch(arrival -> arrival.age(now) >= quiet + quiet / 2);
            if (!ready.isEmpty() || alone) {
                for (Arrival arrival : pending.values()) {
                    boolean due = arrival.nextLook() <= now && arrival.age(now) >= quiet / 2;
                    if (arrival.stamp().isEmpty() && due && !mayHaveMoved(arrival, now)) {
                        arrival.settle();
                        gone.add(arrival.path());
                    }
                }
            }
        }
        ready.addAll(gone);
        return ready;
    }

    /// Whether something that came since it went is not settled yet, or not even told of: a large folder that was
    /// renamed arrives file by
    /// file, and is withdrawn too early when only the first of them were seen.
    private boolean mayHaveMoved(Arrival gone, long now) {
        long quiet = settings.quiet().toNanos();
        return gone.age(now) < PATIENCE_WITH_MOVES * quiet
                && (moreToCome
                        || pending.values().stream()
                                .filter(arrival -> arrival.stamp().isPresent() && !arrival.isSettled())
                                .anyMatch(arrival -> !arrival.grew() && arrival.age(now) < gone.age(now) + quiet));
    }

    private Set<String> readyFiles() {
        Map<Arrival, FileStamp> quiet = quietOnes();
        Map<Arrival, Path> real = new HashMap<>();
        quiet.keySet().forEach(arrival -> real.put(arrival, real(arrival)));
        Set<Path> open = OpenForWriting.among(Set.copyOf(real.values()));
        Set<String> ready = new TreeSet<>();
        quiet.forEach((arrival, stamp) -> {
            Optional<String> lack =
                    open.contains(real.get(arrival)) ? Optional.of("a process has it open for writing") : lack(arrival);
            if (isReady(arrival, stamp, lack)) {
                ready.add(arrival.path());
            }
        });
        return ready;
    }

    /// Files that are due, looked at once more, as they are.
    private synchronized Map<Arrival, FileStamp> quietOnes() {
        Map<Arrival, FileStamp> quiet = new LinkedHashMap<>();
        for (Arrival arrival : pending.values()) {
            if (quiet.size() < MOST && arrival.nextLook() <= System.nanoTime()) {
                arrival.seen(stamp(folder.resolve(arrival.path())), System.nanoTime());
                long wanted = arrival.quiet(
                        settings.quiet().toNanos(), settings.patience().toNanos());
                if (arrival.age(System.nanoTime()) >= wanted) {
                    arrival.stamp().ifPresent(stamp -> quiet.put(arrival, stamp));
                }
            }
        }
        return quiet;
    }

    private Optional<String> lack(Arrival arrival) {
        try {
            return Wholeness.lack(folder.resolve(arrival.path()));
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // What the harvest will say of it says more.
        }
    }

    /// @param stamp the file's when it was examined
    private synchronized boolean isReady(Arrival arrival, FileStamp stamp, Optional<String> lack) {
        if (!arrival.stamp().equals(Optional.of(stamp))) {
            return false;
        }
        long now = System.nanoTime();
        long age = arrival.age(now);
        if (lack.isPresent() && age < settings.patience().toNanos()) {
            arrival.lookAgainAt(now + Math.max(settings.quiet().toNanos() / 2, age / 2));
            if (arrival.tellWait()) {
                LOG.info("{} is waited for: {}", arrival.path(), lack.get());
            }
            return false;
        }
        lack.ifPresent(what -> LOG.warn(
                "{} is taken as it is: it did not change for {} s, and {}",
                arrival.path(),
                settings.patience().toSeconds(),
                what));
        arrival.settle();
        return true;
    }

    /// A harvest saw to these paths; what has changed since waits anew.
    synchronized void done(Set<String> paths) {
        for (String path : paths) {
            Arrival arrival = pending.get(path);
            if (arrival != null) {
                arrival.seen(stamp(folder.resolve(path)), System.nanoTime());
                if (arrival.isSettled()) {
                    pending.remove(path);
                }
            }
        }
    }

    @Override
    public synchronized void changedMeanwhile(String path) {
        Arrival arrival =
                pending.computeIfAbsent(path, _ -> new Arrival(path, stamp(folder.resolve(path)), System.nanoTime()));
        arrival.unsettle();
        arrival.lookAgainAt(System.nanoTime() + settings.quiet().toNanos());
    }

    /// A harvest of these paths failed; they are tried again.
    synchronized void failed(Set<String> paths, Duration pause) {
        for (String path : paths) {
            Optional.ofNullable(pending.get(path))
                    .ifPresent(arrival -> arrival.lookAgainAt(System.nanoTime() + pause.toNanos()));
        }
    }

    /// For a harvest that comes upon a file: one that is waited for is ready when it is settled; another when it is
    /// older than the quiet time and whole. One that is not ready is waited for from then on.
    @Override
    public boolean isReady(String path, Path file, FileStamp stamp) {
        if (TemporaryNames.lie(path)) {
            return false;
        }
        synchronized (this) {
            Arrival arrival = pending.get(path);
            if (arrival != null) {
                return arrival.isSettledAs(stamp);
            }
        }
        long ageMillis = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(stamp.modifiedNanos());
        boolean ready = ageMillis > settings.patience().toMillis()
                || ageMillis > settings.quiet().toMillis() && looksWhole(file);
        if (!ready) {
            touch(path);
        }
        return ready;
    }

    /// For a harvest that misses a file: what it was told of as gone, itself or a folder above, is gone when that is
    /// settled. Of another it is not known yet whether it is among those that came.
    @Override
    public boolean mayBeWithdrawn(String path) {
        boolean may = isGone(path);
        if (!may) {
            touch(path);
        }
        return may;
    }

    private synchronized boolean isGone(String path) {
        long now = System.nanoTime();
        for (String each = path; !each.isEmpty(); each = each.substring(0, Math.max(0, each.lastIndexOf('/')))) {
            Arrival arrival = pending.get(each);
            if (arrival != null) {
                boolean empty = arrival.stamp().isEmpty();
                return empty && (arrival.isSettled() || !mayHaveMoved(arrival, now));
            }
        }
        return !mayHaveMoved(new Arrival(path, Optional.empty(), now), now);
    }

    private static boolean looksWhole(Path file) {
        try {
            return Wholeness.lack(file).isEmpty();
        } catch (IOException | RuntimeException _) {
            return true;
        }
    }

    private Path real(Arrival arrival) {
        Path file = folder.resolve(arrival.path());
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file;
        }
    }

    private static Optional<FileStamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(FileStamp.of(attributes)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
