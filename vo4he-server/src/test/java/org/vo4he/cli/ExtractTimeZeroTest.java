// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.Judges;

/// What is made of a list with a TIMEZERO says the same seconds as the list, by the cards of each extension alone.
class ExtractTimeZeroTest {

    private static final double NOON = (54_746.5 - 50_814) * 86_400;

    @TempDir
    private Path folder;

    private static FitsTable clock(FitsTable table, boolean pair, double zero, double inCards) {
        table.card("TIMESYS", "TT")
                .card("TIMEUNIT", "s")
                .card("MJDREF", 50_814.0)
                .card("TELESCOP", "TEST")
                .card("INSTRUME", "TEST")
                .card("TSTART", NOON - inCards)
                .card("TSTOP", NOON + 1000 - inCards);
        return pair
                ? table.card("TIMEZERI", (long) Math.floor(zero)).card("TIMEZERF", zero - Math.floor(zero))
                : table.card("TIMEZERO", zero);
    }

    private static double[] minus(double zero, double... times) {
        return DoubleStream.of(times).map(time -> time - zero).toArray();
    }

    private Path list(boolean pair, double zero, double goodZero) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary();
        double[] times = IntStream.range(0, 1000).mapToDouble(i -> NOON + i).toArray();
        clock(fits.table("EVENTS"), pair, zero, Math.abs(zero) > 86_400 ? 0 : zero)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .column("TIME", "D", minus(zero, times))
                .unit("s")
                .column(
                        "PI",
                        "J",
                        IntStream.range(0, 1000).mapToDouble(i -> i % 50).toArray());
        clock(fits.table("GTI"), pair, goodZero, goodZero)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "GTI")
                .column("START", "D", minus(goodZero, NOON + 100.5, NOON + 600.5))
                .unit("s")
                .column("STOP", "D", minus(goodZero, NOON + 400.5, NOON + 750.5))
                .unit("s");
        return fits.write(folder.resolve("list.fits"));
    }

    /// All that is judged is seconds since MJD 54746.5, by MJDREF and the TIMEZERO of the same extension.
    @ParameterizedTest
    @CsvSource({"false, 10.5, 10.5", "true, 10.5, 0", "true, -0.25, 3.5", "false, 339768000, 0"})
    void theProductsSayTheSameSeconds(boolean pair, double zero, double goodZero) throws Exception {
        Path list = list(pair, zero, goodZero);
        CommandRun run = CommandRun.of(
                "extract",
                list,
                "--time",
                "2008-10-07T12:03:20/2008-10-07T12:11:40",
                "--lightcurve",
                folder.resolve("lc.fits"),
                "--bin",
                "50",
                "--spectrum",
                folder.resolve("s.pha"),
                "--events",
                folder.resolve("e.fits"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("501 of 1000 events selected, exposure 300.000 s");
        assertThat(Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                def zero(h):
                    return h['TIMEZERO'] if 'TIMEZERO' in h else h.get('TIMEZERI', 0) + h.get('TIMEZERF', 0)
                def seconds(h, t):
                    return np.round((h['MJDREF'] - 54746.5) * 86400 + t + zero(h), 6)
                for name in ('lc.fits', 's.pha', 'e.fits'):
                    f = fits.open(sys.argv[1] + '/' + name)
                    g = f['GTI']
                    h = f[1].header
                    big = abs(zero(h)) > 86400
                    start, stop = (seconds(h, h[k]) - (zero(h) if big else 0) for k in ('TSTART', 'TSTOP'))
                    assert (start, stop) == (200, 700), (name, start, stop)
                    assert h.get('DATE-OBS', '2008-10-07T12:03:20') == '2008-10-07T12:03:20', h['DATE-OBS']
                    print(name, list(seconds(g.header, g.data['START'])), list(seconds(g.header, g.data['STOP'])))
                e = fits.open(sys.argv[1] + '/e.fits')['EVENTS']
                t = seconds(e.header, e.data['TIME'])
                print(t.min(), t.max(), len(t))
                r = fits.open(sys.argv[1] + '/lc.fits')['RATE']
                middle = seconds(r.header, r.data['TIME'])
                counted = [((t >= m - 25) & (t < m + 25)).sum() for m in middle]
                print(middle[0], np.array_equal(counted[:-1], r.data['COUNTS'][:-1]), list(np.round(r.data['FRACEXP'], 6)))
                """, folder.toString()).text().replaceAll("np\\.float64\\(([^)]*)\\)", "$1"))
                .contains("lc.fits [200.0, 600.5] [400.5, 700.0]")
                .contains("s.pha [200.0, 600.5] [400.5, 700.0]")
                .contains("e.fits [200.0, 600.5] [400.5, 700.0]")
                .contains("200.0 700.0 501")
                .contains("225.0 True [1.0, 1.0, 1.0, 1.0, 0.01, 0.0, 0.0, 0.0, 0.99, 1.0]");
    }
}
