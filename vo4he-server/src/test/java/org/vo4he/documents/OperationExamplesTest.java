// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import org.vo4he.testkit.SharedData;

/// The files of examples/operation, against the settings and against systemd's own reading of its unit.
class OperationExamplesTest {

    private static final Path OPERATION = SharedData.checkout().resolve("examples/operation");
    private static final Pattern VARIABLE = Pattern.compile("VO4HE_[A-Z_]+");

    @TempDir
    private Path folder;

    @Test
    void theSettingsFileIsAccepted() throws Exception {
        Configuration configuration =
                Configuration.of(Optional.of(OPERATION.resolve("vo4he.yaml")), Map.of(), Map.of());

        assertThat(Settings.of(configuration).metrics().served(true)).isTrue();
        assertThat(configuration.text(Setting.BASE_URL)).contains("https://archive.example.org/vo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vo4he.service", "Containerfile"})
    void everyVariableIsASetting(String file) throws IOException {
        Set<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
        known.add("VO4HE_CONFIG");

        assertThat(VARIABLE.matcher(Files.readString(OPERATION.resolve(file)))
                        .results()
                        .map(result -> result.group()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    /// The program itself is not installed here, so another one stands in for it.
    @Test
    void systemdUnderstandsTheUnit() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
        String unit = Files.readString(OPERATION.resolve("vo4he.service"));
        Path file = Files.writeString(folder.resolve("vo4he.service"), unit.replace("/opt/vo4he/vo4he", "/bin/true"));

        Process process = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes()).lines())
                .noneMatch(line -> line.contains("vo4he.service:"));
        assertThat(process.waitFor()).isZero();
    }
}
