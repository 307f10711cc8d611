// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.Severity;

/// What came of planning.
public sealed interface Planned permits Plan, Planned.Refused {

    /// What should be known, each with its place in what was asked, as a JSON pointer: `/edits/0/value`,
    /// `/steps/1/events`, `/target`.
    List<Finding> findings();

    /// What is said of inputs that are not those recorded, or were calibrated by something else: what accepting changed
    /// inputs has to do with.
    default List<Finding> changedInputs() {
        return findings().stream()
                .filter(finding -> ReprocessFinding.OF_CHANGED_INPUTS.contains(finding.code()))
                .toList();
    }

    /// It can't be run as asked: at least one finding is an error.
    record Refused(List<Finding> findings) implements Planned {

        public Refused {
            findings = List.copyOf(findings);
        }

        private static final Set<FindingCode> OF_INPUTS = Set.of(
                ReprocessFinding.INPUT_CHANGED, ReprocessFinding.INPUT_MISSING, ReprocessFinding.CALIBRATION_CHANGED);

        /// Whether nothing speaks against it but inputs that are gone or are not those recorded.
        public boolean onlyInputs() {
            return findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .allMatch(finding -> OF_INPUTS.contains(finding.code()));
        }
    }
}
