// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.events.BandCounts;
import org.vo4he.events.Extracted;

/// What a run of `extract` counted, and the names of the files it wrote into its workspace.
///
/// @param hardness of a soft and a hard band; empty if not asked for
/// @param findings what should be known of the products
public record ExtractResult(
        Extracted extracted, Optional<BandCounts> hardness, List<Written> outputs, List<Finding> findings) {

    /// @param kind `spectrum`, `background`, `lightcurve`, `image`, `profile` or `events`
    public record Written(String kind, String name) {}

    public ExtractResult {
        outputs = List.copyOf(outputs);
        findings = List.copyOf(findings);
    }

    public boolean hasWarnings() {
        return findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }

    /// The same with other words for where a finding was made.
    public ExtractResult saying(UnaryOperator<String> words) {
        return new ExtractResult(
                extracted,
                hardness,
                outputs,
                findings.stream()
                        .map(finding -> new Finding(finding.code(), words.apply(finding.where()), finding.message()))
                        .toList());
    }
}
