// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import org.vo4he.fits.TableWriter;

/// Writes good time intervals (OGIP/93-003).
public final class GoodTimeWriter {

    private GoodTimeWriter() {}

    /// An extension GTI, in the unit and on the clock of the observation.
    ///
    /// @param starts as many as `stops`
    /// @param unit of the times, such as `s`
    public static byte[] hdu(double[] starts, double[] stops, String unit, ObservationCards observation) {
        return new TableWriter("GTI", starts.length)
                .doubles("START", "start of a good time interval", starts)
                .unit(unit)
                .doubles("STOP", "end of a good time interval", stops)
                .unit(unit)
                .bytes(hdu -> {
                    new HduClass("OGIP", "1.0.0", "GTI", "STANDARD").cards().accept(hdu);
                    observation.clock().accept(hdu);
                });
    }
}
