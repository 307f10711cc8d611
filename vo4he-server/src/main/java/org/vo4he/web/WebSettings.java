// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

/// How the pages call this archive.
///
/// @param title at the top of every page
public record WebSettings(String title) {

    public static final String DEFAULT_TITLE = "High-energy archive";

    public WebSettings {
        if (title.isBlank()) {
            throw new IllegalArgumentException("the title of the pages is blank");
        }
    }

    public static WebSettings defaults() {
        return new WebSettings(DEFAULT_TITLE);
    }
}
