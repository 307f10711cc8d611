// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.Objects;
import java.util.Optional;
import org.vo4he.mapping.LinkedNames;

/// Another file that a product names, or that belongs to it by its name.
///
/// @param keyword the card or column that names it (`BACKFILE`, `RESPFILE`, `FILIN001`, …), or one of the
///     constants of this class
/// @param name as written in the product, without an extension or row in brackets; may be a path of another
///     computer, or the DID of a product
public record Reference(String keyword, String name) {

    /// By the file names of XMM-Newton's pipeline.
    public static final String XMM_BACKGROUND = "XMM_BACKGROUND";

    public static final String XMM_ARF = "XMM_ARF";
    public static final String XMM_RMF = "XMM_RMF";
    public static final String XMM_EVENTS = "XMM_EVENTS";
    public static final String XMM_EXPOSURE_MAP = "XMM_EXPOSURE_MAP";
    public static final String XMM_BACKGROUND_MAP = "XMM_BACKGROUND_MAP";
    public static final String XMM_MASK = "XMM_MASK";
    public static final String XMM_SOURCES = "XMM_SOURCES";

    /// RESPFILE of an effective area: the matrix whose energy grid it has.
    public static final String ENERGY_GRID = "ENERGY_GRID";

    /// Responses of an event list that the HDU index of its dataset tells (GADF 0.3): effective area, energy
    /// dispersion, point spread function, background.
    public static final String GADF_AEFF = "GADF_AEFF";

    public static final String GADF_EDISP = "GADF_EDISP";
    public static final String GADF_PSF = "GADF_PSF";
    public static final String GADF_BKG = "GADF_BKG";

    /// An input, and another output, of a step that the provenance of the product tells of.
    public static final String PROVENANCE_INPUT = "PROVENANCE_INPUT";

    public static final String PROVENANCE_OUTPUT = "PROVENANCE_OUTPUT";

    public Reference {
        Objects.requireNonNull(keyword);
        if (name.isBlank()) {
            throw new IllegalArgumentException(keyword + " names no file");
        }
    }

    /// The file that a card such as RESPFILE names: without an extension or row in brackets; empty for `none`, blanks
    /// and other words that name no file.
    public static Optional<String> fileNamed(String value) {
        return Optional.of(value).filter(LinkedNames::namesAFile).map(LinkedNames::bare);
    }

    /// Whether header or provenance name a file that the product is made from or calibrated with, so that its
    /// absence is worth telling. Not so what only the file names of a mission let expect, other outputs of a
    /// step, and DIDs, which may be those of another archive.
    public boolean isWanted() {
        return switch (keyword) {
            case XMM_BACKGROUND,
                    XMM_ARF,
                    XMM_RMF,
                    XMM_EVENTS,
                    XMM_EXPOSURE_MAP,
                    XMM_BACKGROUND_MAP,
                    XMM_MASK,
                    XMM_SOURCES,
                    PROVENANCE_OUTPUT -> false;
            default -> !isDid();
        };
    }

    /// The keyword as the header has it, or words for what stands in its place.
    public String namedBy() {
        return switch (keyword) {
            case ENERGY_GRID -> "RESPFILE";
            case PROVENANCE_INPUT -> "provenance";
            case GADF_AEFF, GADF_EDISP, GADF_PSF, GADF_BKG -> "HDU index";
            default -> keyword;
        };
    }

    /// Whether the name is the DID of a product, not that of a file.
    public boolean isDid() {
        return name.regionMatches(true, 0, "ivo://", 0, "ivo://".length());
    }
}
