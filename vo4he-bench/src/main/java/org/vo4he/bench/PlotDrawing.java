// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.plot.Companions;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.plot.UndrawableException;

/// Draws each kind of plot of the first drawable HDU of each file: how many in a second of processor time, which other
/// work on the machine does not disturb as it does the clock on the wall.
public final class PlotDrawing {

    private static final int ROUNDS = 5;
    private static final double ROUND_SECONDS = 0.5;

    private PlotDrawing() {}

    public static void main(String[] files) throws Exception {
        System.out.printf("%-52s %-12s %8s %8s%n", "file", "plot", "PNG/s", "SVG/s");
        for (String file : files) {
            ProductPlots plots = firstDrawable(Path.of(file));
            if (plots == null) {
                continue;
            }
            for (PlotKind kind : plots.kinds()) {
                System.out.printf(
                        "%-52s %-12s %8.0f %8.0f%n",
                        Path.of(file).getFileName(),
                        kind.word(),
                        perSecond(plots, kind, true),
                        perSecond(plots, kind, false));
            }
        }
    }

    private static ProductPlots firstDrawable(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            for (Hdu hdu : fits.hdus()) {
                try {
                    return ProductPlots.of(file, hdu.index(), Companions.none());
                } catch (UndrawableException next) {
                    continue;
                }
            }
        }
        return null;
    }

    /// The median of rounds; the first, which compiles, does not count.
    private static double perSecond(ProductPlots plots, PlotKind kind, boolean png) throws Exception {
        double[] rates = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double seconds = 0;
            int drawn = 0;
            for (; seconds < ROUND_SECONDS; drawn++) {
                Plot plot = plots.plot(kind, PlotOptions.standard());
                if ((png ? plot.png().length : plot.svg().length()) == 0) {
                    throw new IllegalStateException("an empty picture");
                }
                seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
            }
            if (round >= 0) {
                rates[round] = drawn / seconds;
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}
