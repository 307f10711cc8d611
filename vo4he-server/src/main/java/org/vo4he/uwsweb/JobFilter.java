// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.uws.JobSummary;
import org.vo4he.uws.Phase;

/// Which jobs a list shows (UWS 1.1, section 2.2.2.1): `PHASE` may be repeated, `AFTER` compares creation times, `LAST`
/// asks for the newest. Archived jobs are shown when they are asked for.
record JobFilter(List<Phase> phases, Optional<Instant> after, Optional<Long> last) {

    static JobFilter of(Parameters parameters) {
        return new JobFilter(
                phases(parameters),
                parameters.one("AFTER").map(text -> JobChanges.instant("AFTER", text)),
                parameters.count("LAST"));
    }

    /// @throws ServiceException.Usage when a phase is none of UWS
    static List<Phase> phases(Parameters parameters) {
        return parameters.all("PHASE").stream()
                .map(word -> Phase.named(word)
                        .orElseThrow(() -> new ServiceException.Usage(
                                "parameter PHASE: no phase is called " + Parameters.quoted(word)
                                        + (word.equalsIgnoreCase("RUN")
                                                ? "; a job is made and run by POST, GET only tells of jobs"
                                                : ""))))
                .toList();
    }

    /// How long a client wants to wait; any negative number: as long as may be.
    static long waitSeconds(Parameters parameters, long longest) {
        String text = parameters.one("WAIT").orElse("0").strip();
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new ServiceException.Usage("parameter WAIT must be a whole number, found " + Parameters.quoted(text));
        }
        long seconds = Long.parseLong(text);
        return seconds < 0 ? longest : Math.min(seconds, longest);
    }

    List<JobSummary> of(Stream<JobSummary> jobs) {
        List<JobSummary> chosen = jobs.filter(
                        job -> phases.isEmpty() ? job.phase() != Phase.ARCHIVED : phases.contains(job.phase()))
                .filter(job -> after.isEmpty() || job.created().isAfter(after.get()))
                .sorted(Comparator.comparing(JobSummary::created))
                .toList();
        long skip = last.map(count -> Math.max(0, chosen.size() - count)).orElse(0L);
        return chosen.subList((int) skip, chosen.size());
    }
}
