// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What was asked for, and by whom.
///
/// @param owner empty for a caller without a name
/// @param share whose turn the job takes: jobs of one share wait for each other, not for those of another. For a named
///     owner the name; callers without one are told apart by whoever takes their orders.
/// @param runId the caller's own mark
/// @param baseUrl where the caller sees the server, without a final slash; links in results begin with it
public record JobOrder(
        Optional<String> owner, String share, Optional<String> runId, String baseUrl, List<JobParameter> parameters) {

    public JobOrder {
        Objects.requireNonNull(owner);
        Objects.requireNonNull(share);
        Objects.requireNonNull(runId);
        Objects.requireNonNull(baseUrl);
        parameters = List.copyOf(parameters);
    }

    /// The same with these parameters in place of earlier ones of their names.
    public JobOrder with(List<JobParameter> more) {
        List<JobParameter> all = new ArrayList<>(parameters);
        all.removeIf(old -> more.stream().anyMatch(each -> each.name().equals(old.name())));
        all.addAll(more);
        return new JobOrder(owner, share, runId, baseUrl, all);
    }

    /// Characters of names and values.
    public long characters() {
        return parameters.stream()
                .mapToLong(each -> each.name().length() + each.value().length())
                .sum();
    }
}
