// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.util.List;

/// What runs the jobs of one queue. Safe on several threads: as many jobs run at once as the queue's settings say.
///
/// Everything that a job leaves behind lies in its folder ([JobRun#folder()]), which is empty when the run begins,
/// also when the job was interrupted before. What is not named as a result is deleted with the rest at the end of the
/// job's life.
public interface JobRunner {

    /// Looks at the parameters of a job that is told to run. Quick: the client waits for it.
    ///
    /// @throws JobFailure when the job can't run: it ends in ERROR without having been in the line
    void check(JobOrder order) throws JobFailure;

    /// Runs the job to its end. Returns soon after the run is cancelled ([JobRun#onCancel]); what it returns or throws
    /// then does not matter.
    ///
    /// @return what it made
    /// @throws JobFailure when the caller is to know the reason
    /// @throws IOException our own trouble: the log says more
    List<JobResult> run(JobOrder order, JobRun run) throws JobFailure, IOException, InterruptedException;
}
