// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The overview of what is published now, or of what was a moment ago: after a change a new one is computed beside, and
/// whoever asks meanwhile is given the former one. One is computed at a time; long ones with as long a
/// rest after each.
///
/// Safe on any thread.
final class LatestOverview {

    private static final Logger LOG = LoggerFactory.getLogger(LatestOverview.class);

    /// So long one who asks waits for the new one before the former is given: a small archive is never seen as it was.
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /// @param revision that of the store before its first query was asked
    private record Kept(long revision, Overview overview) {}

    private final Supplier<Overview> computing;
    private final LongSupplier revision;
    private final Duration patience;
    private volatile Kept kept;
    /// Under way; null when none is.
    private CompletableFuture<Kept> renewal;

    /// @param revision larger whenever what is published has changed
    LatestOverview(Supplier<Overview> computing, LongSupplier revision) {
        this(computing, revision, PATIENCE);
    }

    /// @param patience of those who ask for the new one; work that takes longer is long
    LatestOverview(Supplier<Overview> computing, LongSupplier revision, Duration patience) {
        this.computing = computing;
        this.revision = revision;
        this.patience = patience;
    }

    /// Waits only for the very first.
    ///
    /// @throws org.vo4he.http.ServiceException when there is none yet and it can't be computed
    Overview get() {
        Kept former = kept;
        if (isCurrent(former)) {
            return former.overview();
        }
        CompletableFuture<Kept> renewed = renewed();
        if (former == null) {
            return first(renewed);
        }
        return renewed.exceptionally(_ -> former)
                .completeOnTimeout(former, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .overview();
    }

    private static Overview first(CompletableFuture<Kept> renewed) {
        try {
            return renewed.join().overview();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Has it computed beside, if what is published has changed.
    void prepare() {
        if (!isCurrent(kept)) {
            renewed();
        }
    }

    /// Another one whenever what is published, or what [#get] gives, is another one.
    String state() {
        Kept known = kept;
        return revision.getAsLong() + " " + (known == null ? "" : known.revision());
    }

    private boolean isCurrent(Kept known) {
        return known != null && known.revision() == revision.getAsLong();
    }

    private synchronized CompletableFuture<Kept> renewed() {
        Kept known = kept;
        if (renewal == null && isCurrent(known)) {
            return CompletableFuture.completedFuture(known); // It became so after the caller looked.
        }
        if (renewal == null) {
            CompletableFuture<Kept> begun = new CompletableFuture<>();
            renewal = begun;
            Thread.ofVirtual().name("overview").start(() -> renew(begun));
        }
        return renewal.copy();
    }

    /// What changes while it is computed is taken by the next one, which begins at once after short work, and after
    /// long work when as much time has passed again.
    private void renew(CompletableFuture<Kept> result) {
        long start = System.nanoTime();
        try {
            long now = revision.getAsLong();
            Kept fresh = new Kept(now, computing.get());
            kept = fresh;
            long workNanos = System.nanoTime() - start;
            if (workNanos > patience.toNanos()) {
                result.complete(fresh);
                LockSupport.parkNanos(workNanos);
                ended();
            } else {
                ended();
                result.complete(fresh);
            }
            prepare();
        } catch (RuntimeException | Error e) {
            LOG.debug("the overview of the pages can't be computed now", e);
            ended();
            result.completeExceptionally(e);
        }
    }

    private synchronized void ended() {
        renewal = null;
    }
}
