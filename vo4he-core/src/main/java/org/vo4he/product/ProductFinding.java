// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What describing a file as a whole can turn up.
public enum ProductFinding implements FindingCode {
    NOT_FITS("product-not-fits", Severity.INFO, "The content of the file is not FITS, whatever its name says."),
    COMPRESSED(
            "product-compressed",
            Severity.WARNING,
            "The file is compressed in a way that is not read (.Z, .bz2, .xz, …). Uncompress it, or use gzip."),
    UNREADABLE(
            "product-unreadable", Severity.ERROR, "The file can't be opened or read; permissions, disk, or network."),
    INCOMPLETE(
            "product-incomplete",
            Severity.ERROR,
            "The data of the main HDU are not all in the file, so it is not published. Fetch or write the file again."),
    NO_PRODUCT_LEFT(
            "product-none-left", Severity.ERROR, "The file is damaged, and what can be read of it holds no product."),
    RESPONSE_MISMATCH(
            "product-response-mismatch",
            Severity.WARNING,
            "The redistribution matrix that a spectrum names is made for another number or type of channels (DETCHANS, CHANTYPE). It is linked, but does not fit the spectrum; name the right one in RESPFILE."),
    CANNED_MATRIX_WANTED(
            "product-canned-matrix-wanted",
            Severity.WARNING,
            "A spectrum of XMM-Newton's EPIC names a ready-made redistribution matrix that is not among the products of the observation. The message says which file of which version of SAS, and where it is distributed; put it into a calibration folder (setting `calibration`)."),
    INPUT_DIFFERS(
            "product-input-differs",
            Severity.INFO,
            "A file of the name that the provenance tells of is there, but has another size or checksum than recorded: it is not what the product was made from, and not linked."),
    INPUT_LIST(
            "product-input-list",
            Severity.WARNING,
            "A list of inputs that the provenance refers to is not there, can't be read, or has another checksum, size or count than recorded: which files the product was made from is not known. Put the list beside the product again."),
    INTERNAL("product-internal", Severity.ERROR, "A fault of vo4he itself; please report it with the file.");

    private final FindingMeaning meaning;

    ProductFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
