// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Optional;

/// From the value of a pixel to its brightness.
///
/// @param low what is shown darkest
/// @param high what is shown lightest
/// @param knee of [Stretch#ASINH]: up to about this distance from `low` brightness grows in proportion
record Brightness(Stretch stretch, double low, double high, double knee) {

    /// Of those pixels that have a value, the part above which brightness no longer tells them apart, so that a
    /// hot pixel leaves room for the others.
    private static final double BRIGHTEST = 0.998;

    private static final double DARKEST = 0.005;

    /// A picture whose greatest value is this many times its [#BRIGHTEST] one has a hot pixel or a hot source:
    /// both keep their room, up to here.
    private static final double ROOM_ABOVE = 8;

    /// As SAOImage DS9 does it.
    private static final double LOG_CONTRAST = 1000;

    /// Below this many counts in the fullest pixel brightness grows in proportion.
    private static final double FEW_COUNTS = 5;

    private static final double GREAT_CONTRAST = 15;

    /// A darkest value below this part of the middle one is as good as 0.
    private static final double NEAR_ZERO = 0.2;

    /// Values nearer together than this part of them are one value and its rounding.
    private static final double ROUNDING = 1e-9;

    /// Whether there is nothing to be told apart between two values.
    static boolean isConstant(double low, double high) {
        return high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
    }

    /// The range and the stretch that show the most of a raster.
    ///
    /// @param counts whether the values are numbers of counts: then 0 is darkest, unless there is a pedestal
    ///     under all
    static Brightness of(Raster raster, boolean counts, Optional<Stretch> wanted) {
        double[] sorted =
                Arrays.stream(raster.values()).filter(Double::isFinite).sorted().toArray();
        double[] telling = withoutBorder(sorted, counts);
        if (telling.length == 0) {
            double only = sorted.length == 0 ? 0 : sorted[0];
            return new Brightness(wanted.orElse(Stretch.LINEAR), only, only + 1, 1);
        }
        boolean fromZero = counts && quantile(sorted, DARKEST) <= NEAR_ZERO * quantile(sorted, 0.5);
        return fromZero ? ofCounts(telling, wanted) : ofValues(telling, wanted);
    }

    /// Without the zeros around a round field of view, and without the empty pixels between photons.
    private static double[] withoutBorder(double[] sorted, boolean counts) {
        double[] others = Arrays.stream(sorted).filter(value -> value != 0).toArray();
        boolean border = sorted.length > 0 && sorted[0] >= 0 && others.length < 0.8 * sorted.length;
        return counts || border ? others : sorted;
    }

    private static Brightness ofCounts(double[] sorted, Optional<Stretch> wanted) {
        double most = sorted[sorted.length - 1];
        double high = Math.min(most, ROOM_ABOVE * quantile(sorted, BRIGHTEST));
        Stretch stretch = wanted.orElse(most <= FEW_COUNTS ? Stretch.LINEAR : Stretch.ASINH);
        double top = stretch == Stretch.LINEAR ? quantile(sorted, BRIGHTEST) : high;
        return new Brightness(stretch, 0, top, Math.max(quantile(sorted, 0.5), top / 2000));
    }

    private static Brightness ofValues(double[] sorted, Optional<Stretch> wanted) {
        double low = quantile(sorted, DARKEST);
        double middle = quantile(sorted, 0.5);
        double bright = quantile(sorted, BRIGHTEST);
        double most = sorted[sorted.length - 1];
        if (isConstant(low, bright)) {
            low = sorted[0];
            bright = most;
        }
        if (isConstant(low, bright)) {
            double room = low == 0 ? 1 : Math.abs(low) / 2;
            return new Brightness(wanted.orElse(Stretch.LINEAR), low - room, low + room, room);
        }
        double spread = Math.max(middle - low, (bright - low) / 1000);
        boolean steep = bright - low > GREAT_CONTRAST * spread;
        Stretch stretch = wanted.orElse(steep ? Stretch.ASINH : Stretch.LINEAR);
        double high = stretch == Stretch.LINEAR ? bright : Math.min(most, low + ROOM_ABOVE * (bright - low));
        double start = low > 0 && low < NEAR_ZERO * middle ? 0 : low;
        return new Brightness(stretch, start, high, spread);
    }

    private static double quantile(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    /// 0 to 1 between [#low] and [#high], beyond them outside of that.
    double level(double value) {
        double part = (value - low) / (high - low);
        return switch (stretch) {
            case LINEAR -> part;
            case SQRT -> part <= 0 ? part : Math.sqrt(part);
            case LOG -> part <= 0 ? part : Math.log1p(LOG_CONTRAST * part) / Math.log1p(LOG_CONTRAST);
            case ASINH -> asinh((value - low) / knee) / asinh((high - low) / knee);
        };
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }
}
