// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vo4he.events.EventLightCurve;
import org.vo4he.events.EventProfile;
import org.vo4he.ogip.LightCurveTable;
import org.vo4he.ogip.RadialProfile;
import org.vo4he.reprocess.StepException;

/// What was counted, as the tables that are written.
final class CountedTables {

    private static final double ARCSEC = 3600;

    private CountedTables() {}

    static LightCurveTable lightCurve(
            EventLightCurve curve, String unit, double exposureSeconds, Optional<double[]> bandKev)
            throws StepException {
        int bins = curve.bins();
        Optional<double[]> background = curve.backgroundCounts().map(counts -> {
            double scale = curve.backgroundScale().orElseThrow();
            return Arrays.stream(counts).mapToDouble(count -> count * scale).toArray();
        });
        return new LightCurveTable(
                background.isPresent() ? LightCurveTable.Content.NET : LightCurveTable.Content.TOTAL,
                column(bins, i -> curve.start() + (i + 0.5) * curve.bin()),
                curve.bin(),
                unit,
                narrowed(curve.counts()),
                column(bins, curve::rate),
                column(bins, curve::rateError),
                curve.fraction(),
                background,
                curve.bands().isEmpty() ? Optional.empty() : Optional.of(parts(curve)),
                exposureSeconds,
                bandKev);
    }

    private static LightCurveTable.Parts parts(EventLightCurve curve) {
        return new LightCurveTable.Parts(
                band(curve, curve.bands().get(0)),
                band(curve, curve.bands().get(1)),
                column(curve.bins(), i -> curve.hardness(i).value()),
                column(curve.bins(), i -> curve.hardness(i).error()));
    }

    private static LightCurveTable.Band band(EventLightCurve curve, EventLightCurve.Band band) {
        return new LightCurveTable.Band(
                band.range().asText(),
                column(curve.bins(), i -> curve.rate(band, i)),
                column(curve.bins(), i -> curve.rateError(band, i)));
    }

    static RadialProfile profile(EventProfile profile, Optional<double[]> bandKev) throws StepException {
        double unit = profile.isSky() ? ARCSEC : 1;
        double brightness = 1 / (unit * unit * profile.exposureSeconds().orElse(1.0));
        int rings = profile.rings();
        return new RadialProfile(
                profile.raDeg(),
                profile.decDeg(),
                profile.isSky() ? "arcsec" : "pixel",
                Arrays.stream(profile.edges()).map(edge -> edge * unit).toArray(),
                narrowed(profile.counts()),
                column(rings, i -> profile.areas()[i] * unit * unit),
                profile.background().map(_ -> column(rings, profile::backgroundIn)),
                column(rings, i -> profile.brightness(i) * brightness),
                column(rings, i -> profile.brightnessError(i) * brightness),
                profile.exposureSeconds(),
                bandKev);
    }

    private static double[] column(int rows, IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToDouble(value).toArray();
    }

    static int[] narrowed(long[] counts) throws StepException {
        int[] narrow = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > Integer.MAX_VALUE) {
                throw new StepException(counts[i] + " events in one bin are more than a column of counts can hold");
            }
            narrow[i] = (int) counts[i];
        }
        return narrow;
    }
}
