// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The committed examples against the lists beside them.
class ExamplesTest {

    private static final Path EXAMPLES = SharedData.checkout().resolve("examples");

    @Test
    void everyFileHasTheStatedSha256AndNoOtherFileIsThere() throws Exception {
        Map<String, String> stated = Files.readAllLines(EXAMPLES.resolve("SHA256SUMS")).stream()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(words -> words[1], words -> words[0]));

        assertThat(files()).containsExactlyInAnyOrderEntriesOf(stated);
    }

    @Test
    void theReadmeNamesEveryFile() throws Exception {
        String readme = Files.readString(EXAMPLES.resolve("README.md"));

        assertThat(files().keySet())
                .allSatisfy(file ->
                        assertThat(readme).contains(Path.of(file).getFileName().toString()));
    }

    @Test
    void theExamplesStayBelowTenMegabytes() throws Exception {
        long bytes = 0;
        for (String file : files().keySet()) {
            bytes += Files.size(EXAMPLES.resolve(file));
        }
        assertThat(bytes).isBetween(500_000L, 10_000_000L);
    }

    private static Map<String, String> files() throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (var paths = Files.walk(EXAMPLES.resolve("products"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                hashes.put(EXAMPLES.relativize(path).toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
