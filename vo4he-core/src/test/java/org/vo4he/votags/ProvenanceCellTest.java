// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// The provenance of the extension in the layouts that others give it, read by [VoTagsReader].
class ProvenanceCellTest {

    @TempDir
    Path folder;

    private static List<VoTagsFinding> codes(VoTags tags) {
        return tags.findings().stream().map(f -> (VoTagsFinding) f.code()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40A", "PA(40)"})
    void provenanceInABinaryTableIsRead(String form) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        FitsTable table = fits.table("VO-TAGS").card("TARG_NM", "Crab");
        if (form.startsWith("P")) {
            table.vectors("Provenance", form, ascii("{\"provenance\":[]}"));
        } else {
            table.column("Provenance", form, "{\"provenance\":[]}");
        }

        VoTags tags = TaggedFiles.tags(fits.write(folder.resolve("binary.fits")));

        assertThat(tags.provenanceJson()).contains("{\"provenance\":[]}");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.LAYOUT);
    }

    private static double[] ascii(String text) {
        return text.chars().asDoubleStream().toArray();
    }

    @Test
    void theOnlyColumnIsTheProvenanceWhateverItsName() throws Exception {
        Path file = TaggedFiles.foreign(folder.resolve("file.fits"), "[1]", List.of());
        String misread = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("TTYPE1", "TIYPE1");
        Files.writeString(file, misread, StandardCharsets.ISO_8859_1);

        VoTags tags = TaggedFiles.tags(file);

        assertThat(tags.provenanceJson()).contains("[1]");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.LAYOUT, VoTagsFinding.PROVENANCE_UNREADABLE);
    }

    @Test
    void aTextCutIntoRowsIsPutTogether() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("VO-TAGS").column("provenance", "12A", "[{\"args\": ", "[{\"index\": 1", ", \"a  b\"", ":1}]}]");

        VoTags tags = TaggedFiles.tags(fits.write(folder.resolve("rows.fits")));

        assertThat(tags.provenanceJson().orElseThrow())
                .isEqualToIgnoringWhitespace("[{\"args\":[{\"index\":1,\"a  b\":1}]}]");
    }

    @Test
    void jsonThatIsNoneIsAFinding() throws Exception {
        VoTags tags =
                TaggedFiles.tags(TaggedFiles.foreign(folder.resolve("file.fits"), "{\"provenance\": [", List.of()));

        assertThat(tags.provenanceJson()).contains("{\"provenance\": [");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.PROVENANCE_UNREADABLE);
    }
}
