// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What speaks against making a product again as it was asked.
public enum ReprocessFinding implements FindingCode {
    TYPE(
            "reprocess-type",
            "A value is not of the type that the step's argument takes (an integer, a number, 'true' or 'false', text of one line)."),
    RANGE("reprocess-range", "A number is below the least or above the largest value that the argument takes."),
    CHOICE("reprocess-choice", "The argument takes one of some words, and the value is none of them."),
    MISSING("reprocess-missing", "An argument that the step needs has no value."),
    UNKNOWN_ARGUMENT("reprocess-unknown-argument", "The step has no argument of this name.");

    private final FindingMeaning meaning;

    ReprocessFinding(String id, String explanation) {
        this.meaning = new FindingMeaning(id, Severity.ERROR, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
