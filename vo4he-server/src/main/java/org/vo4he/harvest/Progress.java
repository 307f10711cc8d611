// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// Told by a harvest how far it is; always from one thread.
public interface Progress {

    /// The folder was walked.
    void found(long files);

    /// So many files more have their rows, or kept them.
    void done(long files);

    static Progress silent() {
        return new Progress() {
            @Override
            public void found(long files) {}

            @Override
            public void done(long files) {}
        };
    }
}
