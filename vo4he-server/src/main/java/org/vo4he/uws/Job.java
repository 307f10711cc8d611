// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One job as it is at a moment (UWS 1.1, section 2.1). Immutable.
///
/// @param id hard to guess: who has no name is told from others by knowing it
/// @param timeLimit how long it may run (`executionDuration`)
/// @param results empty unless COMPLETED
/// @param error why it is in ERROR, or ABORTED by a limit
/// @param progress the last that was told
/// @param note what befell it beside that, for people: that it was interrupted and takes its turn again
/// @param kills how often the process died while it ran
public record Job(
        String id,
        JobOrder order,
        Phase phase,
        JobTimes times,
        Duration timeLimit,
        List<JobResult> results,
        Optional<ErrorSummary> error,
        Optional<Progress> progress,
        Optional<String> note,
        int kills) {

    public Job {
        Objects.requireNonNull(id);
        Objects.requireNonNull(order);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(times);
        Objects.requireNonNull(timeLimit);
        results = List.copyOf(results);
        Objects.requireNonNull(error);
        Objects.requireNonNull(progress);
        Objects.requireNonNull(note);
    }

    static Job pending(String id, JobOrder order, JobTimes times, Duration timeLimit) {
        return new Job(
                id,
                order,
                Phase.PENDING,
                times,
                timeLimit,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /// The job as it is once that has happened.
    ///
    /// @throws IllegalStateException when that can't happen to a job in this phase
    public Job after(JobUpdate update) {
        Phase next = update.phase();
        if (!phase.mayBecome(next)) {
            throw new IllegalStateException("job " + id + " is " + phase + " and can't become " + next);
        }
        return switch (update) {
            case JobUpdate.Queued(Instant at) -> in(next, times.queuedAt(at));
            case JobUpdate.Started(Instant at) -> in(next, times.startedAt(at));
            case JobUpdate.Requeued(String reason, boolean killed) ->
                in(next, times.notStarted()).told(Optional.empty()).noted(reason, killed ? kills + 1 : kills);
            case JobUpdate.Completed(Instant at, List<JobResult> made) ->
                in(next, times.endedAt(at)).with(made, Optional.empty());
            case JobUpdate.Failed(Instant at, ErrorSummary why) ->
                in(next, times.endedAt(at)).with(List.of(), Optional.of(why));
            case JobUpdate.Aborted(Instant at, Optional<ErrorSummary> why) ->
                in(next, times.endedAt(at)).with(List.of(), why);
            case JobUpdate.Archived() -> in(next, times).with(List.of(), error);
        };
    }

    /// The same, with what its runner last told.
    Job told(Optional<Progress> newProgress) {
        return new Job(id, order, phase, times, timeLimit, results, error, newProgress, note, kills);
    }

    Job ordered(JobOrder newOrder) {
        return new Job(id, newOrder, phase, times, timeLimit, results, error, progress, note, kills);
    }

    Job limitedTo(Duration newLimit) {
        return new Job(id, order, phase, times, newLimit, results, error, progress, note, kills);
    }

    Job destroyedAt(Instant at) {
        return in(phase, times.destroyedAt(at));
    }

    /// Bytes of its results.
    public long bytes() {
        return results.stream().mapToLong(JobResult::bytes).sum();
    }

    private Job in(Phase newPhase, JobTimes newTimes) {
        return new Job(id, order, newPhase, newTimes, timeLimit, results, error, progress, note, kills);
    }

    private Job with(List<JobResult> newResults, Optional<ErrorSummary> newError) {
        return new Job(id, order, phase, times, timeLimit, newResults, newError, progress, note, kills);
    }

    private Job noted(String newNote, int newKills) {
        return new Job(id, order, phase, times, timeLimit, results, error, progress, Optional.of(newNote), newKills);
    }
}
