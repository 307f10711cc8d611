// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.SharedData;

/// Products with some bytes overwritten, in headers and data: each gives a picture or a sentence, never another
/// failure.
class DamagedProductsTest {

    private static final int MUTANTS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "sherpa-test-data/3c273.pi, 1, sherpa-test-data/3c273_bg.pi, sherpa-test-data/3c273.rmf",
        "gammapy-data/datasets/simulations/simulated_spectrum_dataset_PL.fits, 1, , ",
        "stingray/lcurve_new.fits, 1, , ",
        "debian-astropy/io/fits/tests/data/checksum.fits, 1, , ",
        "sherpa-test-data/rmf_1024.fits, 1, , ",
        "sherpa-test-data/arf_1024.fits, 1, , ",
        "gammalib/test/data/rmf.fits, 1, , "
    })
    void aDamagedProductIsDrawnOrRefused(String name, int hdu, String background, String rmf) throws Exception {
        byte[] good = Files.readAllBytes(SharedData.data(name));
        Companions companions = new Companions(
                Optional.ofNullable(background).map(SharedData::data),
                Optional.ofNullable(rmf).map(SharedData::data),
                Optional.empty());
        Random random = new Random(20261123);
        int drawn = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = i % 10 == 9 ? Damage.cutAt(good, random.nextInt(good.length)) : good;
            for (int hit = 0; hit < 1 + i % 7; hit++) {
                byte[] bytes = new byte[1 + random.nextInt(8)];
                random.nextBytes(bytes);
                int most = Math.min(mutant.length, i % 2 == 0 ? 20_000 : mutant.length) - bytes.length;
                mutant = most <= 0 ? mutant : Damage.overwritten(mutant, random.nextInt(most), bytes);
            }
            Path file = Files.write(folder.resolve("mutant.fits"), mutant);
            drawn += draw(file, hdu, companions, i) ? 1 : 0;
        }
        assertThat(drawn).as("enough of them stay drawable").isGreaterThan(MUTANTS / 10);
    }

    private static boolean draw(Path file, int hdu, Companions companions, int number) {
        try {
            ProductPlots plots = ProductPlots.of(file, hdu, companions);
            for (PlotKind kind : plots.kinds()) {
                Plot plot = plots.plot(kind, PlotOptions.standard().withSize(200, 150));
                assertThat(plot.svg()).doesNotContain(">NaN");
                assertThat(plot.png()).isNotEmpty();
                assertThat(plot.data().columns()).isNotEmpty();
            }
            return true;
        } catch (UndrawableException | IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        } catch (RuntimeException e) {
            return fail("mutant " + number + " of " + file, e);
        }
    }
}
