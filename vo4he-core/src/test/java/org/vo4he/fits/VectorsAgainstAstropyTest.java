// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// [VectorReader] against astropy on real matrices and grating spectra, and against small tables one can check by eye.
class VectorsAgainstAstropyTest {

    private static final int MOST = 1 << 20;

    private static final String SUMS = """
            import sys, numpy
            from astropy.io import fits
            with fits.open(sys.argv[1]) as hdus:
                column = hdus[int(sys.argv[2])].data[sys.argv[3]]
                total = numbers = weighted = 0
                for row, cell in enumerate(column):
                    cell = numpy.atleast_1d(numpy.asarray(cell, dtype='float64'))
                    numbers += cell.size
                    total += float(cell.sum())
                    weighted += float((cell * (numpy.arange(cell.size) + 1)).sum()) * (row + 1)
                print(numbers, repr(total), repr(weighted))
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "BXA/examples/sherpa/chandra/cdfs4Ms_179.rmf, MATRIX, MATRIX",
        "BXA/examples/sherpa/chandra/cdfs4Ms_179.rmf, MATRIX, F_CHAN",
        "BXA/examples/sherpa/xmm/pn.rmf, MATRIX, MATRIX",
        "BXA/examples/sherpa/xmm/pn.rmf, MATRIX, N_CHAN",
        "sherpa-test-data/pspcc_gain1_256.rsp, SPECRESP MATRIX, MATRIX",
        "sherpa-test-data/acisf01575_001N001_r0085_rmf3.fits.gz, RSP_MATRIX, MATRIX",
        "sherpa-test-data/3c120_pha2.gz, SPECTRUM, COUNTS",
        "sherpa-test-data/3c120_pha2.gz, SPECTRUM, BIN_LO",
        "gammapy-data/PKS2155-steady/pks2155-304_steady.fits.gz, SPECTRUM, QUALITY"
    })
    void everyArrayOfAColumnIsWhatAstropyReads(String file, String extname, String name) throws Exception {
        Path path = SharedData.data(file);
        double[] sums = new double[3];
        try (FitsFile fits = FitsFile.open(path)) {
            Hdu table = fits.hdu(extname).orElseThrow();
            table.forEachCell(table.column(name).orElseThrow(), 0, table.rows(), MOST, (row, values, count) -> {
                sums[0] += count;
                double weighted = 0;
                for (int i = 0; i < count; i++) {
                    sums[1] += values[i];
                    weighted += values[i] * (i + 1);
                }
                sums[2] += weighted * (row + 1);
            });
            String[] expected = Judges.python(SUMS, path.toString(), String.valueOf(table.index()), name)
                    .out()
                    .strip()
                    .split(" ");
            assertThat(sums[0]).isEqualTo(Double.parseDouble(expected[0])).isPositive();
            assertThat(sums[1]).isCloseTo(Double.parseDouble(expected[1]), withinPart(1e-9));
            assertThat(sums[2]).isCloseTo(Double.parseDouble(expected[2]), withinPart(1e-9));
        }
    }

    private static org.assertj.core.data.Percentage withinPart(double part) {
        return org.assertj.core.data.Percentage.withPercentage(100 * part);
    }

    @Test
    void rowsOfDifferentLengthsKeepTheirNumbers() throws Exception {
        try (FitsFile fits = FitsFile.open(folder(new FitsBuilder(), "PE"))) {
            Hdu table = fits.hdus().get(1);
            TableColumn column = table.column("VALUES").orElseThrow();
            assertThat(table.vector(column, 0, MOST)).containsExactly(1, 2, 3);
            assertThat(table.vector(column, 1, MOST)).isEmpty();
            assertThat(table.vector(column, 2, MOST)).containsExactly(4);
            assertThat(table.vector(column, 3, MOST)).as("no such row").isEmpty();
        }
    }

    @Test
    void aCellLongerThanAskedForIsRefusedWithItsLength() throws Exception {
        try (FitsFile fits = FitsFile.open(folder(new FitsBuilder(), "PE"))) {
            Hdu table = fits.hdus().get(1);
            assertThatThrownBy(() -> table.vector(table.column("VALUES").orElseThrow(), 0, 2))
                    .isInstanceOf(IOException.class)
                    .hasMessage("MATRIX (HDU 1) column VALUES row 1 has 3 numbers; at most 2 are read");
        }
    }

    @Test
    void aDescriptorThatPointsOutsideIsRefused() throws Exception {
        Path good = folder(new FitsBuilder(), "PE");
        byte[] bytes = Files.readAllBytes(good);
        long data;
        try (FitsFile fits = FitsFile.open(good)) {
            data = fits.hdus().get(1).dataOffset();
        }
        for (byte[] broken : List.of(
                Damage.overwritten(bytes, (int) data, (byte) 0x7f, (byte) -1, (byte) -1, (byte) -1),
                Damage.overwritten(bytes, (int) data, (byte) -1, (byte) -1, (byte) -1, (byte) -1),
                Damage.overwritten(bytes, (int) data + 4, (byte) 0x7f, (byte) -1, (byte) -1, (byte) -1))) {
            Path file = Files.write(folder.resolve("broken.fits"), broken);
            try (FitsFile fits = FitsFile.open(file)) {
                Hdu table = fits.hdus().get(1);
                assertThatThrownBy(() -> table.vector(table.column("VALUES").orElseThrow(), 0, MOST))
                        .isInstanceOf(IOException.class)
                        .message()
                        .startsWith("MATRIX (HDU 1) column VALUES");
            }
        }
    }

    private Path folder(FitsBuilder fits, String form) {
        fits.table("MATRIX").vectors("VALUES", form, new double[] {1, 2, 3}, new double[0], new double[] {4});
        return fits.write(folder.resolve(String.format(Locale.ROOT, "%s.fits", form)));
    }
}
