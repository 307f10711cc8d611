// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.SharedData;

/// The two committed files with VO-TAGS, against what `examples/README.md` says of them.
class AnnotatedExamplesTest {

    private static final Path EXAMPLES = SharedData.checkout().resolve("examples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"erosita/300007_00001_lightcurve.fits", "rosat/m31_rp600245n00_image.fits.gz"})
    void strippedTheyAreTheFilesOfTheirSourceAgain(String name) throws Exception {
        Path annotated = EXAMPLES.resolve("products").resolve(name);

        CommandRun run = CommandRun.of("strip", annotated, "--out", folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        Path stripped = folder.resolve(annotated.getFileName());
        assertThat(Files.size(stripped)).isLessThan(Files.size(annotated));
        assertThat(Files.readString(EXAMPLES.resolve("README.md"))).contains(sha256(stripped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erosita/300007_00001_lightcurve.fits", "rosat/m31_rp600245n00_image.fits.gz"})
    void theirRowsComeFromTheTags(String name) {
        CommandRun run = CommandRun.of("show", EXAMPLES.resolve("products").resolve(name));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("obs_title .* tag: OBS_TITL").containsPattern("t_min .* tag: T_MIN");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
