// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final int THREADS = 3;

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    /// As many of both parts of the work as there are threads must be under way at a time to get on.
    private static int meet(CyclicBarrier others, int number) {
        try {
            others.await(1, TimeUnit.MINUTES);
            return number;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    @Test
    void turnsAndResultsComeInTheOrderOfTheInput() throws Exception {
        List<Integer> turns = new ArrayList<>();
        List<Integer> results = new ArrayList<>();

        InOrder.each(
                numbers(5000),
                THREADS,
                number -> number,
                number -> {
                    turns.add(number);
                    return () -> -number;
                },
                results::add);

        assertThat(turns).isEqualTo(numbers(5000));
        assertThat(results)
                .isEqualTo(numbers(5000).stream().map(number -> -number).toList());
    }

    @Test
    void asManyFilesAsThereAreThreadsAreWorkedOnAtOnceHoweverFewThereAre() throws Exception {
        CyclicBarrier first = new CyclicBarrier(THREADS);
        CyclicBarrier rest = new CyclicBarrier(THREADS);
        List<Integer> results = new ArrayList<>();

        InOrder.each(
                numbers(THREADS),
                THREADS,
                number -> meet(first, number),
                number -> () -> meet(rest, number),
                results::add);

        assertThat(results).isEqualTo(numbers(THREADS));
    }

    @Test
    void whatIsReadAheadIsBounded() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        InOrder.each(
                numbers(20_000),
                1,
                number -> {
                    begun.incrementAndGet();
                    return number;
                },
                number -> () -> number,
                number -> ahead.add(begun.get() - number));

        assertThat(ahead).allMatch(many -> many <= 616).hasSize(20_000);
    }

    @Test
    void whatATurnRefusesEndsTheWorkAndWhatWasTakenCameBeforeIt() {
        List<Integer> results = new ArrayList<>();

        assertThatThrownBy(() -> InOrder.each(
                        numbers(5000),
                        THREADS,
                        number -> number,
                        number -> {
                            if (number == 3000) {
                                throw new HarvestException("number 3000");
                            }
                            return () -> number;
                        },
                        results::add))
                .isInstanceOf(HarvestException.class)
                .hasMessage("number 3000");

        assertThat(results).isEqualTo(numbers(results.size())).hasSizeLessThanOrEqualTo(3000);
    }

    @Test
    void whoeverIsInterruptedWaitsNoLongerForAFileThatTakesForEver() {
        CountDownLatch never = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();

        assertThatThrownBy(() -> InOrder.each(
                        numbers(5000),
                        THREADS,
                        number -> number == 200 ? waitFor(never, number) : number,
                        number -> () -> number,
                        number -> {
                            results.add(number);
                            if (number == 100) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isInstanceOf(InterruptedException.class);

        assertThat(results).isEqualTo(numbers(results.size())).hasSizeBetween(101, 200);
    }

    private static int waitFor(CountDownLatch never, int number) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return number;
    }
}
