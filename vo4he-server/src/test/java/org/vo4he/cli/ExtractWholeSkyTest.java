// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.Judges;

/// Images of whole lists of directions, wherever on the sphere they lie, against numpy and astropy.
class ExtractWholeSkyTest {

    private static final int EVENTS = 2000;

    @TempDir
    private Path folder;

    /// So many directions in a circle, evenly.
    private static double[][] circle(double raDeg, double decDeg, double radiusDeg) {
        Random random = new Random(17);
        UnitVector centre = UnitVector.of(raDeg, decDeg);
        UnitVector one = centre.cross(Math.abs(centre.z()) > 0.9 ? new UnitVector(1, 0, 0) : new UnitVector(0, 0, 1))
                .normalised();
        UnitVector other = centre.cross(one);
        double[][] places = new double[2][EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            double z = 1 - random.nextDouble() * (1 - Math.cos(Math.toRadians(radiusDeg)));
            double turn = random.nextDouble() * 2 * Math.PI;
            double along = Math.sqrt(Math.max(0, 1 - z * z));
            UnitVector at = centre.times(z)
                    .plus(one.times(along * Math.cos(turn)))
                    .plus(other.times(along * Math.sin(turn)))
                    .normalised();
            places[0][i] = at.raDeg();
            places[1][i] = at.decDeg();
        }
        return places;
    }

    private Path list(double[][] places, Object... cards) throws Exception {
        double[] times = new double[EVENTS];
        Arrays.setAll(times, i -> 1000 + i);
        FitsBuilder fits = new FitsBuilder();
        FitsTable events = fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "GLAST")
                .card("INSTRUME", "LAT")
                .card("RADESYS", "FK5")
                .card("EQUINOX", 2000.0)
                .card("TSTART", 1000.0)
                .card("TSTOP", 3000.0)
                .card("MJDREFI", 51910)
                .card("MJDREFF", 7.428703703703703e-4)
                .card("TIMESYS", "TT");
        for (int i = 0; i < cards.length; i += 2) {
            events.card((String) cards[i], cards[i + 1]);
        }
        events.column("RA", "D", places[0]).column("DEC", "D", places[1]).column("TIME", "D", times);
        return fits.write(folder.resolve("list.fits"));
    }

    private CommandRun image(Path list, Object... more) {
        Object[] words = new Object[4 + more.length];
        words[0] = "extract";
        words[1] = list;
        words[2] = "--image";
        words[3] = folder.resolve("i.fits");
        System.arraycopy(more, 0, words, 4, more.length);
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /// Counts again by astropy's WCS; how far the middle of the map is from the mean direction, by numpy.
    private String judged(Path list) {
        return Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                e, im = fits.getdata(sys.argv[1], 'EVENTS'), fits.open(sys.argv[2])[0]
                px, py = WCS(im.header).all_world2pix(np.mod(e['RA'], 360), e['DEC'], 0)
                ix, iy = np.floor(px + 0.5).astype(int), np.floor(py + 0.5).astype(int)
                own = np.zeros(im.data.shape, int)
                on = (ix >= 0) & (iy >= 0) & (ix < own.shape[1]) & (iy < own.shape[0])
                np.add.at(own, (iy[on], ix[on]), 1)
                v = lambda a, d: np.array([np.cos(d) * np.cos(a), np.cos(d) * np.sin(a), np.sin(d)])
                mean = v(np.radians(e['RA']), np.radians(e['DEC'])).sum(axis=1)
                at = v(np.radians(im.header['CRVAL1']), np.radians(im.header['CRVAL2']))
                apart = np.degrees(np.arccos(min(1, mean @ at / np.linalg.norm(mean))))
                print(np.array_equal(own, im.data), im.data.sum(), apart < 0.01, im.header['CTYPE1'][5:], max(own.shape) <= 1028)
                """, list.toString(), folder.resolve("i.fits").toString())
                .text()
                .strip();
    }

    private FitsHeader header() throws Exception {
        try (FitsFile fits = FitsFile.open(folder.resolve("i.fits"))) {
            return fits.hdus().getFirst().header();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, -30, 4, TAN",
        "359.9, 10, 15, TAN",
        "120, 89, 5, TAN",
        "20, -90, 8, TAN",
        "83, 22, 7.5, TAN",
        "359, 40, 100, ZEA"
    })
    void theImageHasTheMeanOfAllEventsInItsMiddleAndEveryEvent(double ra, double dec, double radius, String projection)
            throws Exception {
        Path list = list(circle(ra, dec, radius));

        image(list);

        assertThat(judged(list)).isEqualTo("True 2000 True " + projection + " True");
        assertThat(Judges.fitsverify(folder.resolve("i.fits")).out())
                .contains("verification OK")
                .doesNotContain("arning");
    }

    @Test
    void rightAscensionsBelowZeroAreThoseOfTheOtherSideOfZero() throws Exception {
        double[][] places = circle(0.3, -30, 4);
        places[0] = Arrays.stream(places[0]).map(ra -> ra > 180 ? ra - 360 : ra).toArray();
        Path list = list(places);

        image(list);

        assertThat(judged(list)).startsWith("True 2000 True TAN");
    }

    @ParameterizedTest
    @CsvSource({"90, 10", "90, 0", "-90, 10", "-90, 200"})
    void aPoleThatWasPointedAtIsInTheMiddle(double pole, double meridian) throws Exception {
        Path list = list(circle(50, pole * 88 / 90, 3), "RA_PNT", meridian, "DEC_PNT", pole);

        image(list);

        assertThat(judged(list)).startsWith("True 2000 False TAN");
        assertThat(header().number("CRVAL2")).contains(pole);
    }

    @Test
    void theRegionThatWasAskedForIsInTheMiddle() throws Exception {
        Path list = list(circle(1, 0, 5), "DSTYP1", "POS(RA,DEC)", "DSUNI1", "deg", "DSVAL1", "CIRCLE(359.5,0.25,7)");

        image(list);

        assertThat(header().number("CRVAL1")).contains(359.5);
        assertThat(header().number("CRVAL2")).contains(0.25);
        assertThat(judged(list)).startsWith("True 2000 False TAN");
    }

    @Test
    void aFewEventsFarAwayDoNotMakeTheImageCoarseAndAreCounted() throws Exception {
        double[][] places = circle(83, 22, 3);
        for (int i = 0; i < 10; i++) {
            places[0][i] = 83 + 7 * i;
            places[1][i] = -40;
        }

        CommandRun run = image(list(places, "RA_PNT", 83.0, "DEC_PNT", 22.0));

        assertThat(header().integer("TOTCTS")).contains(1990L);
        assertThat(header().number("CDELT2")).contains(0.1);
        assertThat(run.err()).contains("extract-image-outside").contains("10 of the events selected have no pixel");
    }

    @Test
    void anImageOfAllOfTheSkyHasEveryEventAndSaysHowCoarseItIs() throws Exception {
        Path list =
                list(circle(266.4, -29, 180), "DSTYP1", "POS(RA,DEC)", "DSUNI1", "deg", "DSVAL1", "CIRCLE(0,0,180)");

        CommandRun run = image(list, "--strict");

        assertThat(judged(list)).matches("True 2000 (True|False) ZEA True");
        assertThat(run.err())
                .contains("extract-image-coarse")
                .contains("a pixel of the image has 0.224 degrees a side, so that there are only 1025 x 1025");
        image(list, "--region", "fk5; circle(10,-80,75)", "--overwrite");
        assertThat(header().text("CTYPE1")).contains("RA---ZEA");
        assertThat(header().number("CRVAL2")).contains(-80.0);
    }
}
