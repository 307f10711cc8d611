// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

/// How one file ended. Every file ends in exactly one of these, so that files seen = the sum of the four.
public enum Outcome {
    /// At least one product to be found by a search.
    PUBLISHED,
    /// A FITS file that serves other products: a response, region, GTI or index file, or one that holds no data
    /// product.
    ASSOCIATED,
    /// The content is not FITS.
    NOT_FITS,
    /// FITS by its first bytes, or meant to be, but broken beyond use; the findings say where.
    FAILED
}
