// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

/// What an HDU holds. Tile-compressed images and tables count as what they hold.
public enum HduKind {
    IMAGE,
    BINARY_TABLE,
    ASCII_TABLE,
    RANDOM_GROUPS,
    /// An XTENSION that the standard does not define.
    OTHER
}
