// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

/// How the pages call this archive.
///
/// @param title at the top of every page
public record WebSettings(String title) {

    public WebSettings {
        if (title.isBlank()) {
            throw new IllegalArgumentException("the title of the pages is blank");
        }
    }
}
