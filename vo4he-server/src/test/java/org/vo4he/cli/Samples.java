// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import org.vo4he.testkit.FitsBuilder;

/// Files that the command line's tests publish and annotate.
final class Samples {

    private Samples() {}

    /// Two photons of the Crab.
    static FitsBuilder eventList() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM");
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("OBJECT", "Crab")
                .card("OBS_ID", "0123456789")
                .card("RA_PNT", 83.633)
                .card("DEC_PNT", 22.0145)
                .card("MJDREFI", 50814)
                .card("MJDREFF", 0.0)
                .card("TIMESYS", "TT")
                .card("TIMEUNIT", "s")
                .card("TSTART", 1.0e8)
                .card("TSTOP", 1.0001e8)
                .card("EXPOSURE", 9000.0)
                .column("TIME", "D", 1.00001e8, 1.00002e8)
                .unit("s")
                .column("PI", "J", 1000, 2000)
                .limits(0, 20479);
        return fits;
    }
}
