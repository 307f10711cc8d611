// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vo4he.http.ServiceException;

@Timeout(60)
class LatestOverviewTest {

    private final AtomicLong revision = new AtomicLong(1);
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final LatestOverview latest = new LatestOverview(this::computed, revision::get);

    /// As many products as the revision it began with; ends when the test permits it.
    private Overview computed() {
        long products = revision.get();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        begun.incrementAndGet();
        permits.acquireUninterruptibly();
        atOnce.decrementAndGet();
        return overview(products);
    }

    private static Overview overview(long products) {
        return new Overview(
                new Facets(products, 0, 0, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty()),
                new Timeline("", List.of()),
                SkyMap.of(new SkyContent(4, List.of(), List.of(), List.of())));
    }

    private long products() {
        return latest.get().facets().products();
    }

    @Test
    void whatIsPreparedIsComputedOnceForEverybody() {
        latest.prepare();
        latest.prepare();
        permits.release();

        assertThat(products()).isEqualTo(1);
        assertThat(products()).isEqualTo(1);
        assertThat(begun).hasValue(1);
    }

    @Test
    void aVisitorAfterAChangeIsGivenTheFormerWhileTheNewOneIsComputed() throws InterruptedException {
        permits.release();
        assertThat(products()).isEqualTo(1);
        String before = latest.state();
        revision.set(2);

        assertThat(products()).isEqualTo(1);
        assertThat(products()).isEqualTo(1);
        assertThat(latest.state()).isNotEqualTo(before);
        String meanwhile = latest.state();

        permits.release();
        while (products() != 2) {
            Thread.sleep(5);
        }
        assertThat(begun).hasValue(2);
        assertThat(latest.state()).isNotEqualTo(meanwhile);
    }

    @Test
    void whatIsSoonComputedIsSeenAtOnce() {
        LatestOverview waited = new LatestOverview(this::computed, revision::get, Duration.ofMinutes(1));
        permits.release(2);
        assertThat(waited.get().facets().products()).isEqualTo(1);
        revision.set(2);

        assertThat(waited.get().facets().products()).isEqualTo(2);
    }

    @Test
    void oneIsComputedAtATimeHoweverManyChangesAndVisitorsCome() throws InterruptedException {
        permits.release();
        products();
        for (int i = 2; i <= 20; i++) {
            revision.set(i);
            latest.prepare();
        }
        List<CompletableFuture<Void>> visitors = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.runAsync(this::products))
                .toList();
        permits.release(20);
        visitors.forEach(CompletableFuture::join);
        while (products() != 20) {
            Thread.sleep(5);
        }

        assertThat(mostAtOnce).hasValue(1);
        assertThat(begun.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void theFirstFailureIsToldAndALaterOneKeepsTheFormer() {
        AtomicInteger asked = new AtomicInteger();
        LatestOverview failing = new LatestOverview(
                () -> {
                    if (asked.incrementAndGet() != 2) {
                        throw new ServiceException.Internal("no store", new IllegalStateException());
                    }
                    return overview(7);
                },
                revision::get);

        assertThatThrownBy(failing::get).isInstanceOf(ServiceException.class).hasMessageContaining("no store");
        while (asked.get() < 2 || !failing.state().equals("1 1")) {
            try {
                failing.get();
            } catch (ServiceException _) {
                // the failed one is not cleared away yet
            }
        }
        revision.set(2);
        assertThat(failing.get().facets().products()).isEqualTo(7);
    }
}
