// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;

/// What a visitor may choose of a plot on the page of a product. Names and words are those of `/previews/`.
///
/// Each constant reads: what is chosen, the words and what stands on the page for each.
enum PlotChoice {
    UNIT("Energy axis", List.of(Map.entry("keV", "keV"), Map.entry("Angstrom", "Å"), Map.entry("Hz", "Hz"))),
    XSCALE("Across", List.of(Map.entry("log", "log"), Map.entry("linear", "linear"))),
    YSCALE("Up", List.of(Map.entry("log", "log"), Map.entry("linear", "linear"))),
    STRETCH(
            "Brightness",
            List.of(
                    Map.entry("linear", "linear"),
                    Map.entry("sqrt", "square root"),
                    Map.entry("log", "log"),
                    Map.entry("asinh", "asinh")));

    private final String title;
    private final List<Map.Entry<String, String>> words;

    PlotChoice(String title, List<Map.Entry<String, String>> words) {
        this.title = title;
        this.words = words;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /// Word of the parameter, and what stands for it.
    List<Map.Entry<String, String>> words() {
        return words;
    }

    /// @throws ServiceException.Usage when the request has a word that can't be chosen
    Optional<String> of(Parameters parameters) {
        return parameters
                .one(parameter())
                .map(given -> words.stream()
                        .map(Map.Entry::getKey)
                        .filter(given::equals)
                        .findFirst()
                        .orElseThrow(() -> new ServiceException.Usage("parameter " + parameter() + " must be one of "
                                + String.join(
                                        ", ",
                                        words.stream().map(Map.Entry::getKey).toList()) + ", found "
                                + Parameters.quoted(given))));
    }
}
