// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.List;
import org.vo4he.diagnostics.Finding;

/// What became of a file that was to be annotated or stripped.
public record WriteReport(Outcome outcome, List<Finding> findings) {

    public WriteReport {
        findings = List.copyOf(findings);
    }

    /// The end of it.
    public enum Outcome {
        /// The target now is what was asked for.
        WRITTEN,
        /// The file already was what was asked for and was not touched.
        UNCHANGED,
        /// Nothing was written; an error finding says why.
        REFUSED
    }
}
