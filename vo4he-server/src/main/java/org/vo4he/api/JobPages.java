// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

/// Shows a job to people.
@FunctionalInterface
public interface JobPages {

    /// The page of a job, HTML.
    ///
    /// @param baseUrl where the world sees the server, without a final slash
    String page(JobStatus status, String baseUrl);
}
