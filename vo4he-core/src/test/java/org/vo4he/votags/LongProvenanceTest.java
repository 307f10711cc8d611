// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// Provenance that is longer than one cell can be: several rows of the same column.
class LongProvenanceTest {

    private static final WriteOptions ROWS = WriteOptions.DEFAULT.withLongProvenance(WriteOptions.LongProvenance.ROWS);

    @TempDir
    Path folder;

    private static ProvenanceDocument document(String value) {
        return new ProvenanceDocument(
                List.of(new ProvenanceStep(List.of(new Argument.Parameter(1, "command", true, value)))));
    }

    private Path written(String value) throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        WriteReport report =
                VoTagsWriter.annotate(file, file, TaggedFiles.row(), ROWS.withProvenance(Optional.of(document(value))));
        assertThat(report.outcome()).as(report.toString()).isEqualTo(WriteReport.Outcome.WRITTEN);
        return file;
    }

    private static ProvenanceDocument read(Path file) throws Exception {
        VoTags tags = TaggedFiles.tags(file);
        assertThat(tags.findings()).isEmpty();
        return ProvenanceJson.read(tags.provenanceJson().orElseThrow()).document();
    }

    /// Blanks at the cuts among them: a row that ended with one would lose it in many readers.
    @ParameterizedTest
    @ValueSource(ints = {28_000, 29_000, 57_000, 58_000, 300_000})
    void whatIsCutIntoRowsIsReadBackAsItWas(int length) throws Exception {
        for (String piece : List.of("v", " ", "é", "word word ", "\"\\")) {
            String value = piece.repeat(length / piece.length());

            assertThat(read(written(value)).steps()).isEqualTo(document(value).steps());
        }
    }

    @Test
    void noRowButTheLastEndsWithABlank() {
        ProvenanceRows rows = ProvenanceRows.of("{\"a\":\"" + " ".repeat(95) + "\"}", 10);

        assertThat(rows.cells()).hasSize(rows.count() * rows.width());
        for (int row = 1; row < rows.count(); row++) {
            assertThat(rows.cells()[row * 10 - 1]).as("end of row %d", row).isNotEqualTo((byte) ' ');
        }
        assertThat(new String(rows.cells()).strip().replace("\\u0020", " "))
                .isEqualTo("{\"a\":\"" + " ".repeat(95) + "\"}");
    }

    @Test
    void withoutTheSettingItIsRefusedAndTheSettingIsNamed() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));

        WriteReport report = VoTagsWriter.annotate(
                file,
                file,
                TaggedFiles.row(),
                WriteOptions.DEFAULT.withProvenance(Optional.of(document("v".repeat(30_000)))));

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.PROVENANCE_TOO_LONG);
        assertThat(report.findings().getFirst().message()).contains("--long-provenance rows");
        assertThat(file).hasBinaryContent(TaggedFiles.events().bytes());
    }

    @Test
    void moreThanCanBeReadBackIsRefusedInAnyCase() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));

        WriteReport report = VoTagsWriter.annotate(
                file,
                file,
                TaggedFiles.row(),
                ROWS.withProvenance(Optional.of(document("v".repeat(ProvenanceRows.LONGEST)))));

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.PROVENANCE_TOO_LONG);
    }

    @Test
    void annotatingAgainGivesTheSameBytesAndStrippingTheOriginal() throws Exception {
        Path file = written("word ".repeat(20_000).strip());
        byte[] once = Files.readAllBytes(file);

        WriteReport again = VoTagsWriter.annotate(file, file, TaggedFiles.row(), ROWS);

        assertThat(again.outcome()).isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(file).hasBinaryContent(once);
        TaggedFiles.strip(file);
        assertThat(file).hasBinaryContent(TaggedFiles.events().bytes());
    }

    @Test
    void fitsverifyAcceptsTheRows() throws Exception {
        Verdict verdict = Judges.fitsverify(written("word ".repeat(20_000).strip()));

        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
    }

    @Test
    void astropyReadsTheSameTextByJoiningTheRows() throws Exception {
        Path file = written("word ".repeat(20_000).strip());

        Verdict verdict = Judges.python("""
                from astropy.io import fits
                import sys
                with fits.open(sys.argv[1]) as hdus:
                    tags = hdus["VO-TAGS"]
                    assert tags.header["PRV_ROWS"] == len(tags.data), len(tags.data)
                    print("".join(tags.data["provenance"]))
                """, file.toString());

        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
        ProvenanceDocument document = ProvenanceJson.read(verdict.out().strip()).document();
        assertThat(document.steps()).isEqualTo(read(file).steps());
    }
}
