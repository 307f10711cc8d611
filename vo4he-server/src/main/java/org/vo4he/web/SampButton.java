// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Optional;

/// Sends an address to programs on the visitor's computer (SAMP 1.3, section 5: web profile). There is nothing to see
/// of it until `samp.js` runs.
///
/// @param archive what the visitor is told who sends
/// @param mtype which message, of the SAMP registry of MTypes
/// @param url absolute
/// @param name for people
/// @param identifier under which programs may speak of it later
/// @param format media type
record SampButton(String archive, String mtype, String url, String name, String identifier, String format) {

    static final String SCRIPT = "samp.js";
    private static final String SAID = "samp-said";

    /// @param dataProductType of ObsCore
    static String mtypeOf(Optional<String> dataProductType) {
        return switch (dataProductType.orElse("")) {
            case "image", "cube" -> "image.load.fits";
            case "spectrum" -> "spectrum.load.ssa-generic";
            default -> "table.load.fits";
        };
    }

    Html html() {
        return Html.pieces(
                element("button", "Send to TOPCAT, Aladin …")
                        .with("type", "button")
                        .with("class", "samp")
                        .with("title", "To every program on this computer that is connected to a SAMP hub and takes it")
                        .with("aria-describedby", SAID)
                        .with("data-archive", archive)
                        .with("data-mtype", mtype)
                        .with("data-url", url)
                        .with("data-name", name)
                        .with("data-identifier", identifier)
                        .with("data-format", format)
                        .flag("hidden", true),
                element("output").with("class", "hint samp-said").with("id", SAID));
    }
}
