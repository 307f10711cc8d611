// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;

/// A process that died while it replaced tags, or appended those of several rows: the write cut at every byte of the
/// tag and
/// at every block of the file.
class CutRewriteTest {

    @TempDir
    Path folder;

    private static ObsCoreRow other() {
        return TaggedFiles.row()
                .with()
                .set(ObsCoreColumn.TARGET_NAME, "Vela", new Origin.Given("--set"))
                .build();
    }

    /// What a crash leaves of a replacement is the new file's start beside the old file.
    @ParameterizedTest
    @ValueSource(strings = {"events.fits", "events.fits.gz"})
    void aReplacementCutAnywhereLeavesTheOldFileAndTheNextOneSucceeds(String name) throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve(name));
        int bare = (int) Files.size(file);
        TaggedFiles.annotate(file);
        byte[] before = Files.readAllBytes(file);
        VoTagsWriter.annotate(file, file, other(), WriteOptions.DEFAULT);
        byte[] after = Files.readAllBytes(file);
        Path rest = folder.resolve(".vo4he-new-" + name);

        for (int length = 0; length <= after.length; length += length < bare ? Math.min(2880, bare - length) : 40) {
            Files.write(file, before);
            Files.write(rest, Arrays.copyOf(after, length));
            assertThat(TaggedFiles.tags(file).values())
                    .as("cut at %d", length)
                    .hasEntrySatisfying(
                            ObsCoreColumn.TARGET_NAME,
                            target -> assertThat(target.value()).isEqualTo("O'Neill's star"));

            WriteReport same = TaggedFiles.annotate(file);

            assertThat(same.outcome()).as("cut at %d", length).isEqualTo(WriteReport.Outcome.UNCHANGED);
            assertThat(rest).doesNotExist();
            assertThat(file).hasBinaryContent(before);
        }
        Files.write(rest, Arrays.copyOf(after, after.length / 2));
        VoTagsWriter.annotate(file, file, other(), WriteOptions.DEFAULT);
        assertThat(file).hasBinaryContent(after);
        assertThat(rest).doesNotExist();
    }

    @Test
    void tagsOfSeveralRowsCutAnywhereAreRemovedByTheNextCommand() throws Exception {
        ProvenanceDocument document = new ProvenanceDocument(List.of(
                new ProvenanceStep(List.of(new Argument.Parameter(1, "command", true, "word ".repeat(7_000))))));
        WriteOptions rows = WriteOptions.DEFAULT
                .withLongProvenance(WriteOptions.LongProvenance.ROWS)
                .withProvenance(Optional.of(document));
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        byte[] bare = Files.readAllBytes(file);
        VoTagsWriter.annotate(file, file, TaggedFiles.row(), rows);
        byte[] whole = Files.readAllBytes(file);

        for (int length = bare.length + 1; length < whole.length; length += step(length - bare.length)) {
            Files.write(file, Arrays.copyOf(whole, length));

            WriteReport report = VoTagsWriter.annotate(file, file, TaggedFiles.row(), rows);

            assertThat(report.findings())
                    .as("cut at %d", length)
                    .extracting(Finding::code)
                    .containsExactly(VoTagsFinding.TORN_TAIL);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    /// Every byte of the first cards and at the edges of blocks; of what is between, each 97th.
    private static int step(int appended) {
        return appended > 1300 && appended % 2880 > 8 && appended % 2880 < 2780 ? 97 : 1;
    }
}
