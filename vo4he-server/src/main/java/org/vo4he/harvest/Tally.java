// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vo4he.diagnostics.Severity;
import org.vo4he.product.Outcome;
import org.vo4he.store.FindingRecord;

/// Counts while a harvest goes on.
final class Tally {

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private long read;

    void file(String outcome, Change change, List<FindingRecord> findings) {
        outcomes.merge(Outcome.valueOf(outcome), 1L, Long::sum);
        changes.merge(change, 1L, Long::sum);
        findings(findings);
    }

    void findings(List<FindingRecord> findings) {
        findings.forEach(finding -> severities.merge(finding.severity(), 1L, Long::sum));
    }

    /// @param change that the file is not there any more
    void gone(Change change) {
        changes.merge(change, 1L, Long::sum);
    }

    void read() {
        read++;
    }

    HarvestReport report() {
        return new HarvestReport(
                outcomes.getOrDefault(Outcome.PUBLISHED, 0L),
                outcomes.getOrDefault(Outcome.ASSOCIATED, 0L),
                outcomes.getOrDefault(Outcome.NOT_FITS, 0L),
                outcomes.getOrDefault(Outcome.FAILED, 0L),
                changes.getOrDefault(Change.NEW, 0L),
                changes.getOrDefault(Change.CHANGED, 0L),
                changes.getOrDefault(Change.MOVED, 0L),
                changes.getOrDefault(Change.ANEW, 0L),
                changes.getOrDefault(Change.UNCHANGED, 0L),
                read,
                changes.getOrDefault(Change.WITHDRAWN, 0L),
                changes.getOrDefault(Change.GONE, 0L),
                severities.getOrDefault(Severity.WARNING, 0L),
                severities.getOrDefault(Severity.ERROR, 0L));
    }
}
