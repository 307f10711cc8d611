// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

/// One picture of a product, in words.
///
/// @param kind as the parameter `plot` takes it; empty when nothing can be drawn
/// @param title a few words
/// @param description what is to be seen, or why nothing is
/// @param curves whether its numbers are curves or points that can be drawn again elsewhere
public record Preview(String kind, String title, String description, boolean curves) {

    static Preview none(String why) {
        return new Preview("", "", why, false);
    }
}
