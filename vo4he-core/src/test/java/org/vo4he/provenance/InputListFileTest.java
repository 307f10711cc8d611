// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [InputListFile] with a mosaic of more images than a FITS table can name.
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

        ProvenanceDocument brief = InputListFile.byReference(document, folder, "mosaic.fits", 100);

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
    }

    @Test
    void fewInputsStayWhereTheyAre() throws Exception {
        assertThat(InputListFile.byReference(mosaic(3), folder, "mosaic.fits", 3))
                .isEqualTo(mosaic(3));
        assertThat(folder).isEmptyDirectory();
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
