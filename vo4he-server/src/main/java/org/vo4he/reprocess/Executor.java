// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;

/// Where plans are run: on this machine ([LocalExecutor]), later elsewhere too.
///
/// One call goes through what a cluster asks for: the plan and its inputs are staged into the folder, the run is
/// started, looked at until it ended, and its outputs lie in the folder. What is to be found again after the server was
/// killed is noted in the folder.
public interface Executor {

    /// Runs to the end.
    ///
    /// @param folder private to the run; all it makes lies there, the log too, whatever the end
    /// @param mostBytes that its files may have together, copies of inputs apart, also while it runs
    /// @throws StepException when a step failed, or its outputs are not as declared
    /// @throws InterruptedException when it was cancelled, by interrupting the thread; nothing is left running
    Finished run(Plan plan, Path folder, long mostBytes, RunListener listener)
            throws StepException, IOException, InterruptedException;

    /// The same with no limit but those of the steps.
    default Finished run(Plan plan, Path folder, RunListener listener)
            throws StepException, IOException, InterruptedException {
        return run(plan, folder, Long.MAX_VALUE, listener);
    }
}
