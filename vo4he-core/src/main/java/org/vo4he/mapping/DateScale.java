// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.time.TimeSystem;

/// The scale of a pair of date cards, DATE-OBS and DATE-END say; one for both.
///
/// A comment that says UTC is believed before TIMESYS, for Fermi and XMM-Newton write UTC into these cards
/// whatever TIMESYS says of their clock. Without TIMESYS an OGIP file counts in TT (OGIP/93-003) and any other in
/// UTC (FITS 4.0, section 9.2.1; dates of the form DD/MM/YY are in UT).
final class DateScale {

    private static final Pattern SAYS_UTC = Pattern.compile("\\b(UT|(?i:UTC|GMT))\\b");
    private static final String[] START = {"DATE-OBS", "DATE-BEG", "DATE_OBS", "MJD-BEG", "MJD-OBS"};
    private static final String[] END = {"DATE-END", "DATE_END", "MJD-END"};

    private DateScale() {}

    static TimeSystem of(Draft draft, HeaderChain.Found<?> begin, Optional<? extends HeaderChain.Found<?>> end) {
        TimeSystem stated = draft.clock().system();
        if (stated == TimeSystem.UTC) {
            return stated;
        }
        boolean silent = !draft.clock().systemStated();
        Optional<HeaderChain.Found<?>> comment = saysUtc(Stream.concat(Stream.of(begin), end.stream()));
        if (comment.isPresent()) {
            draft.find(
                    OgipFinding.DATE_UTC_BY_COMMENT,
                    comment.get().hdu(),
                    comment.get().keyword(),
                    "TIMESYS is " + (silent ? "absent" : stated) + ", the comment says '"
                            + comment.get().comment().strip() + "'");
            return TimeSystem.UTC;
        }
        if (silent && !isOgip(draft)) {
            draft.find(
                    OgipFinding.DATE_UTC_BY_DEFAULT,
                    begin.hdu(),
                    begin.keyword(),
                    "'" + begin.value() + "' is taken as UTC, for TIMESYS is absent");
            return TimeSystem.UTC;
        }
        return stated;
    }

    /// The first of the date cards of a product whose comment says UTC.
    static Optional<HeaderChain.Found<?>> saidByComment(Draft draft) {
        return saysUtc(Stream.concat(draft.headers().text(START).stream(), draft.headers().text(END).stream()));
    }

    /// Whether the file is one of high-energy astrophysics, with an MJDREF or written after OGIP.
    static boolean isOgip(Draft draft) {
        return draft.clock().reference().isPresent()
                || draft.file().hdus().stream().anyMatch(DateScale::isOgip);
    }

    private static boolean isOgip(Hdu hdu) {
        return hdu.header()
                .text("HDUCLASS")
                .filter(name -> name.equalsIgnoreCase("OGIP"))
                .isPresent();
    }

    private static Optional<HeaderChain.Found<?>> saysUtc(Stream<? extends HeaderChain.Found<?>> cards) {
        return cards.<HeaderChain.Found<?>>map(card -> card)
                .filter(card -> SAYS_UTC.matcher(card.comment()).find())
                .findFirst();
    }
}
