// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;
import org.vo4he.ogip.HeaderChain;

/// The part of good time in which the instrument could take events, as the header says it.
///
/// @param liveFraction above 0, at most 1
/// @param from the cards, such as `LIVETIME/ONTIME`, or why it is 1
public record DeadTime(double liveFraction, String from) {

    /// LIVETIME/ONTIME, else EXPOSURE/ONTIME, else DEADC, else DTCOR (OGIP/93-003; for DTCOR the use of Chandra),
    /// else LIVETIME by the sum of the good times; without any of them 1. For the chip of a mosaic its own
    /// numbered cards, as `LIVETIM7` of Chandra and `LIVETI07` of XMM-Newton, come first.
    static DeadTime of(HeaderChain headers, Optional<Long> chip, double goodSeconds) {
        if (chip.isPresent()) {
            String plain = String.valueOf(chip.get());
            String padded = chip.get() < 10 ? "0" + plain : plain;
            Optional<DeadTime> own = ratio(headers, "LIVTIME" + plain, "ONTIME" + plain)
                    .or(() -> ratio(headers, "LIVETI" + padded, "ONTIME" + padded));
            if (own.isPresent()) {
                return own.get();
            }
        }
        return ratio(headers, "LIVETIME", "ONTIME")
                .or(() -> ratio(headers, "EXPOSURE", "ONTIME"))
                .or(() -> card(headers, "DEADC"))
                .or(() -> card(headers, "DTCOR"))
                .or(() -> headers.number("LIVETIME")
                        .flatMap(live -> of(live.value() / goodSeconds, "LIVETIME by the sum of the good times")))
                .orElse(new DeadTime(1, "the header states no dead time"));
    }

    private static Optional<DeadTime> ratio(HeaderChain headers, String live, String on) {
        return headers.number(live)
                .flatMap(one -> headers.number(on).flatMap(other -> of(one.value() / other.value(), live + "/" + on)));
    }

    private static Optional<DeadTime> card(HeaderChain headers, String keyword) {
        return headers.number(keyword).flatMap(found -> of(found.value(), keyword));
    }

    private static Optional<DeadTime> of(double fraction, String from) {
        return fraction > 0 && fraction <= 1 + 1e-9
                ? Optional.of(new DeadTime(Math.min(1, fraction), from))
                : Optional.empty();
    }
}
