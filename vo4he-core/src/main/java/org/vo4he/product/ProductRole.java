// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import org.vo4he.ogip.HduContent;

/// What part a file or HDU plays.
public enum ProductRole {
    /// A data product: a row of `ivoa.obscore`.
    PRODUCT,
    /// A redistribution matrix, also one multiplied by the effective area (OGIP memo CAL/GEN/92-002).
    RESPONSE_RMF,
    /// An effective area curve (OGIP memo CAL/GEN/92-002).
    RESPONSE_ARF,
    /// A gamma-ray response: effective area, energy dispersion, PSF, background (GADF).
    RESPONSE_IRF,
    /// A region of the sky or of the detector.
    REGION,
    /// Good time intervals.
    GTI,
    /// A list of other files, such as the GADF observation and HDU indices.
    INDEX,
    /// Something else that is not a data product.
    OTHER;

    public boolean isResponse() {
        return switch (this) {
            case RESPONSE_RMF, RESPONSE_ARF, RESPONSE_IRF -> true;
            case PRODUCT, REGION, GTI, INDEX, OTHER -> false;
        };
    }

    /// What a file is whose best HDU holds this and that has no data product.
    static ProductRole of(HduContent content) {
        return switch (content) {
            case RMF, EBOUNDS -> RESPONSE_RMF;
            case ARF -> RESPONSE_ARF;
            case IRF -> RESPONSE_IRF;
            case GOOD_TIMES -> GTI;
            case REGION -> REGION;
            case INDEX -> INDEX;
            case EVENT_LIST,
                    SPECTRUM,
                    LIGHT_CURVE,
                    IMAGE,
                    CUBE,
                    HEALPIX_MAP,
                    FLUX_POINTS,
                    RADIAL_PROFILE,
                    SOURCE_LIST,
                    ENERGIES,
                    TABLE_MODEL,
                    AUXILIARY_IMAGE,
                    NO_IMAGE,
                    TABLE,
                    VO_TAGS,
                    EMPTY,
                    OTHER -> OTHER;
        };
    }
}
