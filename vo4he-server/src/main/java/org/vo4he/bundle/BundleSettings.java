// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

/// How much goes into one zip.
///
/// @param maxFiles most files, with those that belong to the products asked for
/// @param maxBytes most bytes of all files together, as the harvest found them
public record BundleSettings(int maxFiles, long maxBytes) {

    public BundleSettings {
        if (maxFiles < 1 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "a zip needs room for a file and a byte, found " + maxFiles + " files and " + maxBytes + " bytes");
        }
    }
}
