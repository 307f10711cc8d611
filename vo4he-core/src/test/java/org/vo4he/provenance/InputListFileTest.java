// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [InputListFile] and [InputLists] with a mosaic of more images than a FITS table can name.
class InputListFileTest {

    @TempDir
    private Path folder;

    private static ProvenanceDocument mosaic(int images) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument.Input(0, new DataFile("the program", false, "/opt", "mosaic.py")));
        for (int i = 0; i < images; i++) {
            arguments.add(
                    new Argument.Input(i + 1, new DataFile("image", true, "/data/survey", "image" + i + "é.fits")));
        }
        arguments.add(new Argument.Output(images + 1, new DataFile("", false, "", "mosaic.fits")));
        return new ProvenanceDocument(List.of(new ProvenanceStep(arguments)));
    }

    @Test
    void tooManyInputsMoveIntoAListAndCanBeReadBack() throws Exception {
        ProvenanceDocument document = mosaic(1000);

        InputLists lists = InputLists.movedOutOf(
                document, "mosaic.fits", one -> ProvenanceJson.write(one).length() <= 28_799);
        ProvenanceDocument brief = lists.document();
        lists.write(folder, true);

        assertThat(ProvenanceJson.write(document)).hasSizeGreaterThan(28_799);
        assertThat(ProvenanceJson.write(brief)).hasSizeLessThan(700);
        assertThat(ProvenanceJson.read(ProvenanceJson.write(brief)).remarks()).isEmpty();
        Argument.InputList list =
                (Argument.InputList) brief.steps().getFirst().arguments().get(1);
        assertThat(list.count()).isEqualTo(OptionalLong.of(1000));
        Path written = folder.resolve(list.list().path());
        assertThat(list.list().checksum()).contains(Sha256.of(written));
        assertThat(InputListFile.read(written))
                .hasSize(1000)
                .contains(new DataFile("image", true, "/data/survey", "image999é.fits"));
        assertThat(InputListFile.listed(list, Optional.of(written)))
                .isEqualTo(new InputListFile.Listed(InputListFile.read(written), Optional.empty()));
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void onlyTheLongestListsAreMovedUntilTheRestFits() {
        ProvenanceDocument document = new ProvenanceDocument(List.of(
                mosaic(3).steps().getFirst(),
                mosaic(300).steps().getFirst(),
                mosaic(200).steps().getFirst()));

        InputLists lists = InputLists.movedOutOf(
                document, "m.fits", one -> ProvenanceJson.write(one).length() <= 28_799);

        assertThat(lists.names()).singleElement().asString().matches("m\\.fits\\.step1\\.[0-9a-f]{8}\\.inputs\\.jsonl");
        assertThat(lists.document().steps().get(2)).isEqualTo(document.steps().get(2));
    }

    @Test
    void fewInputsStayWhereTheyAre() throws Exception {
        InputLists lists = InputLists.movedOutOf(mosaic(3), "mosaic.fits", _ -> true);

        assertThat(lists.document()).isEqualTo(mosaic(3));
        assertThat(lists.names()).isEmpty();
    }

    @Test
    void aListOfPlainNamesIsReadToo() throws Exception {
        Path list = Files.writeString(folder.resolve("a.lst"), "# images\n\na.fits\r\n /data/b.fits \n");

        assertThat(InputListFile.read(list)).extracting(DataFile::path).containsExactly("a.fits", "/data/b.fits");
    }

    @Test
    void aBrokenLineIsNamed() throws Exception {
        Path list = Files.writeString(folder.resolve("a.lst"), "a.fits\n{\"path\":\n");

        assertThatThrownBy(() -> InputListFile.read(list))
                .isInstanceOf(ProvenanceFormatException.class)
                .hasMessageStartingWith("line 2 is not JSON");
    }
}
