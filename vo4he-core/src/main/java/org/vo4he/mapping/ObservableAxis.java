// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.O_UCD;
import static org.vo4he.obscore.ObsCoreColumn.O_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.POL_STATES;
import static org.vo4he.obscore.ObsCoreColumn.POL_XEL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.Origin;

/// What is measured.
final class ObservableAxis {

    private static final String COUNT = "phot.count";
    private static final String COUNT_RATE = "phot.count;arith.rate";

    /// Units in which images hold counts or rates, as met; UCDs of the IVOA list, 1.5.
    private static final List<Meaning> UNITS = List.of(
            new Meaning("counts?|ct|cts|photons?|ph", COUNT),
            new Meaning("(counts?|cts?|photons?|ph)( |\\*)?(/ ?s(ec)?|s(\\^|\\*\\*)?-1)", COUNT_RATE),
            new Meaning("(photons?|ph)[ /*.]?/?cm.*", "phot.flux"),
            new Meaning("(erg|jy|mjy|ujy).*", "phot.flux.density"),
            new Meaning("s|sec|seconds?", "time.duration;obs.exposure"));

    private final Draft draft;

    private ObservableAxis(Draft draft) {
        this.draft = draft;
    }

    private record Meaning(Pattern unit, String ucd) {
        Meaning(String unit, String ucd) {
            this(Pattern.compile(unit), ucd);
        }
    }

    static void fill(Draft draft) {
        ObservableAxis axis = new ObservableAxis(draft);
        draft.derive(POL_XEL, 0L, "the product has no axis of polarisation");
        draft.absent(POL_STATES, "the product has no axis of polarisation");
        switch (draft.kind()) {
            case EVENT_LIST -> draft.absent(O_UCD, "events have no observable of their own (ObsCore 1.1, section 4)");
            case SPECTRUM, LIGHT_CURVE -> axis.countsOrRate();
            case IMAGE, CUBE -> {
                axis.pixels();
                new PixelAxes(draft).polarisationSamples();
            }
            case HEALPIX_MAP, FLUX_POINTS, RADIAL_PROFILE, SOURCE_LIST ->
                draft.absent(O_UCD, "this " + draft.kind().inWords() + " holds several quantities");
        }
    }

    private void countsOrRate() {
        Optional<TableColumn> counts = draft.hdu().column("COUNTS");
        Optional<TableColumn> rate = draft.hdu().column("RATE");
        boolean isRate = rate.isPresent() && (counts.isEmpty() || draft.kind() == ProductKind.LIGHT_CURVE);
        (isRate ? rate : counts).ifPresent(column -> {
            Origin origin = new Origin.Column(draft.hdu().label(), column.name());
            draft.set(O_UCD, isRate ? COUNT_RATE : COUNT, origin);
            column.unit().ifPresent(unit -> draft.set(O_UNIT, unit, origin));
        });
    }

    private void pixels() {
        draft.headers().text("BUNIT").ifPresent(card -> {
            draft.set(O_UNIT, card.value(), Draft.origin(card));
            String unit = card.value().strip().toLowerCase(Locale.ROOT);
            UNITS.stream()
                    .filter(meaning -> meaning.unit.matcher(unit).matches())
                    .findFirst()
                    .ifPresentOrElse(
                            meaning -> draft.set(O_UCD, meaning.ucd, Draft.origin(card)),
                            () -> draft.absent(O_UCD, "BUNIT '" + card.value() + "' is not understood"));
        });
    }
}
