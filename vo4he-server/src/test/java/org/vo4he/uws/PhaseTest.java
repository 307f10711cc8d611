// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// [Phase] and what may happen to a job, against the state diagram of UWS 1.1 (section 2.1.3, figure 2).
class PhaseTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /// The arrows of the figure, and one of ours: a job whose server died goes from EXECUTING to QUEUED.
    private static final String ARROWS = """
            PENDING > QUEUED HELD ERROR ABORTED
            HELD > QUEUED ERROR ABORTED
            QUEUED > EXECUTING HELD ERROR ABORTED
            EXECUTING > COMPLETED ERROR ABORTED SUSPENDED UNKNOWN QUEUED
            SUSPENDED > EXECUTING QUEUED ERROR ABORTED
            UNKNOWN > EXECUTING QUEUED SUSPENDED COMPLETED ERROR ABORTED
            COMPLETED > ARCHIVED
            ERROR > ARCHIVED
            ABORTED > ARCHIVED
            ARCHIVED >
            """;

    private static final List<JobUpdate> UPDATES = List.of(
            new JobUpdate.Queued(AT),
            new JobUpdate.Started(AT),
            new JobUpdate.Requeued("why", true),
            new JobUpdate.Completed(AT, List.of(new JobResult("result", "result.vot", "text/xml", 3))),
            new JobUpdate.Failed(AT, ErrorSummary.fatal("why")),
            new JobUpdate.Aborted(AT, Optional.empty()),
            new JobUpdate.Archived());

    @ParameterizedTest
    @EnumSource
    void aPhaseLeadsToThoseThatTheDiagramShowsAndToNoOther(Phase phase) {
        Set<Phase> shown = arrows().get(phase);

        for (Phase other : Phase.values()) {
            assertThat(phase.mayBecome(other)).as("%s > %s", phase, other).isEqualTo(shown.contains(other));
        }
        assertThat(phase.next()).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateThatThePhaseForbidsIsRefusedWithBothPhases(Phase phase) {
        Job job = in(phase);

        for (JobUpdate update : UPDATES) {
            if (phase.mayBecome(update.phase())) {
                assertThat(job.after(update).phase()).isEqualTo(update.phase());
            } else {
                assertThatThrownBy(() -> job.after(update))
                        .hasMessage("job j1 is " + phase + " and can't become " + update.phase());
            }
        }
    }

    @Test
    void nothingHappensAnyMoreToAJobThatIsOverButItsArchiving() {
        assertThat(Arrays.stream(Phase.values()).filter(Phase::isOver))
                .containsExactlyInAnyOrder(Phase.COMPLETED, Phase.ERROR, Phase.ABORTED, Phase.ARCHIVED)
                .allSatisfy(phase -> assertThat(phase.next()).isSubsetOf(Phase.ARCHIVED));
        assertThat(Arrays.stream(Phase.values()).filter(Phase::isActive))
                .containsExactlyInAnyOrder(Phase.PENDING, Phase.QUEUED, Phase.EXECUTING);
    }

    @Test
    void anUpdateCarriesItsTimesAndReasonsIntoTheJob() {
        Job requeued = in(Phase.EXECUTING).after(new JobUpdate.Requeued("the server died", true));
        assertThat(requeued.kills()).isEqualTo(1);
        assertThat(requeued.note()).contains("the server died");
        assertThat(requeued.times().started()).isEmpty();

        Job failed = in(Phase.EXECUTING).after(new JobUpdate.Failed(AT, ErrorSummary.passing("full")));
        assertThat(failed.times().ended()).contains(AT);
        assertThat(failed.error()).contains(ErrorSummary.passing("full"));

        assertThat(in(Phase.COMPLETED).after(new JobUpdate.Archived()).results())
                .isEmpty();
    }

    private static Job in(Phase phase) {
        return new Job(
                "j1",
                new JobOrder(Optional.empty(), "s", Optional.empty(), "", List.of()),
                phase,
                JobTimes.created(AT, AT.plusSeconds(60)).startedAt(AT),
                Duration.ofSeconds(1),
                List.of(new JobResult("result", "result.vot", "text/xml", 3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static Map<Phase, Set<Phase>> arrows() {
        Map<Phase, Set<Phase>> arrows = new EnumMap<>(Phase.class);
        ARROWS.lines().forEach(line -> {
            String[] sides = line.split(" >");
            arrows.put(
                    Phase.valueOf(sides[0]),
                    Stream.of(sides.length > 1 ? sides[1].strip().split(" ") : new String[0])
                            .map(Phase::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class))));
        });
        return arrows;
    }
}
