// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a job that makes a product again is getting on, as `/status/{job}` and its page tell it.
///
/// @param phase of UWS 1.1
/// @param over whether nothing more will happen by itself
/// @param step the one under way, from 1; 0 before the first
/// @param steps 0 when nobody knows yet
/// @param progress of the whole run, 0 to 1
/// @param log its last lines
/// @param error why it ended without results
/// @param note what befell it: that it was interrupted, and takes its turn again
/// @param parent publisher DID of the product that is made again
/// @param withdrawn publisher DIDs of results that were published, and are withdrawn now
/// @param kept until when its results are kept
/// @param mayPublish whether whoever asks may publish what it made
public record JobStatus(
        String job,
        String phase,
        boolean over,
        int step,
        int steps,
        String stepName,
        double progress,
        List<String> log,
        List<Remark> findings,
        List<Output> results,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> error,
        Optional<String> note,
        Optional<String> parent,
        List<Changed> changes,
        List<Published> published,
        List<String> withdrawn,
        Instant kept,
        boolean mayPublish) {

    /// A finding of the plan.
    public record Remark(String code, String severity, String where, String message) {}

    /// A file that the job made, or is making.
    ///
    /// @param drawn whether it has a picture at `/preview/{job}/{name}`
    /// @param whole false while the job runs
    /// @param numbers known once it is whole
    public record Output(String name, String mediaType, long bytes, boolean drawn, boolean whole, KeyNumbers numbers) {}

    /// @param was empty when the argument had no value
    /// @param is empty when it is left out now
    public record Changed(String address, String name, Optional<String> was, Optional<String> is) {}

    /// A result that is a product of the archive now.
    public record Published(String did, String shortId, String file) {}

    public JobStatus {
        log = List.copyOf(log);
        findings = List.copyOf(findings);
        results = List.copyOf(results);
        changes = List.copyOf(changes);
        published = List.copyOf(published);
        withdrawn = List.copyOf(withdrawn);
    }
}
