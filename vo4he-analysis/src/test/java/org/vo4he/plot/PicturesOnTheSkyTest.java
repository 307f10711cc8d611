// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// The corners and the middle of drawn images and event lists lie on the sky where astropy says.
class PicturesOnTheSkyTest {

    private static final double MILLIARCSECOND = 1 / 3.6e6;

    private record Picture(String file, int hdu) {}

    /// Of Chandra, Fermi in galactic coordinates, CTA (a cube), ASCA, radio and optical telescopes, Hubble
    /// (rotated).
    private static final List<Picture> IMAGES = List.of(
            new Picture("sherpa-test-data/image2.fits", 0),
            new Picture("gammapy-data/tests/unbundled/fermi/fermi_counts.fits.gz", 1),
            new Picture("gammalib/inst/cta/test/data/crab_cntmap.fits.gz", 0),
            new Picture("nom-tam-fits/fits/test/ad43021000gis25670_lo.totsky.gz", 0),
            new Picture("gammalib/test/data/cena_lobes_parkes.fits", 0),
            new Picture("sherpa-test-data/acisf07999_000N001_r0035_regevt3_srcimg.fits", 0),
            new Picture("nom-tam-fits/image/provided/m13_rice.fits", 1),
            new Picture("debian-astropy/io/fits/tests/data/test0.fits", 2));

    private static final String ASTROPY = """
            import json, sys
            from astropy.io import fits
            from astropy.wcs import WCS
            from astropy.wcs.utils import pixel_to_skycoord
            for query in json.load(sys.stdin if sys.argv[1] == '-' else open(sys.argv[1])):
                with fits.open(query['file']) as f:
                    h = f[query['hdu']]
                    w = WCS(h.header, keysel=['pixel'], colsel=query['columns']) if query['columns'] else WCS(h.header).celestial
                    for x, y in query['places']:
                        c = pixel_to_skycoord(x, y, w, origin=1).icrs
                        print(json.dumps([query['file'], x, y, float(c.ra.deg), float(c.dec.deg)]))
            """;

    @Test
    void cornersOfImagesLieWhereAstropyPutsThem(@TempDir Path folder) throws Exception {
        compare(IMAGES, List.of(), folder, 0.05);
    }

    @Test
    void cellsOfChandraEventsLieWhereAstropyPutsThem(@TempDir Path folder) throws Exception {
        compare(List.of(new Picture("stingray/chandra_test.fits", 1)), List.of(3, 4), folder, 0.05);
    }

    private static void compare(List<Picture> pictures, List<Integer> columns, Path folder, double toleranceArcsec)
            throws IOException, UndrawableException {
        ObjectMapper json = new ObjectMapper();
        List<Object> queries = new ArrayList<>();
        List<UnitVector> drawn = new ArrayList<>();
        for (Picture picture : pictures) {
            PlotData data = ProductPlots.of(SharedData.data(picture.file), picture.hdu, Companions.none())
                    .plot(PlotKind.IMAGE, PlotOptions.standard())
                    .data();
            List<double[]> places = new ArrayList<>();
            for (int row : corners(data)) {
                places.add(new double[] {value(data, "x", row), value(data, "y", row)});
                drawn.add(UnitVector.of(value(data, "ra", row), value(data, "dec", row)));
            }
            queries.add(Map.of(
                    "file",
                    SharedData.data(picture.file).toString(),
                    "hdu",
                    picture.hdu,
                    "columns",
                    columns,
                    "places",
                    places));
        }
        Path asked = folder.resolve("queries.json");
        json.writeValue(asked.toFile(), queries);
        Verdict verdict = Judges.python(ASTROPY, asked.toString());
        List<String> lines = verdict.out().lines().toList();
        assertThat(lines).as(verdict.err()).hasSameSizeAs(drawn);
        for (int i = 0; i < drawn.size(); i++) {
            JsonNode told = json.readTree(lines.get(i));
            UnitVector astropy =
                    UnitVector.of(told.get(3).asDouble(), told.get(4).asDouble());
            assertThat(drawn.get(i).separationDeg(astropy))
                    .as(lines.get(i))
                    .isLessThan(1000 * toleranceArcsec * MILLIARCSECOND);
        }
    }

    /// And the middle.
    private static List<Integer> corners(PlotData data) {
        int width = 1;
        double[] y = data.column("y").orElseThrow().values();
        while (width < y.length && y[width] == y[0]) {
            width++;
        }
        return List.of(0, width - 1, y.length - width, y.length - 1, y.length / 2 + width / 2);
    }

    private static double value(PlotData data, String column, int row) {
        return data.column(column).orElseThrow().value(row);
    }
}
