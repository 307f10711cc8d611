// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.List;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;

/// What became of a file that was to be annotated or stripped.
///
/// @param bytes written: those of the extension where it was appended, else those of the new file; 0 if none was
public record WriteReport(Outcome outcome, List<Finding> findings, long bytes) {

    public WriteReport {
        findings = List.copyOf(findings);
    }

    /// The same with these findings before its own.
    public WriteReport after(List<Finding> earlier) {
        return new WriteReport(
                outcome, Stream.concat(earlier.stream(), findings.stream()).toList(), bytes);
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
