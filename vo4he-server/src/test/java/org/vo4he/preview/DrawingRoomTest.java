// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vo4he.http.ServiceException;

/// [DrawingRoom] with drawings that wait until they are told.
@Timeout(60)
class DrawingRoomTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void hundredRequestsForOnePictureDrawItOnce() throws Exception {
        AtomicInteger drawings = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Callable<byte[]> drawing = () -> {
            go.await();
            return new byte[] {(byte) drawings.incrementAndGet()};
        };
        try (DrawingRoom room = new DrawingRoom(2)) {
            List<FutureTask<byte[]>> answers = Stream.generate(
                            () -> new FutureTask<>(() -> room.drawn("one", drawing, LONG)))
                    .limit(100)
                    .toList();
            List<Thread> clients =
                    answers.stream().map(Thread.ofVirtual()::start).toList();
            for (Thread client : clients) {
                untilItWaits(client);
            }
            go.countDown();
            for (FutureTask<byte[]> answer : answers) {
                assertThat(answer.get()).containsExactly(1);
            }
        }
        assertThat(drawings).hasValue(1);
    }

    /// For the drawing, which alone is waited for with patience: who comes when it is done has it drawn once more.
    private static void untilItWaits(Thread client) throws InterruptedException {
        while (client.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void neverMoreAreDrawnAtOnceThanThereArePlaces() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        Callable<byte[]> drawing = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            three.await();
            Thread.sleep(1);
            now.decrementAndGet();
            return new byte[1];
        };
        try (DrawingRoom room = new DrawingRoom(3);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> clients.submit(() -> room.drawn("key " + i, drawing, LONG)))
                    .toList();
            for (Future<byte[]> answer : answers) {
                answer.get();
            }
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgainAndTheDrawingIsFinished() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (DrawingRoom room = new DrawingRoom(1)) {
            assertThatThrownBy(() -> room.drawn(
                            "slow",
                            () -> {
                                go.await();
                                done.countDown();
                                return new byte[1];
                            },
                            Duration.ofMillis(50)))
                    .isInstanceOfSatisfying(
                            ServiceException.Limit.class,
                            limit -> assertThat(limit.status()).isEqualTo(503))
                    .hasMessage("the preview is still being drawn: ask again in a moment");
            go.countDown();
            done.await();
        }
    }

    @Test
    void aFullLineIsRefusedAtOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Callable<byte[]> drawing = () -> {
            go.await();
            return new byte[1];
        };
        try (DrawingRoom room = new DrawingRoom(1);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> clients.submit(() -> room.drawn("key " + i, drawing, LONG)))
                    .toList();
            while (answers.stream().noneMatch(Future::isDone)) {
                Thread.sleep(10);
            }
            Future<byte[]> refused =
                    answers.stream().filter(Future::isDone).findFirst().orElseThrow();
            assertThat(refused.exceptionNow()).hasMessage("too many previews are being drawn: ask again in a moment");
            go.countDown();
        }
    }

    @Test
    void aFailureReachesWhoAskedAndTheNextRequestDrawsAnew() throws IOException {
        try (DrawingRoom room = new DrawingRoom(1)) {
            assertThatThrownBy(() -> room.drawn(
                            "key",
                            () -> {
                                throw new NoSuchFileException("gone.fits");
                            },
                            LONG))
                    .isInstanceOf(NoSuchFileException.class);
            assertThat(room.drawn("key", () -> new byte[] {7}, LONG)).containsExactly(7);
        }
    }
}
