// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [FitsBuilder], judged by fitsverify and read back by astropy.
class FitsBuilderTest {

    private static final String LONG = "it's long, ".repeat(20).strip();

    @TempDir
    Path folder;

    @Test
    void fitsverifyFindsNoFaultInAFileWithEveryKindOfColumn() {
        Verdict verdict = Judges.fitsverify(everything().write(folder.resolve("all.fits")));

        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
    }

    @Test
    void astropyReadsTheValuesThatWereGiven() {
        String script = """
                import sys
                from astropy.io import fits
                with fits.open(sys.argv[1]) as f:
                    t = f["EVENTS"]
                    print([list(t.data[c]) for c in ("TIME", "PI", "GRADE", "OK", "NAME")])
                    print([list(x) for x in t.data["VECTOR"]], [list(x) for x in t.data["MATRIX"]])
                    print(t.header["MJDREFF"], t.header["LONG"] == sys.argv[2], t.columns["TIME"].unit)
                    print(f["SKY"].data[0, 1], f["SKY"].header["CRPIX1"])
                """;
        Verdict verdict = Judges.python(
                script, everything().write(folder.resolve("all.fits.gz")).toString(), LONG);

        assertThat(verdict.out()).as(verdict.toString()).isEqualToIgnoringNewLines("""
                [[10.5, 1e-20], [300, -4], [1, 255], [True, False], ['good', 'bad']]
                [[1.0, 2.0], [3.0, 4.0]] [[1.0, 2.0, 3.0], []]
                0.00074 True s
                7.5 2.5""");
    }

    @Test
    void aCutFileIsShorterAndTheOriginalUnchanged() throws Exception {
        byte[] whole = everything().bytes();

        assertThat(Damage.cutAt(whole, 3000)).hasSize(3000);
        assertThat(whole.length % 2880).isZero();
        assertThat(Files.readAllBytes(everything().write(folder.resolve("x.fits"))))
                .isEqualTo(whole);
    }

    private static FitsBuilder everything() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM").commentary("HISTORY", "made for a test");
        fits.table("EVENTS")
                .card("MJDREFF", 7.4e-4, "days")
                .card("LONG", LONG)
                .column("TIME", "D", 10.5, 1e-20)
                .unit("s")
                .column("PI", "J", 300, -4)
                .limits(0, 20479)
                .column("GRADE", "B", 1, 255)
                .column("OK", "L", 1, 0)
                .column("NAME", "8A", "good", "bad")
                .vectors("VECTOR", "2E", new double[] {1, 2}, new double[] {3, 4})
                .vectors("MATRIX", "PE(3)", new double[] {1, 2, 3}, new double[0]);
        fits.image("SKY", -32, 4, 3).wcs(83.63, 22.01, 0.001).pixels(1, 7.5);
        return fits;
    }
}
