// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.votags.TaggedFiles.annotate;
import static org.vo4he.votags.TaggedFiles.events;
import static org.vo4he.votags.TaggedFiles.row;
import static org.vo4he.votags.TaggedFiles.strip;
import static org.vo4he.votags.TaggedFiles.tags;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
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
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;

/// [VoTagsWriter] on small files made byte by byte, read back by [VoTagsReader].
class VoTagsWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));

        WriteReport report = annotate(file);

        VoTags tags = tags(file);
        assertThat(report)
                .isEqualTo(new WriteReport(
                        WriteReport.Outcome.WRITTEN, List.of(), Files.size(file) - events().bytes().length));
        assertThat(tags.findings()).isEmpty();
        assertThat(tags.values()).hasSize(7).allSatisfy((column, value) -> {
            assertThat(value.value()).isEqualTo(row().get(column).value());
            assertThat(value.origin())
                    .isEqualTo(new Origin.Tag(
                            VoTagsKeyword.of(column).name(),
                            Optional.of(row().get(column).origin())));
            assertThat(tags.recorded()).containsEntry(column, row().get(column).origin());
            assertThat(tags.inferred(column)).isTrue();
        });
        assertThat(tags.declared())
                .as("the publisher's columns are not a pipeline's to write")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.fits", "events.fits.gz"})
    void strippingAnAnnotatedFileGivesTheFileBefore(String name) throws Exception {
        Path file = events().write(folder.resolve(name));
        byte[] before = Files.readAllBytes(file);

        annotate(file);
        assertThat(file)
                .hasSize(Files.size(file))
                .satisfies(f ->
                        assertThat(Files.readAllBytes(f)).startsWith(before).hasSizeGreaterThan(before.length));
        WriteReport report = strip(file);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.fits", "events.fits.gz"})
    void annotatingTwiceGivesTheSameBytes(String name) throws Exception {
        Path file = events().write(folder.resolve(name));
        annotate(file);
        byte[] once = Files.readAllBytes(file);

        assertThat(annotate(file).outcome()).isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(file).hasBinaryContent(once);

        Path elsewhere = folder.resolve("other-" + name);
        VoTagsWriter.annotate(file, elsewhere, row(), WriteOptions.DEFAULT);
        assertThat(elsewhere).hasBinaryContent(once);
    }

    @Test
    void annotatingFromTheTagsThemselvesKeepsWhatWasRecordedOfTheirOrigin() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        annotate(file);

        WriteReport report = VoTagsWriter.annotate(file, file, TaggedFiles.rowOf(tags(file)), WriteOptions.DEFAULT);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.UNCHANGED);
    }

    @Test
    void aTagThatSomebodyEditedIsNoLongerAnInference() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        annotate(file);
        byte[] edited = Damage.withCard(Files.readAllBytes(file), "S_RA", "S_RA    =                 10.5");
        Files.write(file, edited);

        VoTags tags = tags(file);

        assertThat(TaggedFiles.value(tags, ObsCoreColumn.S_RA)).contains(10.5);
        assertThat(tags.inferred(ObsCoreColumn.S_RA)).isFalse();
        assertThat(tags.inferred(ObsCoreColumn.TARGET_NAME)).isTrue();
    }

    @Test
    void whatTheUserGaveIsNoInference() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        ObsCoreRow given = row().with()
                .set(ObsCoreColumn.TARGET_NAME, "Crab", new Origin.Given("--set target_name=Crab"))
                .set(ObsCoreColumn.ACCESS_URL, "https://a.b/c", new Origin.Given("--set access_url=https://a.b/c"))
                .build();

        VoTagsWriter.annotate(file, file, given, WriteOptions.DEFAULT);

        VoTags tags = tags(file);
        assertThat(tags.inferred(ObsCoreColumn.TARGET_NAME)).isFalse();
        assertThat(tags.recorded().get(ObsCoreColumn.TARGET_NAME))
                .isEqualTo(new Origin.Given("--set target_name=Crab"));
        assertThat(tags.declared()).containsOnly(java.util.Map.entry(ObsCoreColumn.ACCESS_URL, "https://a.b/c"));

        annotate(file);
        assertThat(tags(file).declared()).containsEntry(ObsCoreColumn.ACCESS_URL, "https://a.b/c");
    }

    @Test
    void everyOtherHduKeepsItsBytesAndItsPlace() throws Exception {
        FitsBuilder fits = events();
        Path file = fits.write(folder.resolve("events.fits"));
        annotate(file);
        byte[] later = new FitsBuilder().bytes();
        System.arraycopy("XTENSION= 'IMAGE   '".getBytes("US-ASCII"), 0, later, 0, 20);
        byte[] extension = Damage.withCard(later, "EXTEND", "EXTNAME = 'LATER   '");
        Files.write(file, extension, java.nio.file.StandardOpenOption.APPEND);
        ObsCoreRow longer = row().with()
                .set(ObsCoreColumn.OBS_TITLE, "x".repeat(4000), new Origin.Given("--set"))
                .build();

        VoTagsWriter.annotate(file, file, longer, WriteOptions.DEFAULT);

        assertThat(names(file)).containsExactly("PRIMARY", "EVENTS", "VO-TAGS", "LATER");
        assertThat(tags(file).values()).hasSize(8);
        strip(file);
        byte[] without = Files.readAllBytes(file);
        assertThat(without).isEqualTo(Damage.withTail(fits.bytes(), extension));
    }

    @Test
    void severalExtensionsBecomeOne() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        byte[] before = Files.readAllBytes(file);
        annotate(file);
        byte[] once = Files.readAllBytes(file);
        byte[] tags = java.util.Arrays.copyOfRange(once, before.length, once.length);
        Files.write(file, tags, java.nio.file.StandardOpenOption.APPEND);

        WriteReport report = annotate(file);

        assertThat(report.findings()).isEmpty();
        assertThat(file).hasBinaryContent(once);
    }

    @Test
    void aSymbolicLinkIsFollowedAndModeIsKept() throws Exception {
        Path file = events().write(folder.resolve("real/events.fits"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.fits"), file);
        byte[] before = Files.readAllBytes(file);

        annotate(link);
        strip(link);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r----x");
        assertThat(folder.resolve("real")).isDirectoryContaining(f -> f.equals(file));
        assertThat(Files.list(folder.resolve("real"))).hasSize(1);
    }

    @Test
    void theOriginalStaysAsItIsWhenTheResultGoesElsewhere() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        byte[] before = Files.readAllBytes(file);
        Path out = Files.createDirectory(folder.resolve("out")).resolve("events.fits");

        VoTagsWriter.annotate(file, out, row(), WriteOptions.DEFAULT);

        assertThat(file).hasBinaryContent(before);
        annotate(file);
        assertThat(out).hasSameBinaryContentAs(file);
    }

    @Test
    void provenanceOfTheFileIsCarriedAndGivenProvenanceReplacesIt() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        ProvenanceDocument made = new ProvenanceDocument(
                List.of(new ProvenanceStep(List.of(new Argument.Parameter(1, "café & Co", true, "2")))));
        VoTagsWriter.annotate(
                file, file, row(), WriteOptions.DEFAULT.withDurable(true).withProvenance(Optional.of(made)));

        VoTagsWriter.annotate(file, file, ObsCoreRow.builder().build(), WriteOptions.DEFAULT);

        VoTags tags = tags(file);
        assertThat(tags.values()).isEmpty();
        assertThat(ProvenanceJson.read(tags.provenanceJson().orElseThrow()).document())
                .isEqualTo(made);
    }

    @Test
    void provenanceThatCfitsioCouldNotReadIsRefused() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        byte[] before = Files.readAllBytes(file);

        WriteReport longest = VoTagsWriter.annotate(
                file, folder.resolve("ok.fits"), ObsCoreRow.builder().build(), withProvenanceOf(28_799));
        WriteReport tooLong =
                VoTagsWriter.annotate(file, file, ObsCoreRow.builder().build(), withProvenanceOf(28_800));

        assertThat(longest.outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(tooLong.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(tooLong.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.PROVENANCE_TOO_LONG);
        assertThat(tooLong.findings().getFirst().message()).contains("28800");
        assertThat(file).hasBinaryContent(before);
    }

    static WriteOptions withProvenanceOf(int length) {
        ProvenanceDocument one = documentWith("");
        String value = "v".repeat(length - ProvenanceJson.write(one).length());
        return WriteOptions.DEFAULT.withProvenance(Optional.of(documentWith(value)));
    }

    private static ProvenanceDocument documentWith(String value) {
        return new ProvenanceDocument(
                List.of(new ProvenanceStep(List.of(new Argument.Parameter(0, "", false, value)))));
    }

    @Test
    void unreadableProvenanceIsNotThrownAway() throws Exception {
        Path file = TaggedFiles.foreign(folder.resolve("odd.fits"), "{not json", List.of("TARG_NM = 'Crab    '"));
        byte[] before = Files.readAllBytes(file);

        WriteReport report = annotate(file);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.REFUSED);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aValueThatNoHeaderCanHoldIsLeftOutWithAFinding() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        ObsCoreRow greek = row().with()
                .set(ObsCoreColumn.TARGET_NAME, "α Cen", new Origin.Card("EVENTS", "OBJECT"))
                .build();

        WriteReport report = VoTagsWriter.annotate(file, file, greek, WriteOptions.DEFAULT);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.NOT_ASCII);
        assertThat(tags(file).values()).hasSize(6).doesNotContainKey(ObsCoreColumn.TARGET_NAME);
    }

    @Test
    void aValueThatWasOrderedAndNoHeaderCanHoldRefusesTheFile() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        byte[] before = Files.readAllBytes(file);
        ObsCoreRow greek = row().with()
                .set(ObsCoreColumn.TARGET_NAME, "α Cen", new Origin.Given("--set"))
                .build();

        WriteReport report = VoTagsWriter.annotate(file, file, greek, WriteOptions.DEFAULT);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.REFUSED);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aRowThatContradictsItselfIsRefusedWithTheReadersSentence() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        ObsCoreRow backwards = row().with()
                .set(ObsCoreColumn.T_MIN, 60000.0, new Origin.Given("--set"))
                .set(ObsCoreColumn.T_MAX, 50000.0, new Origin.Card("EVENTS", "TSTOP"))
                .build();

        WriteReport report = VoTagsWriter.annotate(file, file, backwards, WriteOptions.DEFAULT);

        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
        assertThat(report.findings().getFirst().message()).contains("T_MIN = 60000.0 is above T_MAX = 50000.0");
    }

    @Test
    void cardsOfOthersAreKept() throws Exception {
        Path file = TaggedFiles.foreign(
                folder.resolve("seed.fits"),
                "[]",
                List.of(
                        "DISC_TYP= 'image   '           / disc_type",
                        "GRB_NM  = 'GRB 241209A, of the first week'",
                        "T90     =               200.25 / [s]",
                        "COMMENT said by hand"));

        annotate(file);

        assertThat(tags(file).others())
                .extracting(card -> card.keyword() + "=" + card.value() + "/" + card.comment())
                .containsExactly(
                        "DISC_TYP=image/disc_type",
                        "GRB_NM=GRB 241209A, of the first week/",
                        "T90=200.25/[s]",
                        "COMMENT=null/said by hand");
    }

    @Test
    void aFileWithBytesBehindItsLastHduIsRefused() throws Exception {
        refused(Damage.withTail(events().bytes(), "garbage".getBytes("US-ASCII")), "8640");
        refused(Damage.withTail(events().bytes(), new byte[2880]), "8640");
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() throws Exception {
        byte[] whole = events().bytes();
        refused(Damage.cutAt(whole, whole.length - 1), "padding");
        refused(Damage.cutAt(whole, whole.length - 2879), "announces 16 bytes of data");
        refused(Damage.cutAt(whole, 2880 + 500), "END");
    }

    @Test
    void aDamagedGzipFileIsRefused() throws Exception {
        byte[] whole = events().gzipped();
        refused(Damage.cutAt(whole, whole.length - 1), "gzip");
        refused(Damage.overwritten(whole, whole.length - 6, (byte) 1), "gzip");
        refused(Damage.withTail(whole, "garbage".getBytes("US-ASCII")), "8640");
    }

    private void refused(byte[] content, String because) throws Exception {
        Path file = Files.write(folder.resolve("broken.fits"), content);
        for (WriteReport report : List.of(annotate(file), strip(file))) {
            assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.REFUSED);
            assertThat(report.findings()).extracting(Finding::code).containsExactly(VoTagsFinding.REFUSED);
            assertThat(report.findings().getFirst().message()).contains(because);
            assertThat(file).hasBinaryContent(content);
        }
    }

    /// Only the superuser can make the file somebody else's, so only then can this be seen.
    @Test
    void theOwnerIsKept() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        UserPrincipal other =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try {
            Files.setOwner(file, other);
        } catch (FileSystemException e) {
            Assumptions.abort("files can't be given away here: " + e.getMessage());
        }

        annotate(file);
        strip(file);

        assertThat(Files.getOwner(file)).isEqualTo(other);
    }

    private static List<String> names(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            return fits.hdus().stream().map(Hdu::name).toList();
        }
    }
}
