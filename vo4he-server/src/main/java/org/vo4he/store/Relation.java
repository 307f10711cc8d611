// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ways in which a file belongs to a product, in the order in which they are told.
///
/// Each constant reads: a term of the vocabulary `datalink/core`, the kind of the target where the relation tells it
/// (a term of `response-type` as URI, or of `product-type` with `#`; empty: that of the target itself), and words for
/// people. Why which term was chosen: docs/reference/datalink.md.
public enum Relation {
    /// RESPFILE of a spectrum (OGIP/92-007).
    RESPFILE("#calibration", Terms.RMF, "redistribution matrix (RESPFILE)"),
    /// ANCRFILE of a spectrum.
    ANCRFILE("#calibration", Terms.ARF, "effective area (ANCRFILE)"),
    /// BACKFILE of a spectrum.
    BACKFILE("#calibration", Terms.BACKGROUND, "background spectrum (BACKFILE)"),
    /// CORRFILE of a spectrum: what is subtracted besides the background.
    CORRFILE("#calibration", "#spectrum", "correction spectrum (CORRFILE)"),
    /// By the XMM-Newton file names: of the same observation, exposure and source.
    XMM_RMF("#calibration", Terms.RMF, "redistribution matrix of the same exposure and source"),
    XMM_ARF("#calibration", Terms.ARF, "effective area of the same exposure and source"),
    XMM_BACKGROUND("#calibration", Terms.BACKGROUND, "background spectrum of the same exposure and source"),
    XMM_EXPOSURE_MAP("#calibration", "", "exposure map of the same exposure and band"),
    XMM_BACKGROUND_MAP("#calibration", "", "background map of the same band"),
    XMM_MASK("#auxiliary", "", "mask of the area where sources are looked for"),
    XMM_SOURCES("#derivation", "", "sources found in the images of the observation"),
    /// By the HDU index of a dataset of gamma-ray telescopes (GADF 0.3).
    GADF_AEFF("#calibration", Terms.TERM + "aeff", "effective area (HDU index)"),
    GADF_EDISP("#calibration", Terms.TERM + "edisp", "energy dispersion (HDU index)"),
    GADF_PSF("#calibration", Terms.TERM + "psf", "point spread function (HDU index)"),
    GADF_BKG("#calibration", Terms.BACKGROUND, "background model (HDU index)"),
    /// RESPFILE of an effective area.
    ENERGY_GRID("#auxiliary", Terms.RMF, "redistribution matrix with the energy grid of this effective area"),
    /// What a document names as input of the making.
    PROGENITOR("#progenitor", "", "input from which this was made"),
    /// The other way round.
    DERIVATION("#derivation", "", "made from this"),
    /// Another output of the same step.
    COPRODUCT("#coderived", "", "made by the same step"),
    RESPFILE_OF("#auxiliary", "", "names this as its redistribution matrix (RESPFILE)"),
    ANCRFILE_OF("#auxiliary", "", "names this as its effective area (ANCRFILE)"),
    BACKFILE_OF("#auxiliary", "", "names this as its background (BACKFILE)"),
    CORRFILE_OF("#auxiliary", "", "names this as its correction (CORRFILE)"),
    ENERGY_GRID_OF("#auxiliary", Terms.ARF, "effective area on the energy grid of this matrix"),
    GADF_RESPONSE_OF("#auxiliary", "", "events that this response is for (HDU index)"),
    /// A response or background seen from another product, by the XMM-Newton file names.
    XMM_CALIBRATION_OF("#auxiliary", "", "of the same exposure and source, can be calibrated with this"),
    XMM_MASK_OF("#auxiliary", "", "image that this mask is for"),
    XMM_SOURCES_OF("#progenitor", "", "image of the observation, in which the sources were found"),
    /// Of the same observation, source and instrument.
    SAME_OBSERVATION("#coderived", "", "of the same observation"),
    /// Of the same observation and source, by another instrument.
    OTHER_INSTRUMENT("#counterpart", "", "of the same observation, by another instrument");

    /// Terms of http://www.ivoa.net/rdf/response-type, 2025.
    private static final class Terms {
        static final String TERM = "http://www.ivoa.net/rdf/response-type#";
        static final String RMF = TERM + "rmf";
        static final String ARF = TERM + "arf";
        static final String BACKGROUND = TERM + "bkgrate";
    }

    private final String semantics;
    private final String qualifier;
    private final String description;

    Relation(String semantics, String qualifier, String description) {
        this.semantics = semantics;
        this.qualifier = qualifier;
        this.description = description;
    }

    /// A term of `datalink/core`, with `#`.
    public String semantics() {
        return semantics;
    }

    /// Words for people: what the target is.
    public String description() {
        return description;
    }

    /// This archive's own label of the relation: `respfile`, `other-instrument`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of a target.
    Optional<String> qualifier(ProductCard target) {
        return qualifier.isEmpty() ? target.qualifier() : Optional.of(qualifier);
    }

    /// The kind of a response by its role, else of a product by its type.
    ///
    /// @param role name of an `org.vo4he.product.ProductRole`
    /// @param dataproductType of ObsCore 1.1, whose word `event` the vocabulary calls `event-list`
    static Optional<String> kind(String role, Optional<String> dataproductType) {
        return switch (role) {
            case "RESPONSE_RMF" -> Optional.of(Terms.RMF);
            case "RESPONSE_ARF" -> Optional.of(Terms.ARF);
            case "RESPONSE_IRF" -> Optional.of(Terms.TERM + "response-function");
            default -> dataproductType.map(type -> "#" + (type.equals("event") ? "event-list" : type));
        };
    }

    /// The relation of this name.
    static Optional<Relation> of(String word) {
        return Arrays.stream(values())
                .filter(relation -> relation.name().equals(word))
                .findFirst();
    }

    /// The relation seen from its target; empty when it is the same from both sides, or told by the groups.
    Optional<Relation> inverse() {
        return switch (this) {
            case RESPFILE -> Optional.of(RESPFILE_OF);
            case ANCRFILE -> Optional.of(ANCRFILE_OF);
            case BACKFILE -> Optional.of(BACKFILE_OF);
            case CORRFILE -> Optional.of(CORRFILE_OF);
            case ENERGY_GRID -> Optional.of(ENERGY_GRID_OF);
            case PROGENITOR -> Optional.of(DERIVATION);
            case COPRODUCT -> Optional.of(COPRODUCT);
            case XMM_RMF, XMM_ARF, XMM_BACKGROUND, XMM_EXPOSURE_MAP, XMM_BACKGROUND_MAP ->
                Optional.of(XMM_CALIBRATION_OF);
            case GADF_AEFF, GADF_EDISP, GADF_PSF, GADF_BKG -> Optional.of(GADF_RESPONSE_OF);
            case XMM_MASK -> Optional.of(XMM_MASK_OF);
            case XMM_SOURCES -> Optional.of(XMM_SOURCES_OF);
            case DERIVATION,
                    RESPFILE_OF,
                    ANCRFILE_OF,
                    BACKFILE_OF,
                    CORRFILE_OF,
                    ENERGY_GRID_OF,
                    GADF_RESPONSE_OF,
                    XMM_CALIBRATION_OF,
                    XMM_MASK_OF,
                    XMM_SOURCES_OF,
                    SAME_OBSERVATION,
                    OTHER_INSTRUMENT -> Optional.empty();
        };
    }
}
