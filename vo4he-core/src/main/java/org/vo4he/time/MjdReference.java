// SPDX-License-Identifier: Apache-2.0
package org.vo4he.time;

import java.util.Optional;

/// The zero of a file's clock, as MJD in the file's own scale (OGIP/93-003).
///
/// @param days MJDREFI, or the whole days of MJDREF
/// @param fraction MJDREFF, or the rest
public record MjdReference(double days, double fraction) {

    private static final double SECONDS_PER_DAY = 86400;

    public MjdReference {
        if (!Double.isFinite(days) || !Double.isFinite(fraction)) {
            throw new IllegalArgumentException("MJD reference " + days + " + " + fraction + " is not finite");
        }
    }

    /// From the three cards that exist: the pair MJDREFI, MJDREFF wins over MJDREF; a lone MJDREFI is enough.
    public static Optional<MjdReference> of(
            Optional<Double> mjdrefi, Optional<Double> mjdreff, Optional<Double> mjdref) {
        if (mjdrefi.isPresent()) {
            return Optional.of(new MjdReference(mjdrefi.get(), mjdreff.orElse(0.0)));
        }
        return mjdref.map(MjdReference::ofMjd);
    }

    public static MjdReference ofMjd(double mjd) {
        double days = Math.floor(mjd);
        return new MjdReference(days, mjd - days);
    }

    /// The MJD in UTC of a clock reading.
    ///
    /// @param seconds since this reference, TIMEZERO included
    public Optional<Double> toMjdUtc(double seconds, TimeSystem system) {
        return system.toMjdUtc(days, fraction + seconds / SECONDS_PER_DAY);
    }

    /// As [#toMjdUtc], in microseconds of TCB since JD 0.
    public Optional<Long> toTcbMicroseconds(double seconds, TimeSystem system) {
        return system.toTcbMicroseconds(days, fraction + seconds / SECONDS_PER_DAY);
    }
}
