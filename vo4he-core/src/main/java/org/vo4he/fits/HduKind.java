// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.Locale;

/// What an HDU holds. Tile-compressed images and tables count as what they hold.
public enum HduKind {
    IMAGE,
    BINARY_TABLE,
    ASCII_TABLE,
    RANDOM_GROUPS,
    /// An XTENSION that the standard does not define.
    OTHER;

    /// @param compressedImage whether it holds a tile-compressed image
    static HduKind of(FitsHeader header, boolean compressedImage) {
        if (compressedImage) {
            return IMAGE;
        }
        String extension = header.text("XTENSION").orElse("IMAGE").toUpperCase(Locale.ROOT);
        return switch (extension) {
            case "IMAGE", "IUEIMAGE" ->
                header.logical("GROUPS").orElse(false)
                                && header.integer("NAXIS1").orElse(1L) == 0
                        ? RANDOM_GROUPS
                        : IMAGE;
            case "BINTABLE", "A3DTABLE" -> BINARY_TABLE;
            case "TABLE" -> ASCII_TABLE;
            default -> OTHER;
        };
    }
}
