// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.Collection;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;

/// Remembers the worst finding of a command, which decides its exit code.
final class FindingTally {

    private final Severity least;
    private boolean reached;
    private boolean failed;

    /// @param strict whether a warning counts like an error
    FindingTally(boolean strict) {
        this.least = strict ? Severity.WARNING : Severity.ERROR;
    }

    void add(Collection<Finding> findings) {
        reached |= findings.stream().anyMatch(finding -> finding.severity().compareTo(least) >= 0);
    }

    /// What a command that only describes tells of a file; one that is no FITS at all was named in error, and fails it.
    void add(FileDescription description) {
        failed |= description.outcome() == Outcome.NOT_FITS;
        add(description.findings());
    }

    /// A warning that is no finding about a file's content.
    void addWarning() {
        reached |= Severity.WARNING.compareTo(least) >= 0;
    }

    int exitCode() {
        if (failed) {
            return ExitCode.FAILED;
        }
        return reached ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
