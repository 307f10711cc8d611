// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueRefusal;

/// What a request sets of a job beside its parameters.
///
/// @param phase `RUN` or `ABORT`
record JobChanges(Optional<Duration> timeLimit, Optional<Instant> destruction, Optional<String> phase) {

    /// @throws ServiceException.Usage when a value is none
    static JobChanges of(Parameters parameters) {
        Optional<String> phase = parameters.one("PHASE");
        if (phase.filter(word -> !word.equals("RUN") && !word.equals("ABORT")).isPresent()) {
            throw new ServiceException.Usage(
                    "parameter PHASE: RUN or ABORT is wanted, found " + Parameters.quoted(phase.get()));
        }
        return new JobChanges(
                parameters.count("EXECUTIONDURATION").map(seconds -> Duration.ofSeconds(Math.min(seconds, 1L << 32))),
                parameters.one("DESTRUCTION").map(text -> instant("DESTRUCTION", text)),
                phase);
    }

    void applyTo(Queue queue, String id) throws QueueRefusal, IOException {
        if (timeLimit.isPresent()) {
            queue.setTimeLimit(id, timeLimit.get());
        }
        if (destruction.isPresent()) {
            queue.setDestruction(id, destruction.get());
        }
        if (phase.isPresent() && phase.get().equals("RUN")) {
            queue.run(id);
        } else if (phase.isPresent()) {
            queue.abort(id);
        }
    }

    /// A time as DALI 1.1 (section 3.1.2) has it: UTC, with or without a `Z`, with or without the time of day.
    static Instant instant(String name, String text) {
        String plain = text.strip().replaceFirst("Z$", "");
        try {
            return plain.contains("T")
                    ? LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(plain).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            throw new ServiceException.Usage("parameter " + name
                    + ": a time like 2026-12-31T23:59:59Z is wanted, found " + Parameters.quoted(text));
        }
    }
}
