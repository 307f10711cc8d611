// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What should be known of products that were extracted.
public enum ExtractFinding implements FindingCode {
    NOTHING_SELECTED(
            "extract-nothing-selected",
            "No event passes the selection. The products are made all the same, since no counts is a result: an upper limit can be had of it."),
    BACKGROUND_EMPTY(
            "extract-background-empty",
            "No event lies in the background's region: nothing is taken off, and a background without counts has no weight in a fit."),
    BANDS_OVERLAP(
            "extract-bands-overlap",
            "Two bands have energies in common, so that an event can be in both. The image of all bands counts it once, and is less than their sum.");

    private final FindingMeaning meaning;

    ExtractFinding(String id, String explanation) {
        this.meaning = new FindingMeaning(id, Severity.WARNING, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
