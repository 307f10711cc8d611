// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// The products of the shared data, described, annotated with its description, and described again: the same
/// values, now from the tags; and annotated again, not a byte changes.
class AnnotatedProductsTest {

    private static final ProductDescriber DESCRIBER = new ProductDescriber(Rules.none());

    /// Larger files would say the same and take their time.
    private static final long LARGEST = 700_000;

    @TempDir
    Path folder;

    private static FileDescription describe(Path file, Path original) {
        return DESCRIBER.describe(
                file, (_, name) -> Optional.of(original.resolveSibling(name)).filter(Files::exists));
    }

    @Test
    void whatWasInferredAndWrittenIsReadBackAndWrittenTheSame() throws Exception {
        Map<String, String> differences = new TreeMap<>();
        int annotated = 0;
        for (Path file : files()) {
            FileDescription before = describe(file, file);
            if (before.outcome() != Outcome.PUBLISHED) {
                continue;
            }
            Path copy = folder.resolve(file.getFileName());
            ObsCoreRow row = before.products().getFirst().row();
            if (VoTags.write(file, copy, row, WriteOptions.DEFAULT).outcome() == WriteReport.Outcome.REFUSED) {
                continue;
            }
            annotated++;
            FileDescription after = describe(copy, file);
            ObsCoreRow read = after.products().getFirst().row();
            differences(row, read).ifPresent(what -> differences.put(file.toString(), what));
            WriteReport again = VoTags.write(copy, copy, read, WriteOptions.DEFAULT);
            if (again.outcome() != WriteReport.Outcome.UNCHANGED) {
                differences.merge(file.toString(), "written again", (a, b) -> a + ", " + b);
            }
            assertThat(after.fingerprint()).as("%s", file).isEqualTo(before.fingerprint());
            Files.delete(copy);
        }
        assertThat(differences).isEmpty();
        assertThat(annotated).isGreaterThan(100);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.data())) {
            return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() < LARGEST)
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> differences(ObsCoreRow written, ObsCoreRow read) {
        List<String> differences = new ArrayList<>();
        for (ObsCoreColumn column : ObsCoreColumn.values()) {
            Value before = written.get(column);
            Value after = read.get(column);
            boolean fromTag = !after.isPresent() || after.origin() instanceof Origin.Tag;
            if (!Objects.equals(before.value(), after.value()) || !fromTag) {
                differences.add(column.columnName() + ": " + before + " -> " + after);
            }
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }
}
