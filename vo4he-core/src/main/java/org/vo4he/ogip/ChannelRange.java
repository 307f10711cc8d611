// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import org.vo4he.fits.HduWriter;

/// Channels of events that were selected, as cards of the data subspace and as those of XSELECT (PHALCUT, PHAHCUT),
/// which mapping brings to energies by what a mission states of its channels.
///
/// @param column PI or PHA
/// @param low infinite where the side is open
/// @param high likewise
public record ChannelRange(String column, double low, double high) {

    void write(HduWriter hdu) {
        hdu.card("DSTYP1", column, "what was selected")
                .card("DSUNI1", "CHANNEL", "its unit")
                .card("DSVAL1", text(low) + ":" + text(high), "range, ends included");
        if (Double.isFinite(low) && Double.isFinite(high)) {
            hdu.card("PHALCUT", low, "least channel selected").card("PHAHCUT", high, "greatest channel selected");
        }
    }

    private static String text(double channel) {
        if (Double.isInfinite(channel)) {
            return "";
        }
        return channel == Math.rint(channel) && Math.abs(channel) < 1e15
                ? Long.toString((long) channel)
                : Double.toString(channel);
    }
}
