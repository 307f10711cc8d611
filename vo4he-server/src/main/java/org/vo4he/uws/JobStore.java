// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where jobs are kept: what [#put] and [#delete] have done survives the death of the process at any moment after
/// they returned; before, a change is there whole or not at all. Not thread-safe: the queue asks one thing at a time.
public interface JobStore extends AutoCloseable {

    /// Keeps the job in place of what is known of its id.
    ///
    /// @throws IOException when it can't be kept; the store then is as it was
    void put(Job job) throws IOException;

    /// Forgets a job; nothing happens when there is none of that id.
    void delete(String id) throws IOException;

    Optional<Job> get(String id) throws IOException;

    Optional<JobSummary> summary(String id);

    /// Of every job, in the order in which they were made.
    List<JobSummary> all();

    /// Has what was kept survive the death of the machine too.
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
