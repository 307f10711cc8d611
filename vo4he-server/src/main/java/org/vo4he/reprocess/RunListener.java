// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

/// Who wants to know how a run is getting on. Called by the thread that runs it.
public interface RunListener extends StepListener {

    /// Nobody.
    RunListener NONE = new RunListener() {
        @Override
        public void step(int number, int of, String name) {}

        @Override
        public void progress(double fraction) {}

        @Override
        public void log(String line) {}
    };

    /// A step begins.
    ///
    /// @param number from 1
    /// @param of how many there are
    void step(int number, int of, String name);

    /// @param fraction of the whole run that is done, 0 to 1
    @Override
    void progress(double fraction);
}
