// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.HeaderChain;

/// Start and end of a product on the clock of its file, as its cards state them.
record ClockReadings(HeaderChain.Found<Double> start, HeaderChain.Found<Double> stop) {

    /// TSTART and TSTOP, or the pairs TSTARTI and TSTARTF, TSTOPI and TSTOPF.
    ///
    /// @return empty too if TIMEUNIT names no unit of time
    static Optional<ClockReadings> of(HeaderChain headers) {
        return Clock.hasUnknownUnit(headers) ? Optional.empty() : read(headers);
    }

    private static Optional<ClockReadings> read(HeaderChain headers) {
        return reading(headers, "TSTART")
                .flatMap(start -> reading(headers, "TSTOP").map(stop -> new ClockReadings(start, stop)));
    }

    private static Optional<HeaderChain.Found<Double>> reading(HeaderChain headers, String keyword) {
        return headers.number(keyword)
                .or(() -> headers.number(keyword + "I")
                        .map(whole -> new HeaderChain.Found<>(
                                whole.hdu(),
                                whole.keyword(),
                                whole.value()
                                        + headers.number(keyword + "F")
                                                .map(HeaderChain.Found::value)
                                                .orElse(0.0))));
    }

    /// Both zero, as in headers that nobody filled.
    boolean areUnset() {
        return start.value() == 0 && stop.value() == 0;
    }

    String asWritten() {
        return start.value() + " to " + stop.value() + " on the clock";
    }
}
