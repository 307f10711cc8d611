// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// [SimulatedObservation] against its committed files, fitsverify, astropy and sums done on paper.
class SimulatedObservationTest {

    private static final Path FOLDER = SharedData.checkout().resolve("examples/products/simulated");

    /// Folds the model with what the files hold, reading them with astropy, and prints the three totals.
    private static final String FOLD = """
            import sys, numpy
            from astropy.io import fits
            folder = sys.argv[1] + '/sim0001'
            source = fits.open(folder + '_spectrum.pha')['SPECTRUM']
            background = fits.open(folder + '_background.pha')['SPECTRUM']
            area = fits.getdata(folder + '.arf', 'SPECRESP')
            response = fits.open(folder + '.rmf')
            matrix = numpy.zeros((970, 970))
            for row, line in zip(matrix, response['MATRIX'].data):
                taken = 0
                for first, length in zip(line['F_CHAN'], line['N_CHAN']):
                    row[first - 1:first - 1 + length] = line['MATRIX'][taken:taken + length]
                    taken += length
                assert taken == len(line['MATRIX'])
            assert numpy.array_equal(area['ENERG_LO'], response['MATRIX'].data['ENERG_LO'])
            assert numpy.array_equal(source.data['CHANNEL'], response['EBOUNDS'].data['CHANNEL'])
            photons = numpy.loadtxt(sys.argv[2])
            expected = (photons * area['SPECRESP']) @ matrix
            scale = source.header['BACKSCAL'] / background.header['BACKSCAL']
            print(expected.sum(), source.data['COUNTS'].sum(), background.data['COUNTS'].sum() * scale)
            """;

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes() throws IOException {
        Map<String, FitsBuilder> files = SimulatedObservation.files();

        assertThat(FOLDER.toFile().list()).containsExactlyInAnyOrderElementsOf(files.keySet());
        for (var file : files.entrySet()) {
            assertThat(Files.readAllBytes(FOLDER.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue().bytes());
        }
    }

    @Test
    void fitsverifyFindsNoFaultAndNoWarning() {
        Path[] files = SimulatedObservation.files().keySet().stream()
                .map(FOLDER::resolve)
                .toArray(Path[]::new);

        Verdict verdict = Judges.fitsverify(files);

        assertThat(verdict.out().lines())
                .as(verdict.toString())
                .hasSize(4)
                .allMatch(line -> line.startsWith("verification OK"));
    }

    @Test
    void foldingTheModelWithTheFilesGivesTheCountsInThemWithinTheirNoise() throws IOException {
        Path photons = Files.createTempFile("photons", ".txt");
        try {
            Files.write(
                    photons,
                    Arrays.stream(SimulatedObservation.photonsPerArea())
                            .mapToObj(Double::toString)
                            .toList());

            Verdict verdict = Judges.python(FOLD, FOLDER.toString(), photons.toString());

            assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
            double[] totals = Arrays.stream(verdict.out().trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double expected = totals[0] + totals[2];
            assertThat(totals[1]).isCloseTo(expected, within(4 * Math.sqrt(expected)));
            assertThat(totals[0]).isGreaterThan(10_000);
        } finally {
            Files.delete(photons);
        }
    }

    @Test
    void absorptionAtOneKeVIsTheOneOfMorrisonAndMcCammon() {
        // (120.6 + 169.3 - 47.7) 1e-24 cm²
        assertThat(AbsorbedPowerLaw.crossSectionCm2(1)).isCloseTo(2.422e-22, within(1e-26));
    }

    @Test
    void theDeviatesHaveTheMeanAndTheVarianceOfAPoissonDistribution() {
        Poisson poisson = new Poisson(1);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            int counts = poisson.draw(700);
            sum += counts;
            squares += (double) counts * counts;
        }

        double mean = sum / draws;
        assertThat(mean).isCloseTo(700, within(4 * Math.sqrt(700.0 / draws)));
        assertThat(squares / draws - mean * mean).isCloseTo(700, within(4 * 700 * Math.sqrt(2.0 / draws)));
    }
}
