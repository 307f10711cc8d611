// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.ANALYSIS_MODE;
import static org.vo4he.obscore.ObsCoreColumn.EVENT_TYPE;
import static org.vo4he.obscore.ObsCoreColumn.EV_XEL;
import static org.vo4he.obscore.ObsCoreColumn.MESSENGER_NAME;
import static org.vo4he.obscore.ObsCoreColumn.MESSENGER_PDGID;
import static org.vo4he.obscore.ObsCoreColumn.OBS_MODE;
import static org.vo4he.obscore.ObsCoreColumn.POINTING_MODE;
import static org.vo4he.obscore.ObsCoreColumn.SCAN_MODE;
import static org.vo4he.obscore.ObsCoreColumn.TRACKING_MODE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.DataSubspace;
import org.vo4he.ogip.HeaderChain;

/// The columns of the high-energy extension (draft of 2026-08-03) but the two energies, which follow from
/// wavelengths once these are settled ([EnergyTwins]).
final class HighEnergy {

    /// Numbers of the Particle Data Group.
    private static final Map<String, String> PDG = Map.of("photon", "+22");

    /// What a value of OBS_MODE says in the draft's words, empty where it says nothing.
    private record Motion(String tracking, String scan) {}

    /// POINTING, RASTER, SLEW and SCAN are of OGIP/94-001, DRIFT is of GADF; WOBBLE is what the draft gives as an
    /// example of its word.
    private static final Map<String, Motion> MOTIONS = Map.of(
            "POINTING", new Motion("sidereal", "on-source"),
            "RASTER", new Motion("", "raster-map"),
            "SLEW", new Motion("none", "slew"),
            "DRIFT", new Motion("fixed-az-el-transit", ""),
            "WOBBLE", new Motion("", "on-the-fly-cross-map"));

    private final Draft draft;

    private HighEnergy(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        HighEnergy columns = new HighEnergy(draft);
        columns.events();
        GoodIntervals.fill(draft);
        columns.modes();
        columns.messenger();
    }

    private void events() {
        if (draft.kind() == ProductKind.EVENT_LIST) {
            draft.set(EV_XEL, draft.hdu().rows(), new Origin.Card(draft.hdu().label(), "NAXIS2"));
            eventType();
        } else {
            String why = "this " + draft.kind().inWords() + " is no list of events";
            draft.absent(EV_XEL, why);
        }
    }

    private void eventType() {
        Stream.of("EVENT_TYPE", "EVENT_CLASS")
                .flatMap(column -> DataSubspace.events(draft.hdu().header(), column).stream())
                .findFirst()
                .ifPresentOrElse(
                        selected -> draft.set(
                                EVENT_TYPE,
                                selected.value(),
                                new Origin.Card(draft.hdu().label(), selected.keyword())),
                        () -> draft.copyName(EVENT_TYPE, "EVENT_TYPE", "EVENT_CLASS", "EV_CLASS"));
    }

    private void modes() {
        draft.copyName(OBS_MODE, "DATAMODE", "OBS_MODE");
        draft.copyName(ANALYSIS_MODE, "ANA_MODE");
        Optional<HeaderChain.Found<String>> card = draft.headers().text("OBS_MODE");
        List<ObsCoreColumn> both = List.of(TRACKING_MODE, SCAN_MODE);
        if (card.isEmpty()) {
            both.forEach(column -> draft.absent(column, "no OBS_MODE card"));
        } else {
            Motion motion =
                    MOTIONS.getOrDefault(card.get().value().strip().toUpperCase(Locale.ROOT), new Motion("", ""));
            motion(TRACKING_MODE, motion.tracking, card.get());
            motion(SCAN_MODE, motion.scan, card.get());
        }
        draft.headers().number("CONV_DEP").ifPresent(depth -> {
            String mode = depth.value() == 0 ? "parallel" : "convergent";
            draft.set(POINTING_MODE, mode, Draft.origin(depth));
        });
    }

    private void motion(ObsCoreColumn column, String word, HeaderChain.Found<String> card) {
        if (word.isEmpty()) {
            draft.absent(column, "OBS_MODE '" + card.value() + "' does not say it");
        } else {
            draft.derive(column, word, card.hdu().label() + " OBS_MODE '" + card.value() + "'");
        }
    }

    /// Photons, say, for what a mission's instruments detect is not in its headers.
    private void messenger() {
        Dialect dialect = draft.dialect();
        if (dialect.messenger().isEmpty()) {
            draft.absent(MESSENGER_NAME, "the mission is not known");
            draft.absent(MESSENGER_PDGID, "the mission is not known");
            return;
        }
        String name = dialect.messenger().get();
        draft.derive(MESSENGER_NAME, name, "what the instruments of " + dialect.facility() + " detect");
        Optional.ofNullable(PDG.get(name))
                .ifPresent(number -> draft.derive(MESSENGER_PDGID, number, "number of the " + name));
    }
}
