// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.vo4he.diagnostics.Severity.ERROR;
import static org.vo4he.diagnostics.Severity.INFO;
import static org.vo4he.diagnostics.Severity.WARNING;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What a harvest can say of a folder and its files, beyond what their content says.
public enum HarvestFinding implements FindingCode {
    LINK_LOOP(
            "harvest-link-loop",
            WARNING,
            "A symbolic link leads to a folder above itself. It is not followed; everything in that folder is found anyway."),
    DANGLING_LINK(
            "harvest-dangling-link",
            WARNING,
            "A symbolic link leads nowhere. Restore what it points to, or remove it."),
    UNREADABLE_FOLDER(
            "harvest-unreadable-folder",
            ERROR,
            "A folder cannot be listed, so its files are not published. Give the user of vo4he leave to read it."),
    SPECIAL_FILE("harvest-special-file", WARNING, "A pipe, socket or device lies in the folder. It is not opened."),
    UNREADABLE_NAME(
            "harvest-unreadable-name",
            ERROR,
            "The name of a file is not text in the character set of this system, so nothing could refer to it. It is not published; rename it."),
    DESCRIBE_FAILED(
            "harvest-describe-failed",
            ERROR,
            "vo4he itself failed on a file. The others are not affected; please report it with the message."),
    INCOMPLETE(
            "harvest-incomplete",
            ERROR,
            "A column that may not be NULL has no value, so the product is not published. State it in the rules file."),
    DUPLICATE_DID(
            "harvest-duplicate-did",
            WARNING,
            "Two files declare one publisher DID in their tags. Both are published, each under a DID of its own."),
    REFERENCE_MISSING(
            "harvest-reference-missing",
            WARNING,
            "A file that the header (BACKFILE, CORRFILE, RESPFILE, ANCRFILE) or the HDU index of the dataset (GADF) names is not in the folder, so it is not linked. Put it beside the file that names it, or anywhere in the folder under that name; the next harvest links it."),
    INPUT_MISSING(
            "harvest-input-missing",
            INFO,
            "A file that the product was made from, as header (FILINnnn, XPROCn) or provenance say, is not in the folder, so it is not linked. Inputs often lie elsewhere; one that is put into the folder under that name is linked by the next harvest."),
    REFERENCE_AMBIGUOUS(
            "harvest-reference-ambiguous",
            WARNING,
            "Several files of the folder have the name that the header gives, none of them beside the file that names it, so none is linked. Put the one that is meant beside it, or name it by its path."),
    UNREGISTERED_AUTHORITY(
            "harvest-unregistered-authority",
            INFO,
            "The publisher DIDs begin with an authority that nobody owns. Configure your own before others cite them.");

    private final FindingMeaning meaning;

    HarvestFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
