// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.util.Locale;

/// What a preview comes as.
enum PreviewFormat {
    PNG("image/png"),
    SVG("image/svg+xml"),
    /// The plotted numbers, see [PlotJson].
    JSON("application/json"),
    /// The plotted numbers as a VOTable.
    VOT("application/x-votable+xml");

    private final String mediaType;

    PreviewFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// `.png`
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }
}
