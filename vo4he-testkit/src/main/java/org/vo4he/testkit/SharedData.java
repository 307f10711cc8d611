// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The shared reference folder: real FITS files with known facts, query corpora, tables of the standards.
///
/// Found by the environment variable `VO4HE_TEST_DATA` (the folder, or its sub-folder `data`), else as `shared` beside
/// the checkout. A test that asks for it where there is none is skipped, and the report says why.
public final class SharedData {

    private static final Optional<Path> ROOT = locate();

    private SharedData() {}

    /// The folder that holds `data`, `corpora` and `reference`. Skips the test when there is none.
    public static Path root() {
        Assumptions.assumeTrue(
                ROOT.isPresent(),
                "no shared reference data: set VO4HE_TEST_DATA, or put the folder 'shared' beside the checkout");
        return ROOT.orElseThrow();
    }

    /// The folder of data files. Skips the test when there is none.
    public static Path data() {
        return root().resolve("data");
    }

    /// One data file, such as `sherpa-test-data/3c273.pi`. Skips the test when there is no shared folder, fails it when
    /// the folder lacks the file.
    public static Path data(String relativePath) {
        return existing(data(), relativePath);
    }

    /// One file below the root, such as `reference/obscore-keywords.csv`; otherwise like [#data(String)].
    public static Path file(String relativePath) {
        return existing(root(), relativePath);
    }

    private static Path existing(Path folder, String relativePath) {
        Path path = folder.resolve(relativePath);
        assertThat(path).exists();
        return path;
    }

    private static Optional<Path> locate() {
        String configured = System.getenv("VO4HE_TEST_DATA");
        Path named = configured == null || configured.isBlank()
                ? checkout().resolveSibling("shared")
                : Path.of(configured).toAbsolutePath();
        if (Files.isDirectory(named.resolve("data"))) {
            return Optional.of(real(named));
        }
        return Files.isRegularFile(named.resolve("MANIFEST.tsv"))
                ? Optional.of(real(named).getParent())
                : Optional.empty();
    }

    /// The folder may be a link, which a walk through it would not follow.
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The checkout's root: Maven runs tests in the module's folder, an IDE in either.
    public static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return parent != null && Files.exists(parent.resolve("vo4he-testkit")) ? parent : here;
    }
}
