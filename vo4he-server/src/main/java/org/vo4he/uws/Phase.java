// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a job stands (UWS 1.1, section 2.1.3).
public enum Phase {
    /// made, and not yet told to run
    PENDING,
    /// waits for its turn
    QUEUED,
    /// runs
    EXECUTING,
    /// ended with results
    COMPLETED,
    /// ended without, for a reason that the error summary tells
    ERROR,
    /// nobody knows
    UNKNOWN,
    /// held back from running until somebody lets it
    HELD,
    /// was stopped on its way and may go on
    SUSPENDED,
    /// stopped by its owner, or by a limit
    ABORTED,
    /// its results are deleted; the record of it is kept
    ARCHIVED;

    /// From QUEUED an ERROR is possible because its turn may show that it can't run; from EXECUTING back to QUEUED
    /// goes a job whose server stopped.
    private static final Map<Phase, Set<Phase>> NEXT = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(QUEUED, HELD, ERROR, ABORTED),
            HELD, EnumSet.of(QUEUED, ERROR, ABORTED),
            QUEUED, EnumSet.of(EXECUTING, HELD, ERROR, ABORTED),
            EXECUTING, EnumSet.of(COMPLETED, ERROR, ABORTED, SUSPENDED, QUEUED, UNKNOWN),
            SUSPENDED, EnumSet.of(EXECUTING, QUEUED, ERROR, ABORTED),
            UNKNOWN, EnumSet.of(EXECUTING, QUEUED, SUSPENDED, COMPLETED, ERROR, ABORTED),
            COMPLETED, EnumSet.of(ARCHIVED),
            ERROR, EnumSet.of(ARCHIVED),
            ABORTED, EnumSet.of(ARCHIVED),
            ARCHIVED, EnumSet.noneOf(Phase.class)));

    /// The phases that a job in this one may come to.
    public Set<Phase> next() {
        return Set.copyOf(NEXT.get(this));
    }

    public boolean mayBecome(Phase other) {
        return NEXT.get(this).contains(other);
    }

    /// Whether a client may wait for the end of this phase (UWS 1.1, section 2.2.1.1): the server will end it, or the
    /// owner's next request.
    public boolean isActive() {
        return this == PENDING || this == QUEUED || this == EXECUTING;
    }

    /// Whether nothing more will happen to the job but its deletion.
    public boolean isOver() {
        return this == COMPLETED || this == ERROR || this == ABORTED || this == ARCHIVED;
    }

    /// The phase of this name, in capitals as the standard has it.
    public static Optional<Phase> named(String name) {
        return Arrays.stream(values())
                .filter(phase -> phase.name().equals(name))
                .findFirst();
    }
}
