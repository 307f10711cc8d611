// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.ogip.HeaderChain;

/// The name of a product of XMM-Newton's pipeline (XMM-Newton Data Files Handbook, table 37):
/// `P0405320501PNS001SRSPEC0092.FTZ`.
///
/// @param collection `P` for a product of an observation, `C` for one of the catalogue
/// @param observation ten digits
/// @param instrument `PN`, `M1`, `M2`, `EP` (all of EPIC), `R1`, `R2`, `RG` (both of RGS), `OM`, `CA`, `OB`
/// @param exposure `S`, `U` or `X` and three characters
/// @param type six characters, such as `SRSPEC`
/// @param subset band, filter, window or spectral order
/// @param source number within the source list of the instrument; 0 for a product of the whole field. The name
///     writes it in hexadecimal: `092` is source 146
/// @param extension `FTZ` for FITS in gzip
public record XmmName(
        char collection,
        String observation,
        String instrument,
        String exposure,
        String type,
        char subset,
        int source,
        String extension) {

    private static final Pattern NAME = Pattern.compile("(?<collection>[PC])(?<observation>\\d{10})"
            + "(?<instrument>OM|R1|R2|RG|M1|M2|PN|EP|CA|OB)(?<exposure>[SUX][0-9A-Z]{3})"
            + "(?<type>[A-Z0-9_]{6})(?<subset>[0-9A-Z])(?<source>[0-9A-F]{3})\\.(?<extension>[A-Z0-9]{3})(\\.gz)?");

    /// In place of an exposure: the product is of no single one.
    public static final String ALL_EXPOSURES = "X000";

    private static final Set<String> EPIC = Set.of("PN", "M1", "M2", "EP");
    private static final Set<String> RGS = Set.of("R1", "R2", "RG");

    /// @param fileName without folder
    /// @return empty for any other name
    public static Optional<XmmName> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(new XmmName(
                name.group("collection").charAt(0),
                name.group("observation"),
                name.group("instrument"),
                name.group("exposure"),
                name.group("type"),
                name.group("subset").charAt(0),
                Integer.parseInt(name.group("source"), 16),
                name.group("extension")));
    }

    /// The name of a file whose headers don't contradict it.
    static Optional<XmmName> of(Path file, HeaderChain headers) {
        return parse(file.getFileName().toString())
                .filter(name -> name.agreesWith(text(headers, "TELESCOP"), text(headers, "OBS_ID")));
    }

    private static Optional<String> text(HeaderChain headers, String keyword) {
        return headers.text(keyword).map(HeaderChain.Found::value);
    }

    /// Whether what the file says of itself does not contradict the name: content decides, a name only adds to it.
    ///
    /// @param telescope empty when the file doesn't say
    /// @param obsId empty when the file doesn't say
    boolean agreesWith(Optional<String> telescope, Optional<String> obsId) {
        return telescope
                        .filter(word -> !word.strip().toUpperCase(Locale.ROOT).startsWith("XMM"))
                        .isEmpty()
                && obsId.filter(id -> !id.strip().equals(observation)).isEmpty();
    }

    /// The source as one that other products may be of, too: the cameras of EPIC share one list of sources, those of
    /// RGS another. Empty for a product of the whole field.
    public Optional<String> sourceInObservation() {
        String list = EPIC.contains(instrument) ? "EPIC" : RGS.contains(instrument) ? "RGS" : instrument;
        return source == 0 ? Optional.empty() : Optional.of(list + " " + source);
    }

    /// Whether the observation is a slew: proposals of these begin with 9.
    public boolean isOfSlew() {
        return observation.charAt(0) == '9';
    }

    /// As the pipeline writes it.
    public String fileName() {
        return String.format(
                Locale.ROOT,
                "%c%s%s%s%s%c%03X.%s",
                collection,
                observation,
                instrument,
                exposure,
                type,
                subset,
                source,
                extension);
    }
}
