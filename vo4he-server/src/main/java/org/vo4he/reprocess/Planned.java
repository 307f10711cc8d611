// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import org.vo4he.diagnostics.Finding;

/// What came of planning.
public sealed interface Planned permits Plan, Planned.Refused {

    /// What should be known, each with its place in what was asked, as a JSON pointer: `/edits/0/value`,
    /// `/steps/1/events`, `/target`.
    List<Finding> findings();

    /// It can't be run as asked: at least one finding is an error.
    record Refused(List<Finding> findings) implements Planned {

        public Refused {
            findings = List.copyOf(findings);
        }

        /// Whether nothing speaks against it but inputs that are gone or are not those recorded.
        public boolean onlyInputs() {
            return findings.stream()
                    .filter(finding -> finding.severity() == org.vo4he.diagnostics.Severity.ERROR)
                    .allMatch(finding -> finding.code() == ReprocessFinding.INPUT_CHANGED
                            || finding.code() == ReprocessFinding.INPUT_MISSING);
        }
    }
}
