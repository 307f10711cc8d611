// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vo4he.testkit.SharedData;

/// CONFORMANCE.md: no row claims a test that does not exist, and none is done without one.
class ConformancePageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern CLASS_ALONE = Pattern.compile("`(\\w+Test)`");
    private static final Map<String, Path> SOURCES = sources();

    @Test
    void everyTestThatARowNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (List<String> row : rows()) {
            Matcher test = TEST.matcher(row.get(2));
            while (test.find()) {
                String source = source(test.group(1));
                String signature = test.group(2) + "(";
                if (!source.contains("void " + signature) && !source.contains("Stream<DynamicTest> " + signature)) {
                    missing.add(test.group());
                }
            }
            Matcher alone = CLASS_ALONE.matcher(row.get(2));
            while (alone.find()) {
                if (source(alone.group(1)).isEmpty()) {
                    missing.add(alone.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aRowIsDoneOrPartlyOrNoAndWhatIsDoneNamesItsTest() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(1)).as(row.get(0)).matches("done|no|partly: .+");
            assertThat(row.get(1).equals("done") && !row.get(2).contains("`"))
                    .as(row.get(0))
                    .isFalse();
        });
    }

    /// Requirement, state, shown by.
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(SharedData.checkout().resolve("CONFORMANCE.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| requirement "))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /// The test's source; empty when there is none.
    private static String source(String testClass) throws IOException {
        Path file = SOURCES.get(testClass + ".java");
        return file == null ? "" : Files.readString(file);
    }

    /// Java files of tests by name; each module is asked for them, so that nothing that was built is walked through.
    private static Map<String, Path> sources() {
        Map<String, Path> sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(SharedData.checkout())) {
            for (Path tests : modules.map(module -> module.resolve("src/test"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.forEach(file -> sources.put(file.getFileName().toString(), file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
