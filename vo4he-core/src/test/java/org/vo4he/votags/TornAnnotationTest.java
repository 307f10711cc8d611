// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.votags.TaggedFiles.annotate;
import static org.vo4he.votags.TaggedFiles.events;
import static org.vo4he.votags.TaggedFiles.strip;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;

/// An annotate that was killed while it wrote: the file cut at every byte of what was appended.
class TornAnnotationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"events.fits", "events.fits.gz"})
    void cutAtAnyByteTheEarlierHdusAreReadAndTheNextCommandRepairs(String name) throws Exception {
        Path file = events().write(folder.resolve(name));
        byte[] before = Files.readAllBytes(file);
        List<byte[]> hdus = hdus(file);
        annotate(file);
        byte[] whole = Files.readAllBytes(file);

        for (int length = before.length; length < whole.length; length += step(length - before.length)) {
            byte[] torn = Arrays.copyOf(whole, length);
            Files.write(file, torn);
            assertThat(hdus(file)).as("cut at %d", length).startsWith(hdus.toArray(byte[][]::new));

            WriteReport annotated = annotate(file);
            assertThat(annotated.findings())
                    .as("annotated when cut at %d", length)
                    .extracting(Finding::code)
                    .isEqualTo(length == before.length ? List.of() : List.of(VoTagsFinding.TORN_TAIL));
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);

            Files.write(file, torn);
            Path stripped = folder.resolve("stripped");
            VoTagsWriter.strip(file, stripped, WriteOptions.DEFAULT);
            assertThat(Files.readAllBytes(stripped))
                    .as("stripped when cut at %d", length)
                    .isEqualTo(before);
            Files.delete(stripped); // a new file needs no sync, which a thousand times takes a while
        }
    }

    /// Every byte of the first cards and at the edges of blocks; of the values and the data behind, each
    /// seventh.
    private static int step(int appended) {
        return appended > 1200 && appended % 2880 > 50 && appended % 2880 < 2830 ? 7 : 1;
    }

    /// Without its provenance nobody knows which of the values were inferred.
    @Test
    void aTornExtensionIsNotRead() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        annotate(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 2880));

        try (FitsFile fits = FitsFile.open(file)) {
            assertThat(VoTagsReader.read(fits)).isEmpty();
        }

        assertThat(strip(file).findings()).extracting(Finding::code).containsExactly(VoTagsFinding.TORN_TAIL);
        assertThat(file).hasBinaryContent(events().bytes());
    }

    @Test
    void whoIsRefusedIsNotToldThatATornExtensionWasRemoved() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        annotate(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] torn = Arrays.copyOf(whole, whole.length - 2880);
        Files.write(file, torn);
        ObsCoreRow row = ObsCoreRow.builder()
                .set(ObsCoreColumn.OBS_TITLE, "Caf\u00e9", new Origin.Given("test"))
                .build();

        WriteReport report = VoTagsWriter.annotate(file, file, row, WriteOptions.DEFAULT);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.REFUSED);
        assertThat(file).hasBinaryContent(torn);
    }

    /// It may be cut by a broken download, and what is left of it may be all there is.
    @Test
    void theTornExtensionOfAnotherWriterIsRefusedAndNotRemoved() throws Exception {
        Path file = TaggedFiles.foreign(folder.resolve("seed.fits"), "[]", VoTagsReaderTest.SEED_TABLE);
        byte[] torn = Arrays.copyOf(Files.readAllBytes(file), 2 * 2880);
        Files.write(file, torn);

        assertThat(annotate(file).outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(file).hasBinaryContent(torn);
    }

    private static List<byte[]> hdus(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            List<byte[]> bytes = new java.util.ArrayList<>();
            for (Hdu hdu : fits.hdus().subList(0, 2)) {
                bytes.add(hdu.stored());
            }
            return bytes;
        }
    }
}
