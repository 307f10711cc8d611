// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.stream.IntStream;
import org.vo4he.fits.HduWriter;
import org.vo4he.fits.TableWriter;

/// Writes radial profiles as a table HISTOGRAM with the columns of CIAO's `dmextract` (R, RMID, COUNTS, AREA, SUR_BRI).
public final class RadialProfileWriter {

    private RadialProfileWriter() {}

    /// The extension HISTOGRAM.
    public static byte[] hdu(RadialProfile profile, ScienceFile file) {
        int rings = profile.counts().length;
        double[] edges = profile.edges();
        String area = profile.unit() + "**2";
        TableWriter table = new TableWriter("HISTOGRAM", rings)
                .vectors(
                        "R",
                        "inner and outer radius",
                        IntStream.range(0, rings)
                                .mapToObj(i -> new double[] {edges[i], edges[i + 1]})
                                .toArray(double[][]::new))
                .unit(profile.unit())
                .doubles(
                        "RMID",
                        "middle of the radii",
                        IntStream.range(0, rings)
                                .mapToDouble(i -> (edges[i] + edges[i + 1]) / 2)
                                .toArray())
                .unit(profile.unit())
                .integers("COUNTS", "events in the ring", profile.counts())
                .unit("count")
                .doubles("AREA", "of the ring within the region", profile.areas())
                .unit(area);
        profile.background()
                .ifPresent(background -> table.doubles("BACK_COUNTS", "background taken off", background)
                        .unit("count"));
        String unit = profile.exposureSeconds().isPresent() ? "count/s/" + area : "count/" + area;
        return table.doubles("SUR_BRI", "net surface brightness", profile.brightness())
                .unit(unit)
                .doubles("SUR_BRI_ERR", "its error, by the roots of the counts", profile.errors())
                .unit(unit)
                .bytes(hdu -> {
                    new HduClass(
                                    "CXC",
                                    "1.0",
                                    "HISTOGRAM",
                                    profile.background().isPresent() ? "NET" : "TOTAL",
                                    "TYPE:I",
                                    "COUNT")
                            .cards()
                            .accept(hdu);
                    file.making().accept(hdu);
                    file.observation().all().accept(hdu);
                    describe(profile, hdu);
                    file.selected().accept(hdu);
                });
    }

    private static void describe(RadialProfile profile, HduWriter hdu) {
        hdu.card("CONTENT", "RADIAL PROFILE", "what the histogram is of");
        profile.exposureSeconds().ifPresent(s -> hdu.card("EXPOSURE", s, "[s] good time, dead time taken off"));
        if (Double.isFinite(profile.raDeg()) && Double.isFinite(profile.decDeg())) {
            hdu.card("RA_CENT", profile.raDeg(), "[deg] of the centre of the rings, ICRS")
                    .card("DEC_CENT", profile.decDeg(), "[deg] of the centre of the rings, ICRS");
        }
        EnergyCards.write(profile.bandKev(), hdu);
    }
}
