// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;

/// `--calibration`, given once or several times.
class CalibrationOptionTest {

    @TempDir
    Path folder;

    private Path spectrum() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "SWIFT")
                .card("CALDBVER", "x20150721")
                .card("RESPFILE", "swxpc0to12s6_20130101v014.rmf")
                .column("CHANNEL", "I", 0, 1)
                .column("COUNTS", "J", 4, 5);
        return fits.write(folder.resolve("spectrum.pha"));
    }

    private Path matrix() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("MATRIX")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .column("ENERG_LO", "E", 0.5, 2)
                .unit("keV")
                .column("ENERG_HI", "E", 2, 10)
                .unit("keV")
                .column("N_GRP", "I", 0, 0);
        Path caldb = Files.createDirectories(folder.resolve("caldb/data/swift/xrt/cpf/rmf"));
        fits.write(caldb.resolve("swxpc0to12s6_20130101v014.rmf"));
        return folder.resolve("caldb");
    }

    @Test
    void aResponseIsFoundInAnyOfSeveralFolders() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));

        CommandRun run = CommandRun.of("show", spectrum(), "--json", "--calibration", other, "--calibration", matrix());

        assertThat(run.err()).isEmpty();
        JsonNode product = new ObjectMapper().readTree(run.out()).at("/products/0");
        assertThat(product.at("/values/em_min/origin/kind").asText()).isEqualTo("linked-file");
        assertThat(product.at("/values/em_min/value").asDouble())
                .isCloseTo(1.239841984e-10, org.assertj.core.data.Percentage.withPercentage(1e-4));
        assertThat(product.at("/calibration/0/keyword").asText()).isEqualTo("CALDBVER");
        assertThat(product.at("/calibration/0/kind").asText()).isEqualTo("version");
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCommandLine() {
        CommandRun run = CommandRun.of("show", spectrum(), "--calibration", folder.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--calibration: there is no calibration folder " + folder.resolve("none"));
    }
}
