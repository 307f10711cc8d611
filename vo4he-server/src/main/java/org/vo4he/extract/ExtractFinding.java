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
            "Two bands have energies in common, so that an event can be in both. The image of all bands counts it once, and is less than their sum."),
    IMAGE_COARSE(
            "extract-image-coarse",
            Severity.INFO,
            "Pixels as fine as the events have them would make a side of the image longer than 1,024. They were put together. A binning of your own (image-bin) or a region gives finer ones."),
    IMAGE_OUTSIDE(
            "extract-image-outside",
            Severity.INFO,
            "Events were selected that are not in the image: they have no place, or one beside the pixels that the file says there are."),
    REGION_UNSAID(
            "extract-region-unsaid",
            "A product should have its region with it as an extension REGION (ASC-FITS-REGION-1.2), whose rows can't say every region: not an annulus that is taken out where it is none of two circles around one middle, and on the sphere none of more than 60 degrees. The events are those of the region all the same, and the text of the region is in the provenance.");

    private final FindingMeaning meaning;

    ExtractFinding(String id, String explanation) {
        this(id, Severity.WARNING, explanation);
    }

    ExtractFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
