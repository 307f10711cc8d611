// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What reading the structure of a FITS file can turn up (FITS Standard 4.0, sections 3 and 4).
public enum FitsFinding implements FindingCode {
    TRUNCATED(
            "fits-truncated",
            Severity.ERROR,
            "The file ends before the data that the header announces. Fetch or write the file again."),
    SHORT_PADDING(
            "fits-short-padding",
            Severity.WARNING,
            "The last block, of data or of a header without data, is not filled up to 2880 bytes. All data are there; many programs complain."),
    NO_END("fits-no-end", Severity.ERROR, "A header has no END card, so the HDU and all after it can't be read."),
    STRUCTURE(
            "fits-structure",
            Severity.ERROR,
            "A mandatory keyword (BITPIX, NAXIS, NAXISn, PCOUNT, GCOUNT, TFIELDS, TFORMn) is missing or has an illegal value."),
    BAD_CARD(
            "fits-bad-card",
            Severity.WARNING,
            "A card does not follow section 4 of the standard (unclosed string, no blank after `=`, characters outside printable ASCII, small letters in its keyword); it is taken to have no value, unless only its comment or keyword is at fault."),
    TRAILING_BYTES(
            "fits-trailing-bytes",
            Severity.WARNING,
            "Bytes follow the last HDU that are no extension, often the torn end of an interrupted append."),
    GZIP_DAMAGED(
            "fits-gzip-damaged",
            Severity.ERROR,
            "The gzip stream breaks off or is corrupt; what came before the break was read."),
    GZIP_TOO_LARGE(
            "fits-gzip-too-large",
            Severity.ERROR,
            "The file expands to more than the limit (1 GiB, or 100 times its size if that is more) and was not read further.");

    private final FindingMeaning meaning;

    FitsFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
