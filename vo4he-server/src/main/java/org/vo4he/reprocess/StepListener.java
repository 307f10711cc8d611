// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import org.vo4he.diagnostics.Finding;

/// Who wants to know how a step is getting on. Called by the step's thread.
public interface StepListener {

    /// Nobody.
    StepListener NONE = new StepListener() {
        @Override
        public void progress(double fraction) {}

        @Override
        public void log(String line) {}
    };

    /// @param fraction done, 0 to 1
    void progress(double fraction);

    /// A line for the log of the run.
    void log(String line);

    /// Something that whoever takes the outputs should know. It is a line of the log, too.
    default void finding(Finding finding) {
        log(finding.toString());
    }
}
