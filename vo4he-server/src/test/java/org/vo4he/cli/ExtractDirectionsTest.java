// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// Lists that have right ascension and declination alone, and energies but no channels (H.E.S.S., Fermi's LAT), against
/// numpy and astropy.
class ExtractDirectionsTest {

    private static final String HESS = "gammapy-data/tests/minimal_datastore/data/hess_dl3_dr1_obs_id_023523.fits.gz";
    private static final String LAT = "gammalib/inst/lat/test/data/p6v3/ft1.fits.gz";

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private JsonNode extract(String list, Object... more) throws Exception {
        List<Object> words = new ArrayList<>(List.of("extract", SharedData.data(list), "--json"));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private void isClean(String name) throws Exception {
        assertThat(Judges.fitsverify(file(name)).out())
                .contains("verification OK")
                .doesNotContain("arning");
    }

    /// The rows of REGION are tested by their own words: on the plane that their cards say, by astropy's WCS.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "icrs; circle(83.633,22.0145,0.5)",
                "icrs; circle(83.633,22.0145,2) - circle(84.5,22.5,0.3) - ellipse(82.9,21.5,0.6,0.2,30)",
                "galactic; box(184.55,-5.8,3,1,20) + circle(185.5,-4.5,0.7)",
                "icrs; annulus(83.633,22.0145,0.5,1) + annulus(81,24,0.5,1.5)",
                "fk5; polygon(82,21,85,21.5,84,24)"
            })
    void theImageIsAsLargeAsTheRegionAndRegionSaysItsShapes(String region) throws Exception {
        long selected = extract(
                        LAT,
                        "--region",
                        region,
                        "--image",
                        file("i.fits"),
                        "--image-bin",
                        "2",
                        "--events",
                        file("e.fits"))
                .get("selected")
                .asLong();

        isClean("i.fits");
        isClean("e.fits");
        assertThat(selected).isPositive();
        assertThat(Judges.python(
                                """
                import sys
                import numpy as np
                from astropy.io import fits
                from astropy.wcs import WCS
                e = fits.getdata(sys.argv[1], 'EVENTS')
                ra, dec = np.float64(e['RA']), np.float64(e['DEC'])
                r = fits.open(sys.argv[2])['REGION']
                x, y = WCS(r.header, naxis=2).all_world2pix(ra, dec, 1)
                def inside(row):
                    n, x0, y0, s = row['SHAPE'].strip().strip('!'), np.ravel(row['X']), np.ravel(row['Y']), np.ravel(row['R'])
                    a = np.radians(row['ROTANG'])
                    dx, dy = x - x0[0], y - y0[0]
                    u, v = dx * np.cos(a) + dy * np.sin(a), -dx * np.sin(a) + dy * np.cos(a)
                    if n == 'CIRCLE': return np.hypot(dx, dy) <= s[0]
                    if n == 'ANNULUS': return (np.hypot(dx, dy) >= s[0]) & (np.hypot(dx, dy) <= s[1])
                    if n == 'ELLIPSE': return np.hypot(u / s[0], v / s[1]) <= 1
                    odd = np.zeros(len(x), bool)
                    for i in range(len(x0)):
                        j = i - 1
                        if y0[i] != y0[j]:
                            odd ^= ((y0[i] > y) != (y0[j] > y)) & (x < (x0[j] - x0[i]) * (y - y0[i]) / (y0[j] - y0[i]) + x0[i])
                    return odd
                taken = np.zeros(len(x), bool)
                for c in set(r.data['COMPONENT']):
                    of = np.ones(len(x), bool)
                    for row in r.data[r.data['COMPONENT'] == c]:
                        of &= inside(row) != row['SHAPE'].startswith('!')
                    taken |= of
                im = fits.open(sys.argv[3])[0]
                kept = fits.getdata(sys.argv[2], 'EVENTS')
                px, py = WCS(im.header).all_world2pix(kept['RA'], kept['DEC'], 0)
                own = np.zeros(im.data.shape, int)
                np.add.at(own, (np.floor(py + 0.5).astype(int), np.floor(px + 0.5).astype(int)), 1)
                print(taken.sum(), np.array_equal(own, im.data), im.data.sum(), max(im.data.shape) < 200)
                """,
                                SharedData.data(LAT).toString(),
                                file("e.fits").toString(),
                                file("i.fits").toString())
                        .text()
                        .strip())
                .isEqualTo(selected + " True " + selected + " True");
    }

    @Test
    void aSpectrumOfEnergiesHasBinsOfTheLogarithmThatNumpyFills() throws Exception {
        extract(
                HESS,
                "--region",
                "icrs; circle(83.633,22.0145,0.2)",
                "--background",
                "icrs; annulus(83.633,22.0145,0.4,0.6)",
                "--spectrum",
                file("src.pha"),
                "--events",
                file("e.fits"));
        extract(HESS, "--energy", "0.5-50TeV", "--spectrum", file("part.pha"));
        extract(HESS, "--energy-grid", "0.3-30TeV,n=7", "--spectrum", file("grid.pha"));

        for (String name : List.of("src.pha", "src_bkg.pha", "part.pha", "grid.pha")) {
            isClean(name);
        }
        assertThat(Judges.python("""
                import sys
                import numpy as np
                from astropy.io import fits
                def read(name):
                    h = fits.open(sys.argv[2] + '/' + name)
                    s, b = h['SPECTRUM'], h['EBOUNDS']
                    assert np.array_equal(s.data['CHANNEL'], b.data['CHANNEL']) and s.header['DETCHANS'] == len(b.data)
                    assert s.header['RESPFILE'] == s.header['ANCRFILE'] == 'none' and b.columns['E_MIN'].unit == 'keV'
                    return s.data['COUNTS'], np.append(b.data['E_MIN'], b.data['E_MAX'][-1])
                def check(e, name):
                    c, edges = read(name)
                    print(name, np.array_equal(np.histogram(np.float64(e) * 1e9, edges)[0], c), c.sum(),
                          np.allclose(np.diff(np.log(edges)), np.log(edges[1] / edges[0])), len(c), edges[0], edges[-1])
                check(fits.getdata(sys.argv[2] + '/e.fits', 'EVENTS')['ENERGY'], 'src.pha')
                e = fits.getdata(sys.argv[1], 'EVENTS')['ENERGY']
                check(e[(e >= 0.5) & (e <= 50)], 'part.pha')
                check(e, 'grid.pha')
                """, SharedData.data(HESS).toString(), folder.toString())
                        .text())
                .contains("src.pha True 313 True 28 ")
                .contains("part.pha True ")
                .contains(" True 20 500000000.0 50000000000.0")
                .contains(" True 7 300000000.0 30000000000.0");
        VoTags tags = VoTags.read(file("part.pha")).orElseThrow();
        assertThat(((Number) tags.values().get(ObsCoreColumn.EM_MIN).value()).doubleValue())
                .isCloseTo(12.398419843320026e-10 / 50e9, within(1e-25));
    }

    @Test
    void theTagsHaveTheNumbersThatWereTyped() throws Exception {
        extract(
                LAT,
                "--region",
                "icrs; circle(83.633,22.0145,0.3)",
                "--energy",
                "0.3-10GeV",
                "--spectrum",
                file("s.pha"));

        VoTags tags = VoTags.read(file("s.pha")).orElseThrow();
        assertThat(tags.values().get(ObsCoreColumn.S_RA).value()).isEqualTo(83.633);
        assertThat(tags.values().get(ObsCoreColumn.S_DEC).value()).isEqualTo(22.0145);
        assertThat(tags.values().get(ObsCoreColumn.S_FOV).value()).isEqualTo(0.6);
        assertThat(tags.values().get(ObsCoreColumn.S_REGION).value()).hasToString("CIRCLE ICRS 83.633 22.0145 0.3");
        assertThat(tags.values().get(ObsCoreColumn.EM_MIN).value()).isEqualTo(1.239841984332e-16);
        assertThat(tags.values().get(ObsCoreColumn.ENERGY_MIN).value()).isEqualTo(3e8);
        assertThat(tags.values().get(ObsCoreColumn.ENERGY_MAX).value()).isEqualTo(1e10);
    }
}
