// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.mapping.Dialects;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.SharedData;

/// A copy of real files under other names, with another OBS_ID and TELESCOP written into their headers.
class HeadersDecideTest {

    /// Rewritten, or read from OBS_ID or by the keywords of the mission that TELESCOP names.
    private static final Set<ObsCoreColumn> REWRITTEN = EnumSet.of(
            ObsCoreColumn.OBS_ID, ObsCoreColumn.FACILITY_NAME, ObsCoreColumn.PROPOSAL_ID, ObsCoreColumn.OBS_MODE);

    private static final List<String> SOURCES = Dialects.all().stream()
            .flatMap(dialect -> dialect.sources().stream())
            .toList();

    @TempDir
    Path folder;

    private final ProductDescriber describer = new ProductDescriber(Rules.none());

    @Test
    void theAnswersFollowTheHeadersNotTheNames() throws IOException {
        int compared = 0;
        for (Path original : fitsFiles()) {
            FileDescription before = describer.describe(original, Siblings.none());
            Path copy = folder.resolve("file-" + compared + ".bin");
            Files.write(copy, rewritten(original));
            FileDescription after = describer.describe(copy, Siblings.none());

            assertThat(after.outcome()).as(original.toString()).isEqualTo(before.outcome());
            assertThat(after.products()).hasSameSizeAs(before.products());
            for (int i = 0; i < before.products().size(); i++) {
                sameButRewritten(
                        before.products().get(i).row(), after.products().get(i).row());
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static void sameButRewritten(ObsCoreRow before, ObsCoreRow after) {
        before.values().forEach((column, value) -> {
            String keyword = value.origin() instanceof Origin.Card(String _, String card) ? card : "";
            switch (keyword) {
                case "OBS_ID" -> assertThat(after.get(column).value()).isEqualTo("0042");
                case "TELESCOP" -> assertThat(after.get(column).value()).isEqualTo("ELSEWHERE");
                default -> {
                    if (isOfDialect(value.origin())) {
                        assertThat(after.get(column).isPresent())
                                .as("a mission named ELSEWHERE has no documents: " + column)
                                .isFalse();
                    } else if (!REWRITTEN.contains(column)) {
                        assertThat(after.get(column)).isEqualTo(value);
                    }
                }
            }
        });
    }

    /// Whether the documents of a mission gave the value, its names of files among them.
    private static boolean isOfDialect(Origin origin) {
        String detail = origin.detail();
        return detail.startsWith("what the instruments of ")
                || detail.startsWith("file name of ")
                || detail.startsWith("number of the ")
                || SOURCES.stream().anyMatch(detail::contains);
    }

    private static List<Path> fitsFiles() throws IOException {
        try (Stream<Path> files =
                Stream.of("sherpa-test-data", "stingray", "gammapy-data", "BXA").flatMap(HeadersDecideTest::walk)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Stream<Path> walk(String name) {
        try {
            return Files.walk(SharedData.data(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Every card OBS_ID and TELESCOP that has a text value which says something gets another, of the same 80
    /// bytes.
    private static byte[] rewritten(Path original) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        for (int at = 0; at + 80 <= bytes.length; at += 80) {
            String card = new String(bytes, at, 80, StandardCharsets.ISO_8859_1);
            if (card.startsWith("OBS_ID  = ")) {
                write(bytes, at, "OBS_ID  = '0042    '");
            } else if (card.startsWith("TELESCOP= '")) {
                write(bytes, at, "TELESCOP= 'ELSEWHERE'");
            }
        }
        return bytes;
    }

    private static void write(byte[] bytes, int at, String text) {
        byte[] card = String.format(java.util.Locale.ROOT, "%-80s", text).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(card, 0, bytes, at, 80);
    }
}
