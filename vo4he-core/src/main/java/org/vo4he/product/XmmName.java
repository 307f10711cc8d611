// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Set<String> PN = Set.of("PN");
    private static final Set<String> MOS = Set.of("M1", "M2");
    private static final Set<String> EPIC = Set.of("PN", "M1", "M2");
    private static final Set<String> RGS = Set.of("R1", "R2");

    /// Another product that the names alone say belongs to one: of the same observation, instrument and exposure.
    ///
    /// @param types of the products that have the relative
    /// @param ofSource whether subset and source are those of the product; else both are zero
    private record Relative(
            String keyword, Set<String> instruments, Set<String> types, String other, boolean ofSource) {}

    /// The SRSPEC of RGS is background-subtracted already; what the background belongs to there is SBSPEC. Which of
    /// the three matrices of pn is for which spectrum is told by RESPFILE, not by the names.
    private static final List<Relative> RELATIVES = List.of(
            new Relative(Reference.XMM_BACKGROUND, EPIC, Set.of("SRSPEC"), "BGSPEC", true),
            new Relative(Reference.XMM_BACKGROUND, PN, Set.of("SCOMSP"), "BCOMSP", true),
            new Relative(Reference.XMM_BACKGROUND, RGS, Set.of("SBSPEC"), "BGSPEC", true),
            new Relative(Reference.XMM_ARF, EPIC, Set.of("SRSPEC"), "SRCARF", true),
            new Relative(Reference.XMM_ARF, PN, Set.of("SCOMSP"), "SCOARF", true),
            new Relative(Reference.XMM_RMF, RGS, Set.of("SRSPEC", "SBSPEC"), "RSPMAT", true),
            new Relative(Reference.XMM_RMF, RGS, Set.of("WFSPEC"), "WREMAT", true),
            new Relative(Reference.XMM_EVENTS, PN, Derived.OF_EPIC, "PIEVLI", false),
            new Relative(Reference.XMM_EVENTS, MOS, Derived.OF_EPIC, "MIEVLI", false),
            new Relative(Reference.XMM_EVENTS, EPIC, Derived.OF_EPIC, "TIEVLI", false),
            new Relative(Reference.XMM_EVENTS, RGS, Derived.OF_RGS, "EVENLI", false));

    /// Products extracted from the event list of their exposure.
    private static final class Derived {
        static final Set<String> OF_EPIC = Set.of("SRSPEC", "BGSPEC", "SCOMSP", "BCOMSP", "SRCTSR", "FBKTSR", "IMAGE_");
        static final Set<String> OF_RGS =
                Set.of("SRSPEC", "SBSPEC", "BGSPEC", "WFSPEC", "SRCTSR", "SRBTSR", "FBKTSR", "IMAGE_", "ORDIMG");
    }

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
        String list = EPIC.contains(instrument) || instrument.equals("EP")
                ? "EPIC"
                : RGS.contains(instrument) || instrument.equals("RG") ? "RGS" : instrument;
        return source == 0 ? Optional.empty() : Optional.of(list + " " + source);
    }

    /// The files that belong to this one by their names, whether they exist or not.
    List<Reference> relatives() {
        List<Reference> references = new ArrayList<>();
        for (Relative relative : RELATIVES) {
            if (relative.instruments().contains(instrument) && relative.types().contains(type)) {
                XmmName other =
                        relative.ofSource() ? with(relative.other(), subset, source) : with(relative.other(), '0', 0);
                references.add(new Reference(relative.keyword(), other.fileName()));
            }
        }
        return references;
    }

    private XmmName with(String otherType, char otherSubset, int otherSource) {
        return new XmmName(
                collection, observation, instrument, exposure, otherType, otherSubset, otherSource, extension);
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
