// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.EM_XEL;
import static org.vo4he.obscore.ObsCoreColumn.POL_STATES;
import static org.vo4he.obscore.ObsCoreColumn.POL_XEL;
import static org.vo4he.obscore.ObsCoreColumn.T_XEL;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.energy.EnergyBand;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HduContent;
import org.vo4he.units.Unit;

/// Samples along the axes of an image or a cube that are not on the sky. Of an axis that nothing names, nothing is
/// said: neither that it is one of time nor that it is none.
final class PixelAxes {

    private static final String UNNAMED = "nothing says what the third axis of the cube is";
    private static final int AXES_OF_AN_IMAGE = 2;

    private final Draft draft;
    private final NamedAxes axes;

    PixelAxes(Draft draft) {
        this.draft = draft;
        this.axes = new NamedAxes(draft.hdu());
    }

    /// An energy band and the cards that say it.
    record Band(EnergyBand band, Unit unit, Origin origin) {}

    /// What an axis of energies, wavelengths or frequencies covers.
    Optional<Band> energies() {
        return axes.spectral()
                .filter(axis -> axis.length() > 1)
                .flatMap(axis -> axes.band(axis)
                        .map(band -> new Band(
                                band,
                                axes.unit(axis).orElseThrow(),
                                card("CTYPE" + axis.number() + "+CRVAL" + axis.number()))));
    }

    /// What stands against the spectral axis; without one that nothing states energies.
    String whyNoEnergies() {
        return axes.spectral()
                .filter(axis -> axis.length() > 1)
                .map(axis -> axis.keyword() + " names a spectral axis that runs unevenly, is turned, or has no unit of"
                        + " energy, wavelength or frequency")
                .orElse("no card, EBOUNDS or column states energies with a unit");
    }

    void energySamples() {
        long[] planes = draft.hdu().axes();
        Optional<NamedAxes.Axis> spectral = axes.spectral();
        if (spectral.isPresent()) {
            draft.set(
                    EM_XEL,
                    spectral.get().length(),
                    card("NAXIS" + spectral.get().number()));
        } else if (isOfEnergies()) {
            draft.set(EM_XEL, planes[AXES_OF_AN_IMAGE], card("NAXIS3"));
        } else if (isNamed()) {
            draft.derive(EM_XEL, 1L, "this " + draft.kind().inWords() + " is summed over energy");
        } else {
            draft.absent(EM_XEL, "nothing says that an axis of the cube is one of energy");
        }
    }

    void timeSamples() {
        samples(axes.time(), T_XEL, 1, "this " + draft.kind().inWords() + " is summed over time", UNNAMED);
    }

    void polarisationSamples() {
        Optional<NamedAxes.Axis> states = axes.polarisation();
        samples(states, POL_XEL, 0, "the product has no axis of polarisation", UNNAMED);
        states.flatMap(axes::states)
                .ifPresentOrElse(
                        text -> draft.set(POL_STATES, text, card(states.get().keyword())),
                        () -> draft.absent(
                                POL_STATES,
                                states.isPresent()
                                        ? "the axis of polarisation holds numbers that name no states"
                                        : isNamed() ? "the product has no axis of polarisation" : UNNAMED));
    }

    private void samples(
            Optional<NamedAxes.Axis> axis, ObsCoreColumn column, long otherwise, String why, String unknown) {
        if (axis.isPresent()) {
            draft.set(column, axis.get().length(), card("NAXIS" + axis.get().number()));
        } else if (isNamed()) {
            draft.derive(column, otherwise, why);
        } else {
            draft.absent(column, unknown);
        }
    }

    /// Whether it is known what the axes are: two make an image of the sky or of a detector.
    private boolean isNamed() {
        return draft.kind() != ProductKind.CUBE
                || isOfEnergies()
                || axes.spectral().isPresent()
                || axes.time().isPresent()
                || axes.polarisation().isPresent();
    }

    /// By the name of the third axis, or because a table gives the energy of each plane.
    private boolean isOfEnergies() {
        long[] lengths = draft.hdu().axes();
        return lengths.length > AXES_OF_AN_IMAGE
                && (draft.hdu()
                                .header()
                                .text("CTYPE3")
                                .filter(type -> type.toUpperCase(Locale.ROOT).contains("ENER"))
                                .isPresent()
                        || Stream.of(HduContent.EBOUNDS, HduContent.ENERGIES)
                                .flatMap(content -> draft.contents().all(content).stream())
                                .anyMatch(table -> table.rows() == lengths[AXES_OF_AN_IMAGE]));
    }

    private Origin card(String keywords) {
        return new Origin.Card(draft.hdu().label(), keywords);
    }
}
