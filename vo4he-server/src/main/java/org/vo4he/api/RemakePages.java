// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows to people what leads to a job, beside [JobPages].
public interface RemakePages {

    /// The form once more, with what was typed and what is wrong.
    ///
    /// @param baseUrl where the world sees the server, without a final slash
    /// @return the page, HTML; empty when there is no such form any more
    Optional<String> again(SentForm sent, String baseUrl);

    /// Where a token is given for this browser, or forgotten.
    ///
    /// @param fault what is wrong with the one that was given
    String session(Visitor visitor, Optional<String> fault, String baseUrl);

    /// The page that lists jobs, HTML.
    ///
    /// @param jobs those of the visitor, newest first
    String jobs(List<Entry> jobs, Visitor visitor, String baseUrl);

    /// One job of a list.
    ///
    /// @param phase of UWS 1.1
    /// @param parent publisher DID of the product that is made again
    record Entry(String job, String phase, Instant created, Optional<String> parent) {}
}
