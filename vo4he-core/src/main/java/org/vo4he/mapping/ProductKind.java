// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import org.vo4he.ogip.HduContent;

/// The kinds of data product, in the order in which the main HDU of a file is chosen.
///
/// Each constant reads: the content of its HDU, `dataproduct_type`, `dataproduct_subtype`, `calib_level`.
public enum ProductKind {
    /// The subtype is the word of the draft ObsCore extension for high energies, 2026-08-03.
    EVENT_LIST(HduContent.EVENT_LIST, "event", "hea-event-list", 2),
    SPECTRUM(HduContent.SPECTRUM, "spectrum", "", 2),
    LIGHT_CURVE(HduContent.LIGHT_CURVE, "timeseries", "", 2),
    IMAGE(HduContent.IMAGE, "image", "", 2),
    CUBE(HduContent.CUBE, "cube", "", 2),
    HEALPIX_MAP(HduContent.HEALPIX_MAP, "image", "", 3),
    FLUX_POINTS(HduContent.FLUX_POINTS, "sed", "", 4),
    /// ObsCore 1.1 has no type for it; the subtype is the word of the vocabulary of product types.
    RADIAL_PROFILE(HduContent.RADIAL_PROFILE, "measurements", "spatial-profile", 3),
    SOURCE_LIST(HduContent.SOURCE_LIST, "measurements", "", 4);

    private final HduContent content;
    private final String dataproductType;
    private final String subtype;
    private final int calibLevel;

    ProductKind(HduContent content, String dataproductType, String subtype, int calibLevel) {
        this.content = content;
        this.dataproductType = dataproductType;
        this.subtype = subtype;
        this.calibLevel = calibLevel;
    }

    HduContent content() {
        return content;
    }

    public String dataproductType() {
        return dataproductType;
    }

    Optional<String> subtype() {
        return subtype.isEmpty() ? Optional.empty() : Optional.of(subtype);
    }

    /// What the word of the subtype is taken from.
    String subtypeFrom() {
        return this == RADIAL_PROFILE ? "IVOA vocabulary of product types" : "ObsCore high-energy draft";
    }

    /// ObsCore 1.1, section 4.2: 2 for calibrated data, 3 for what was made of them, 4 for results of analysis.
    int calibLevel() {
        return calibLevel;
    }

    /// For sentences: `event list`.
    String inWords() {
        return this == FLUX_POINTS
                ? "table of flux points"
                : name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
