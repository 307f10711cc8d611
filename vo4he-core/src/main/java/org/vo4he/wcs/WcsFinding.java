// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What reading a celestial coordinate system can turn up.
public enum WcsFinding implements FindingCode {
    PROJECTION_UNKNOWN(
            "wcs-projection-unknown",
            Severity.WARNING,
            "The CTYPE cards name a projection that is not supported; the position is taken from other cards."),
    FRAME_UNKNOWN(
            "wcs-frame-unknown",
            Severity.WARNING,
            "RADESYS holds a word that FITS does not know, so the position can't be brought to ICRS."),
    UNIT_UNKNOWN(
            "wcs-unit-unknown",
            Severity.WARNING,
            "CUNIT holds a word that names no unit of angle (degrees, arcminutes, arcseconds, radians); the system is not used."),
    INCOMPLETE(
            "wcs-incomplete",
            Severity.WARNING,
            "A card of the coordinate system is missing, or pixels have no size; the system is not used."),
    DISTORTION_LEFT_OUT(
            "wcs-distortion-left-out",
            Severity.INFO,
            "The system has a distortion that is not read (TPV, TPD, look-up tables). Where cards say that it moves no pixel by more than one (CPERR, CQERR, D2IMERR, DVERR), s_region is that of the rest of the system, else it stays empty.");

    private final FindingMeaning meaning;

    WcsFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
