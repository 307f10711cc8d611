// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [Configuration]: what wins, and what each bad setting is answered with.
class ConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFileAndThatOverTheDefault() throws Exception {
        Path file = file("# ports\nport: 1\nhost: from.file\nauthority: from.file\n");

        Configuration configuration = Configuration.of(
                Optional.of(file),
                Map.of("VO4HE_PORT", "2", "VO4HE_HOST", "from.environment"),
                Map.of(Setting.PORT, "3"));

        assertThat(configuration.whole(Setting.PORT)).isEqualTo(3);
        assertThat(where(configuration, Setting.PORT)).isEqualTo("--port");
        assertThat(where(configuration, Setting.HOST)).isEqualTo("VO4HE_HOST");
        assertThat(where(configuration, Setting.AUTHORITY)).isEqualTo(file + " line 4");
        assertThat(where(configuration, Setting.QUERY_SECONDS)).isEqualTo("default");
        assertThat(configuration.text(Setting.BASE_URL)).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithItsLine() throws Exception {
        Path file = file("port: 1\nprot: 2\n");

        assertThatThrownBy(() -> Configuration.of(Optional.of(file), Map.of(), Map.of()))
                .hasMessage(file + " line 2: no setting is called 'prot'; 'vo4he config' lists them all");
    }

    @Test
    void aValueOfTheWrongFormIsRefusedWithItsSource() {
        assertThatThrownBy(() -> Configuration.of(Optional.empty(), Map.of("VO4HE_PORT", "http"), Map.of()))
                .hasMessage("VO4HE_PORT: port takes a whole number that is not negative, not 'http'");
        assertThatThrownBy(() ->
                        Configuration.of(Optional.empty(), Map.of(), Map.of(Setting.BASE_URL, "archive.example.org")))
                .hasMessage("--base-url: base-url takes an address like https://archive.example.org/vo,"
                        + " not 'archive.example.org'");
    }

    @Test
    void aListIsNoValueAndASettingIsSetOnce() throws Exception {
        Path list = file("port: [1, 2]\n");
        assertThatThrownBy(() -> Configuration.of(Optional.of(list), Map.of(), Map.of()))
                .hasMessageContaining("line 1: port takes one value");

        Path twice = file("port: 1\nport: 2\n");
        assertThatThrownBy(() -> Configuration.of(Optional.of(twice), Map.of(), Map.of()))
                .hasMessageContaining("port");
    }

    @Test
    void calibrationTakesOneFolderOrAList() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("other"));
        Path list = file("calibration: [" + one + ", " + other + "]\n");

        assertThat(Settings.of(Configuration.of(Optional.of(list), Map.of(), Map.of()))
                        .calibration()
                        .folders())
                .containsExactly(one, other);
        assertThat(Settings.of(Configuration.of(
                                Optional.empty(), Map.of(), Map.of(Setting.CALIBRATION, one.toString())))
                        .calibration()
                        .folders())
                .containsExactly(one);
        assertThatThrownBy(() -> Settings.of(
                        Configuration.of(Optional.empty(), Map.of("VO4HE_CALIBRATION", "/not/there"), Map.of())))
                .hasMessage("VO4HE_CALIBRATION: there is no calibration folder /not/there");
    }

    @Test
    void anEmptyFileSetsNothingAndAMissingOneIsASentence() throws Exception {
        assertThat(Configuration.of(Optional.of(file("")), Map.of(), Map.of()).whole(Setting.PORT))
                .isEqualTo(8080);

        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Configuration.of(Optional.of(missing), Map.of(), Map.of()))
                .hasMessageStartingWith("can't read the settings file " + missing);
    }

    @Test
    void everyDefaultIsWellFormed() throws Exception {
        assertThat(Configuration.of(Optional.empty(), Map.of(), Map.of()).text(Setting.HOST))
                .contains("127.0.0.1");
    }

    @Test
    void whatAPackageRefusesIsSaidWithItsSource() throws Exception {
        Configuration configuration =
                Configuration.of(Optional.empty(), Map.of("VO4HE_PORT", "70000"), Map.of(Setting.MEMORY_MB, "1"));

        assertThatThrownBy(() -> Settings.of(configuration))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("VO4HE_PORT: port must be between 0 and 65535, found 70000");
    }

    private static String where(Configuration configuration, Setting setting) {
        return configuration.value(setting).orElseThrow().source().where();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("vo4he.yaml"), content);
    }
}
