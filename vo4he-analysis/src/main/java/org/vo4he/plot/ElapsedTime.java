// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Optional;
import org.vo4he.ogip.Clock;
import org.vo4he.time.CalendarTime;
import org.vo4he.units.Unit;

/// An axis of time that begins with the data.
///
/// @param startSeconds since the reference of the clock of the file
/// @param unitOfAxis seconds, kiloseconds or days
record ElapsedTime(double startSeconds, Unit unitOfAxis, String label) {

    private static final double SECONDS_TO = 3000;
    private static final double KILOSECONDS_TO = 4e5;
    private static final double SECONDS_PER_DAY = 86400;

    /// What a date that went through a double may be off, in seconds.
    private static final double ROUNDING = 1e-5;

    /// From the whole second of UTC before the start, where the clock can be dated.
    static ElapsedTime since(Clock clock, double startSeconds, double lengthSeconds) {
        Unit unit =
                lengthSeconds < SECONDS_TO ? Unit.SECOND : lengthSeconds < KILOSECONDS_TO ? Unit.KILOSECOND : Unit.DAY;
        Optional<Double> mjd = clock.reference().flatMap(zero -> zero.toMjdUtc(startSeconds, clock.system()));
        if (mjd.isEmpty()) {
            String since = NumberText.rounded(startSeconds, 12) + " s of the clock of the file";
            return new ElapsedTime(startSeconds, unit, "Time since " + since);
        }
        double day = Math.floor(mjd.get());
        double second = (mjd.get() - day) * SECONDS_PER_DAY;
        double whole = Math.floor(second + ROUNDING);
        String since = new CalendarTime((long) day, whole / SECONDS_PER_DAY, true).toDali();
        return new ElapsedTime(startSeconds - Math.max(0, second - whole), unit, "Time since " + since + " UTC");
    }

    String unit() {
        return unitOfAxis.vounit();
    }

    double of(double seconds) {
        return Unit.SECOND.convert(seconds - startSeconds, unitOfAxis);
    }

    double[] of(double[] seconds) {
        return Arrays.stream(seconds).map(this::of).toArray();
    }

    /// A part of the axis, as far as the clock tells its ends apart.
    Range seconds(Range onAxis) {
        double low = seconds(onAxis.low());
        return Scale.LINEAR.drawable(new Range(low, Math.max(seconds(onAxis.high()), Math.nextUp(low))));
    }

    /// The other way.
    double seconds(double onAxis) {
        return startSeconds + unitOfAxis.convert(onAxis, Unit.SECOND);
    }
}
