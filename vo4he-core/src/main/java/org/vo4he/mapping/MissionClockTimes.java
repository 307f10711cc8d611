// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.T_MAX;
import static org.vo4he.obscore.ObsCoreColumn.T_MIN;

import java.util.Locale;
import java.util.Optional;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.Clock;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// Dates readings of a clock whose zero the file leaves out, by the zero that the mission's documents state.
final class MissionClockTimes {

    private MissionClockTimes() {}

    /// Only where the file has readings and says nothing that contradicts the mission's clock: no MJDREF, and a
    /// TIMESYS that is absent, the mission's, or TDB, to which a correction to the barycentre brings it. A reading
    /// from before the launch is one of another clock, as in simulations.
    ///
    /// @return whether both columns are set
    static boolean fill(Draft draft) {
        Optional<Dialect.MissionClock> known = draft.dialect().clock();
        Optional<ClockReadings> readings = ClockReadings.of(draft.headers()).filter(of -> !of.areUnset());
        Clock own = draft.clock();
        boolean usable = known.isPresent()
                && readings.isPresent()
                && own.reference().isEmpty()
                && (!own.systemStated() || own.system() == known.get().system() || own.system() == TimeSystem.TDB);
        return usable && date(draft, known.get(), readings.get());
    }

    private static boolean date(Draft draft, Dialect.MissionClock known, ClockReadings readings) {
        Clock own = draft.clock();
        boolean unitStated = draft.headers().text("TIMEUNIT").isPresent()
                || readings.start().unit(Unit.Dimension.TIME).isPresent();
        Clock clock = new Clock(
                Optional.of(known.reference()),
                own.zero(),
                unitStated ? own.unit() : known.unit(),
                own.systemStated() ? own.system() : known.system(),
                own.systemStated(),
                "");
        Optional<Double> start = clock.toMjdUtc(readings.start().value());
        Optional<Double> stop = clock.toMjdUtc(readings.stop().value());
        if (start.isEmpty() || stop.isEmpty() || stop.get() < start.get() || start.get() < known.launchMjd()) {
            return false;
        }
        draft.set(T_MIN, start.get(), origin(known, readings.start().keyword()));
        draft.set(T_MAX, stop.get(), origin(known, readings.stop().keyword()));
        return true;
    }

    private static Origin origin(Dialect.MissionClock clock, String keyword) {
        double zero = clock.reference().days() + clock.reference().fraction();
        return new Origin.Standard(
                String.format(Locale.ROOT, "%s; %s with MJDREF %.9f", clock.source(), keyword, zero));
    }
}
