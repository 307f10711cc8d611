// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What a file does not keep of its product profile.
public enum ProfileFinding implements FindingCode {
    EXTENSION_MISSING(
            "profile-extension-missing",
            Severity.WARNING,
            "The profile defines keywords of an extension that the file does not have."),
    KEYWORD_MISSING(
            "profile-keyword-missing",
            Severity.WARNING,
            "A keyword that the profile requires is absent, or says that its value is not known."),
    KEYWORD_TYPE(
            "profile-keyword-type",
            Severity.WARNING,
            "The value of a keyword is not of the type that the profile gives it, such as a number written as text."),
    KEYWORD_UNIT(
            "profile-keyword-unit", Severity.WARNING, "The comment of a card states another unit than the profile."),
    KEYWORD_RANGE(
            "profile-keyword-range",
            Severity.WARNING,
            "The number is outside the range that the profile gives the keyword."),
    KEYWORD_VALUE("profile-keyword-value", Severity.WARNING, "The value is none of those that the profile expects."),
    KEY_MISSING(
            "profile-key-missing",
            Severity.WARNING,
            "A keyword of the profile's unicity rule is absent, so it can't be told which products are versions of this one.");

    private final FindingMeaning meaning;

    ProfileFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
