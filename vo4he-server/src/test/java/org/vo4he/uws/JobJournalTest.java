// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [JobJournal]: what was kept is there again, wherever the file was cut.
class JobJournalTest {

    @TempDir
    private Path folder;

    @Test
    void everythingThatAJobHoldsComesBack() throws IOException {
        Job failed = Orders.pending("b")
                .after(new JobUpdate.Failed(
                        Orders.AT, new ErrorSummary("no <such> file", true, Optional.of("line 1\nline 2"))));
        Job again = Orders.pending("c")
                .after(new JobUpdate.Queued(Orders.AT))
                .after(new JobUpdate.Started(Orders.AT))
                .after(new JobUpdate.Requeued("the server died", true));
        try (JobJournal journal = JobJournal.open(folder)) {
            journal.put(Orders.completed("a"));
            journal.put(failed);
            journal.put(again);
        }
        try (JobJournal journal = JobJournal.open(folder)) {
            assertThat(journal.get("a")).contains(Orders.completed("a"));
            assertThat(journal.get("b")).contains(failed);
            assertThat(journal.get("c")).contains(again);
            assertThat(journal.get("d")).isEmpty();
            assertThat(journal.all()).extracting(JobSummary::id).containsExactly("a", "b", "c");
            assertThat(journal.all().getFirst()).isEqualTo(JobSummary.of(Orders.completed("a")));
        }
    }

    @Test
    void aFileCutAtAnyByteHoldsEveryChangeBeforeTheCut() throws IOException {
        Map<Integer, List<Job>> states = new LinkedHashMap<>();
        Path file = folder.resolve(JobJournal.FILE);
        try (JobJournal journal = JobJournal.open(folder)) {
            note(states, file, journal);
            journal.put(Orders.pending("a"));
            note(states, file, journal);
            journal.put(Orders.pending("b"));
            note(states, file, journal);
            journal.put(Orders.completed("a"));
            note(states, file, journal);
            journal.delete("b");
            note(states, file, journal);
        }
        byte[] whole = Files.readAllBytes(file);
        List<Job> expected = List.of();
        for (int cut = 0; cut <= whole.length; cut++) {
            expected = states.getOrDefault(cut, expected);
            Path copy = Files.createDirectories(folder.resolve("cut"));
            Files.write(copy.resolve(JobJournal.FILE), Arrays.copyOf(whole, cut));
            try (JobJournal journal = JobJournal.open(copy)) {
                assertThat(jobs(journal)).as("cut at %d", cut).isEqualTo(expected);
                journal.put(Orders.pending("new"));
            }
            try (JobJournal journal = JobJournal.open(copy)) {
                assertThat(journal.get("new")).as("after a cut at %d", cut).isPresent();
                assertThat(journal.all()).hasSize(expected.size() + 1);
            }
        }
        assertThat(states).hasSize(5);
    }

    private static void note(Map<Integer, List<Job>> states, Path file, JobJournal journal) throws IOException {
        states.put((int) Files.size(file), jobs(journal));
    }

    private static List<Job> jobs(JobJournal journal) throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (JobSummary summary : journal.all()) {
            jobs.add(journal.get(summary.id()).orElseThrow());
        }
        return jobs;
    }

    @Test
    void aDamagedLineCostsItsChangeOnlyAndTheFileIsKeptBeside() throws IOException {
        try (JobJournal journal = JobJournal.open(folder)) {
            journal.put(Orders.pending("a"));
            journal.put(Orders.completed("a"));
            journal.put(Orders.pending("b"));
        }
        Path file = folder.resolve(JobJournal.FILE);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("COMPLETED")] = 'X';
        Files.write(file, bytes);

        try (JobJournal journal = JobJournal.open(folder)) {
            assertThat(jobs(journal)).containsExactly(Orders.pending("a"), Orders.pending("b"));
        }
        assertThat(folder.resolve(JobJournal.FILE + ".damaged")).hasBinaryContent(bytes);
        try (JobJournal journal = JobJournal.open(folder)) {
            assertThat(journal.all()).hasSize(2);
        }
    }

    @Test
    void aFileOfTheFutureIsRefusedAndLeftAlone() throws IOException {
        try (JobJournal journal = JobJournal.open(folder)) {
            journal.put(Orders.pending("a"));
        }
        Path file = folder.resolve(JobJournal.FILE);
        byte[] later = JournalLine.line('V', "vo4he jobs 2".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, later);

        assertThatThrownBy(() -> JobJournal.open(folder))
                .hasMessage("the jobs in " + file
                        + " were written by a newer vo4he: this one knows version 1, found version 2."
                        + " Use the newer program.");
        assertThat(file).hasBinaryContent(later);
    }

    @Test
    void theFileStaysSmallHoweverOftenJobsChange() throws IOException {
        Path file = folder.resolve(JobJournal.FILE);
        long largest = 0;
        try (JobJournal journal = JobJournal.open(folder)) {
            for (int i = 0; i < 20_000; i++) {
                String id = "j" + i;
                journal.put(Orders.pending(id));
                journal.put(Orders.completed(id));
                if (i >= 10) {
                    journal.delete("j" + (i - 10));
                }
                largest = Math.max(largest, i % 100 == 0 ? Files.size(file) : 0);
            }
            assertThat(journal.all()).hasSize(10);
        }
        assertThat(largest).isLessThan(2_000_000);
        try (JobJournal journal = JobJournal.open(folder)) {
            assertThat(journal.all())
                    .extracting(JobSummary::id)
                    .contains("j19999", "j19990")
                    .hasSize(10);
            assertThat(journal.get("j19995")).contains(Orders.completed("j19995"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anInterruptedThreadMayReadAndWrite() throws IOException {
        try (JobJournal journal = JobJournal.open(folder)) {
            Thread.currentThread().interrupt();
            journal.put(Orders.pending("a"));
            assertThat(journal.get("a")).isPresent();
            assertThat(Thread.interrupted()).isTrue();
            journal.put(Orders.completed("a"));
            assertThat(journal.get("a").orElseThrow().times().ended()).contains(Instant.parse("2026-01-01T00:00:01Z"));
        }
    }
}
