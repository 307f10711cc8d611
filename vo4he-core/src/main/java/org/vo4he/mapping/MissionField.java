// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.S_FOV;
import static org.vo4he.obscore.ObsCoreColumn.S_REGION;

import java.util.Optional;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.SkyRectangle;

/// The field of view around the pointing, where nothing in the file says what part of the sky it covers.
final class MissionField {

    private MissionField() {}

    /// @param pointing where the axis of the telescope looked
    static void fill(Draft draft, Positions.Stated pointing) {
        Optional<Dialect.Instrument> instrument = draft.instrument();
        Optional<Dialect.FieldOfView> field = instrument.flatMap(Dialect.Instrument::field);
        if (field.isEmpty()) {
            return;
        }
        Origin origin =
                new Origin.Derived("field of view of " + instrument.get().name() + " around "
                        + pointing.origin().detail() + "; " + field.get().source());
        switch (field.get()) {
            case Dialect.FieldOfView.Circle(double diameterDeg, String _) -> {
                draft.set(S_FOV, diameterDeg, origin);
                draft.set(
                        S_REGION,
                        new SkyCircle(pointing.raDeg(), pointing.decDeg(), diameterDeg / 2).toString(),
                        origin);
            }
            case Dialect.FieldOfView.Rectangle rectangle -> {
                draft.set(S_FOV, diagonalDeg(rectangle.widthDeg(), rectangle.heightDeg()), origin);
                outline(draft, pointing, rectangle, origin);
            }
        }
    }

    /// A position angle is that of the +Y axis of the image, from north to east (HEASARC, FITS celestial coordinate
    /// keywords, 1993).
    private static void outline(
            Draft draft, Positions.Stated pointing, Dialect.FieldOfView.Rectangle field, Origin origin) {
        Optional<HeaderChain.Found<Double>> angle = draft.headers()
                .number("PA_PNT", "PA_NOM")
                .filter(found -> Math.abs(found.value()) <= 360)
                .filter(_ -> field.aligned());
        if (angle.isEmpty()) {
            draft.absent(S_REGION, "nothing says how the rectangular field of view lies on the sky");
            return;
        }
        Origin turned = new Origin.Derived(origin.detail() + "; " + angle.get().keyword() + " "
                + angle.get().value() + " deg");
        draft.set(
                S_REGION,
                new SkyRectangle(pointing.raDeg(), pointing.decDeg(), field.widthDeg(), field.heightDeg())
                        .turned(angle.get().value())
                        .toString(),
                turned);
    }

    /// Of a rectangle on the tangent plane.
    private static double diagonalDeg(double widthDeg, double heightDeg) {
        double half = Math.hypot(Math.tan(Math.toRadians(widthDeg) / 2), Math.tan(Math.toRadians(heightDeg) / 2));
        return 2 * Math.toDegrees(Math.atan(half));
    }
}
