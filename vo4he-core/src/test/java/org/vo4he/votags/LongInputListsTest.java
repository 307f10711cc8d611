// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.InputListFile;
import org.vo4he.provenance.InputLists;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.votags.WriteOptions.LongProvenance;

/// Provenance of thousands of inputs, which the layout of one cell can't hold: the inputs lie in a list beside the
/// product, which the product refers to.
class LongInputListsTest {

    @TempDir
    Path folder;

    private static WriteOptions inputs(int count, String parameter) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument.Input(0, new DataFile("the program", false, "/opt", "mosaic.py")));
        for (int i = 1; i <= count; i++) {
            arguments.add(new Argument.Input(i, new DataFile("", false, "/data/survey", "image" + i + ".fits")));
        }
        arguments.add(new Argument.Parameter(count + 1, "weights", true, parameter));
        return WriteOptions.DEFAULT.withProvenance(
                Optional.of(new ProvenanceDocument(List.of(new ProvenanceStep(arguments)))));
    }

    private WriteReport write(WriteOptions options) throws Exception {
        Path file = folder.resolve("events.fits");
        if (!Files.exists(file)) {
            TaggedFiles.events().write(file);
        }
        return VoTags.write(file, file, TaggedFiles.row(), options);
    }

    private List<Path> lists() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".fits")).toList();
        }
    }

    private VoTags read() throws Exception {
        return VoTags.read(folder.resolve("events.fits")).orElseThrow();
    }

    @Test
    void inputsThatDoNotFitAreListedBesideTheProductAndReadBackFromThere() throws Exception {
        WriteReport report = write(inputs(2000, "map"));

        assertThat(report.outcome()).as(report.toString()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.INPUTS_LISTED);
        VoTags tags = read();
        assertThat(tags.findings()).isEmpty();
        Argument.InputList list = InputLists.of(tags.provenance()).getFirst();
        assertThat(lists()).singleElement().isEqualTo(folder.resolve(list.list().path()));
        assertThat(InputListFile.listed(list, Optional.of(lists().getFirst())).files())
                .hasSize(2000)
                .contains(new DataFile("", false, "/data/survey", "image2000.fits"));
    }

    @Test
    void annotatingAgainWritesTheSameBytesAndKeepsTheList() throws Exception {
        write(inputs(2000, "map"));
        byte[] once = Files.readAllBytes(folder.resolve("events.fits"));

        assertThat(write(inputs(2000, "map")).outcome()).isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(write(WriteOptions.DEFAULT).outcome()).isEqualTo(WriteReport.Outcome.UNCHANGED);

        assertThat(folder.resolve("events.fits")).hasBinaryContent(once);
        assertThat(lists()).hasSize(1);
    }

    @Test
    void aListThatIsMissingOrChangedIsAFindingOfReadingAndOfChecking() throws Exception {
        write(inputs(2000, "map"));
        Path file = folder.resolve("events.fits");
        Path list = lists().getFirst();
        String content = Files.readString(list);

        Files.writeString(list, content.replaceFirst("image1\\.", "image7."));
        assertThat(read().findings()).extracting(Finding::code).containsExactly(VoTagsFinding.INPUT_LIST);
        assertThat(VoTags.check(file).getFirst().message())
                .isEqualTo("'" + list.getFileName()
                        + "', a list of inputs, is recorded with another checksum than the file of this name here");

        Files.delete(list);
        assertThat(read().findings()).extracting(Finding::code).containsExactly(VoTagsFinding.INPUT_LIST);
        assertThat(VoTags.check(file).getFirst().message())
                .isEqualTo("'" + list.getFileName() + "', a list of inputs, is not there");

        write(inputs(2000, "map"));
        assertThat(VoTags.check(file)).isEmpty();
    }

    @Test
    void theListGoesWithTheCopyThatIsAnnotatedIntoAnotherFolder() throws Exception {
        write(inputs(2000, "map"));
        Path copy = Files.createDirectory(folder.resolve("copies")).resolve("copy.fits");

        VoTags.write(folder.resolve("events.fits"), copy, TaggedFiles.row(), WriteOptions.DEFAULT);

        assertThat(VoTags.check(copy)).isEmpty();
        assertThat(copy.resolveSibling(lists().stream()
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow()
                        .getFileName()))
                .isRegularFile();
    }

    @Test
    void whatIsTooLongWithoutItsInputsIsRefusedAndNoListIsWritten() throws Exception {
        WriteReport report = write(inputs(2000, "v".repeat(30_000)));

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.PROVENANCE_TOO_LONG);
        assertThat(lists()).isEmpty();
        assertThat(folder.resolve("events.fits"))
                .hasBinaryContent(TaggedFiles.events().bytes());
    }

    @Test
    void whereListsAreNotWantedTheFileIsRefused() throws Exception {
        WriteReport report = write(inputs(2000, "map").withLongProvenance(LongProvenance.REFUSE));

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(lists()).isEmpty();
    }

    @Test
    void whatLiesInSeveralRowsKeepsThatFormWithoutBeingAsked() throws Exception {
        write(inputs(10, "v".repeat(30_000)).withLongProvenance(LongProvenance.ROWS));
        byte[] once = Files.readAllBytes(folder.resolve("events.fits"));

        WriteReport again = write(WriteOptions.DEFAULT);
        assertThat(again.outcome()).as(again.toString()).isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(folder.resolve("events.fits")).hasBinaryContent(once);

        WriteReport other = write(inputs(10, "w".repeat(30_000)));
        assertThat(other.outcome()).as(other.toString()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(read().provenanceJson().orElseThrow()).contains("w".repeat(100));
    }

    @Test
    void whatStaysTooLongWithoutItsInputsGoesIntoRowsWhole() throws Exception {
        WriteReport report = write(inputs(2000, "v".repeat(30_000)).withLongProvenance(LongProvenance.ROWS));

        assertThat(report.outcome()).as(report.toString()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(lists()).isEmpty();
        assertThat(read().provenance().steps().getFirst().arguments()).hasSize(2002);
    }
}
