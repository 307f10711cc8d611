// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Optional;
import org.vo4he.time.CalendarTime;
import org.vo4he.time.MjdReference;

/// Where a clock starts, by the cards of FITS 4.0, section 9.2.2: MJDREF before JDREF before DATEREF, the first
/// two also in parts, as MJDREFI and MJDREFF.
///
/// @param keywords the cards that say it, such as `MJDREFI+MJDREFF`
record ClockZero(MjdReference reference, String keywords) {

    private static final double JD_OF_MJD_ZERO_DAYS = 2400000;
    private static final double JD_OF_MJD_ZERO_REST = 0.5;

    static Optional<ClockZero> of(HeaderChain headers) {
        return days(headers, "MJDREF")
                .or(() -> days(headers, "JDREF").map(ClockZero::fromJulianDate))
                .or(() -> date(headers));
    }

    private static Optional<ClockZero> days(HeaderChain headers, String keyword) {
        Optional<Double> whole = headers.number(keyword + "I").map(HeaderChain.Found::value);
        Optional<Double> fraction = headers.number(keyword + "F").map(HeaderChain.Found::value);
        Optional<Double> single = headers.number(keyword).map(HeaderChain.Found::value);
        String pair = fraction.isEmpty() ? keyword + "I" : keyword + "I+" + keyword + "F";
        return MjdReference.of(whole, fraction, single)
                .map(reference -> new ClockZero(reference, whole.isEmpty() ? keyword : pair));
    }

    private static ClockZero fromJulianDate(ClockZero zero) {
        return new ClockZero(
                new MjdReference(
                        zero.reference.days() - JD_OF_MJD_ZERO_DAYS, zero.reference.fraction() - JD_OF_MJD_ZERO_REST),
                zero.keywords);
    }

    private static Optional<ClockZero> date(HeaderChain headers) {
        return headers.text("DATEREF")
                .flatMap(card -> CalendarTime.parse(card.value()))
                .map(date -> new ClockZero(new MjdReference(date.mjdDay(), date.dayFraction()), "DATEREF"));
    }

    /// Later by TIMEOFFS, which FITS 4.0, section 9.4.2, adds to the zero.
    ///
    /// @param days TIMEOFFS in days; 0 if there is none
    ClockZero later(double days) {
        return days == 0
                ? this
                : new ClockZero(
                        new MjdReference(reference.days(), reference.fraction() + days), keywords + "+TIMEOFFS");
    }
}
