// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Arrays;
import java.util.Optional;
import org.vo4he.ogip.Clock;
import org.vo4he.time.CalendarTime;
import org.vo4he.units.Unit;

/// An axis of time that begins with the data.
///
/// @param startSeconds on the clock of the file
/// @param unitOfAxis seconds, kiloseconds or days
record ElapsedTime(double startSeconds, Unit unitOfAxis, String label) {

    private static final double SECONDS_TO = 3000;
    private static final double KILOSECONDS_TO = 4e5;

    static ElapsedTime since(Clock clock, double startSeconds, double lengthSeconds) {
        Unit unit =
                lengthSeconds < SECONDS_TO ? Unit.SECOND : lengthSeconds < KILOSECONDS_TO ? Unit.KILOSECOND : Unit.DAY;
        Optional<Double> mjd = clock.reference().flatMap(zero -> zero.toMjdUtc(startSeconds, clock.system()));
        String since = mjd.map(day -> utc(day) + " UTC")
                .orElse(NumberText.rounded(startSeconds, 12) + " s of the clock of the file");
        return new ElapsedTime(startSeconds, unit, "Time since " + since);
    }

    private static String utc(double mjd) {
        double day = Math.floor(mjd);
        double second = Math.floor((mjd - day) * 86400);
        return new CalendarTime((long) day, second / 86400, true).toDali();
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

    /// The other way.
    double seconds(double onAxis) {
        return startSeconds + unitOfAxis.convert(onAxis, Unit.SECOND);
    }
}
