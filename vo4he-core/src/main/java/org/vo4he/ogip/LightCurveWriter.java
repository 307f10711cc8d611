// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import org.vo4he.fits.HduWriter;
import org.vo4he.fits.TableWriter;

/// Writes light curves (OGIP/93-003).
public final class LightCurveWriter {

    private LightCurveWriter() {}

    /// The extension RATE.
    public static byte[] hdu(LightCurveTable curve, ScienceFile file) {
        TableWriter table = new TableWriter("RATE", curve.middles().length)
                .doubles("TIME", "middle of the bin", curve.middles())
                .unit(curve.unit())
                .doubles("RATE", "events per second of exposure", curve.rates())
                .unit("count/s")
                .doubles("ERROR", "error of the rate", curve.errors())
                .unit("count/s")
                .doubles("FRACEXP", "exposed fraction of the bin", curve.exposedFraction())
                .integers("COUNTS", "events in the bin", curve.counts())
                .unit("count");
        curve.background()
                .ifPresent(background -> table.doubles("BACK_COUNTS", "background taken off", background)
                        .unit("count"));
        curve.parts().ifPresent(parts -> {
            band(table, "SOFT", parts.soft());
            band(table, "HARD", parts.hard());
            table.doubles("HARDNESS", "(hard - soft) / (hard + soft)", parts.hardness())
                    .doubles("HARDNESS_ERR", "by propagation of the counts' errors", parts.hardnessErrors());
        });
        return table.bytes(hdu -> {
            new HduClass("OGIP", "1.1.0", "LIGHTCURVE", curve.content().name(), "RATE")
                    .cards()
                    .accept(hdu);
            file.making().accept(hdu);
            file.observation().all().accept(hdu);
            describe(curve, hdu);
            file.selected().accept(hdu);
        });
    }

    private static void band(TableWriter table, String name, LightCurveTable.Band band) {
        table.doubles(name + "_RATE", "the same in " + band.name(), band.rates())
                .unit("count/s")
                .doubles(name + "_ERROR", "error of the rate", band.errors())
                .unit("count/s");
    }

    private static void describe(LightCurveTable curve, HduWriter hdu) {
        hdu.card("TIMEDEL", curve.width(), "width of a bin")
                .card("TIMEPIXR", 0.5, "TIME is the middle of the bin")
                .card("EXPOSURE", curve.exposureSeconds(), "[s] good time, dead time taken off")
                .card("BACKAPP", curve.content() == LightCurveTable.Content.NET, "is the background taken off?")
                .card("DEADAPP", true, "are rates corrected for dead time?")
                .card("VIGNAPP", false, "are rates corrected for vignetting?");
        EnergyCards.write(curve.bandKev(), hdu);
    }
}
