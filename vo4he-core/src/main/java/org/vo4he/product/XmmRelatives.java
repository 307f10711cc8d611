// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.List;
import java.util.Set;

/// Which products of XMM-Newton's pipeline belong to one by their names alone: of the same observation and instrument.
///
/// Where several kinds of name are in use for one thing, each is given: only what exists becomes a link.
final class XmmRelatives {

    private static final Set<String> PN = Set.of("PN");
    private static final Set<String> MOS = Set.of("M1", "M2");
    private static final Set<String> EPIC = Set.of("PN", "M1", "M2");
    private static final Set<String> ALL_OF_EPIC = Set.of("EP");
    private static final Set<String> RGS = Set.of("R1", "R2");
    private static final Set<String> OM = Set.of("OM");

    /// What is extracted from the event list of an exposure.
    private static final Set<String> OF_EPIC =
            Set.of("SRSPEC", "BGSPEC", "SCOMSP", "BCOMSP", "SRCTSR", "FBKTSR", "IMAGE_");

    private static final Set<String> OF_RGS =
            Set.of("SRSPEC", "SBSPEC", "BGSPEC", "WFSPEC", "SRCTSR", "SRBTSR", "FBKTSR", "IMAGE_", "ORDIMG");

    private static final Set<String> IMAGE = Set.of("IMAGE_");
    private static final Set<String> OBSERVATION_IMAGE = Set.of("OIMAGE");
    private static final Set<String> WINDOW_IMAGES = Set.of("SIMAGE", "IMAGE_");
    private static final Set<String> SKY_IMAGES = Set.of("RSIMAG", "LSIMAG", "HSIMAG", "USIMAG");

    /// How much of the name a relative shares, besides observation and type.
    private enum Shares {
        /// Exposure, subset and source.
        ALL,
        /// The exposure; subset and source are zero.
        EXPOSURE,
        /// The subset, over all exposures: `X000`.
        SUBSET_OF_ALL_EXPOSURES,
        /// The instrument, over all exposures.
        INSTRUMENT,
        /// The observation: made of all cameras.
        OBSERVATION
    }

    /// @param types of the products that have the relative
    private record Relative(String keyword, Set<String> instruments, Set<String> types, String other, Shares shares) {}

    /// The SRSPEC of RGS is background-subtracted already; what the background belongs to there is SBSPEC. Which of
    /// the three matrices of pn is for which spectrum is told by RESPFILE, not by the names. Masks and merged
    /// maps are of all exposures of a camera.
    private static final List<Relative> RELATIVES = List.of(
            new Relative(Reference.XMM_BACKGROUND, EPIC, Set.of("SRSPEC"), "BGSPEC", Shares.ALL),
            new Relative(Reference.XMM_BACKGROUND, PN, Set.of("SCOMSP"), "BCOMSP", Shares.ALL),
            new Relative(Reference.XMM_BACKGROUND, RGS, Set.of("SBSPEC"), "BGSPEC", Shares.ALL),
            new Relative(Reference.XMM_ARF, EPIC, Set.of("SRSPEC"), "SRCARF", Shares.ALL),
            new Relative(Reference.XMM_ARF, PN, Set.of("SCOMSP"), "SCOARF", Shares.ALL),
            new Relative(Reference.XMM_RMF, RGS, Set.of("SRSPEC", "SBSPEC"), "RSPMAT", Shares.ALL),
            new Relative(Reference.XMM_RMF, RGS, Set.of("WFSPEC"), "WREMAT", Shares.ALL),
            new Relative(Reference.XMM_EVENTS, PN, OF_EPIC, "PIEVLI", Shares.EXPOSURE),
            new Relative(Reference.XMM_EVENTS, MOS, OF_EPIC, "MIEVLI", Shares.EXPOSURE),
            new Relative(Reference.XMM_EVENTS, EPIC, OF_EPIC, "TIEVLI", Shares.EXPOSURE),
            new Relative(Reference.XMM_EVENTS, RGS, OF_RGS, "EVENLI", Shares.EXPOSURE),
            new Relative(Reference.XMM_EXPOSURE_MAP, EPIC, IMAGE, "EXPMAP", Shares.ALL),
            new Relative(Reference.XMM_EXPOSURE_MAP, EPIC, IMAGE, "MEXPMP", Shares.SUBSET_OF_ALL_EXPOSURES),
            new Relative(Reference.XMM_EXPOSURE_MAP, ALL_OF_EPIC, OBSERVATION_IMAGE, "OEXPMP", Shares.ALL),
            new Relative(Reference.XMM_EXPOSURE_MAP, RGS, Set.of("IMAGE_", "ORDIMG"), "EXPMAP", Shares.EXPOSURE),
            new Relative(Reference.XMM_BACKGROUND_MAP, EPIC, IMAGE, "BKGMAP", Shares.ALL),
            new Relative(Reference.XMM_BACKGROUND_MAP, EPIC, IMAGE, "BKGMAP", Shares.SUBSET_OF_ALL_EXPOSURES),
            new Relative(Reference.XMM_BACKGROUND_MAP, ALL_OF_EPIC, OBSERVATION_IMAGE, "OBKGMP", Shares.ALL),
            new Relative(Reference.XMM_MASK, EPIC, IMAGE, "DETMSK", Shares.ALL),
            new Relative(Reference.XMM_MASK, EPIC, IMAGE, "DETMSK", Shares.SUBSET_OF_ALL_EXPOSURES),
            new Relative(Reference.XMM_SOURCES, EPIC, IMAGE, "OBSMLI", Shares.OBSERVATION),
            new Relative(Reference.XMM_SOURCES, EPIC, IMAGE, "OMSRLI", Shares.OBSERVATION),
            new Relative(Reference.XMM_SOURCES, ALL_OF_EPIC, OBSERVATION_IMAGE, "OBSMLI", Shares.INSTRUMENT),
            new Relative(Reference.XMM_SOURCES, ALL_OF_EPIC, OBSERVATION_IMAGE, "OMSRLI", Shares.INSTRUMENT),
            new Relative(Reference.XMM_SOURCES, RGS, Set.of("IMAGE_", "ORDIMG"), "SRCLI_", Shares.EXPOSURE),
            new Relative(Reference.XMM_SOURCES, OM, WINDOW_IMAGES, "SWSRLI", Shares.ALL),
            new Relative(Reference.XMM_SOURCES, OM, SKY_IMAGES, "OBSMLI", Shares.INSTRUMENT));

    private XmmRelatives() {}

    /// The files that belong to a product by their names, whether they exist or not.
    static List<Reference> of(XmmName name) {
        return RELATIVES.stream()
                .filter(relative -> relative.instruments().contains(name.instrument())
                        && relative.types().contains(name.type()))
                .map(relative ->
                        new Reference(relative.keyword(), named(name, relative).fileName()))
                .distinct()
                .toList();
    }

    private static XmmName named(XmmName name, Relative relative) {
        String type = relative.other();
        return switch (relative.shares()) {
            case ALL -> other(name, name.instrument(), name.exposure(), type, name.subset(), name.source());
            case EXPOSURE -> other(name, name.instrument(), name.exposure(), type, '0', 0);
            case SUBSET_OF_ALL_EXPOSURES ->
                other(name, name.instrument(), XmmName.ALL_EXPOSURES, type, name.subset(), 0);
            case INSTRUMENT -> other(name, name.instrument(), XmmName.ALL_EXPOSURES, type, '0', 0);
            case OBSERVATION -> other(name, "EP", XmmName.ALL_EXPOSURES, type, '0', 0);
        };
    }

    private static XmmName other(
            XmmName name, String instrument, String exposure, String type, char subset, int source) {
        return new XmmName(
                name.collection(), name.observation(), instrument, exposure, type, subset, source, name.extension());
    }
}
