// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.votags.TaggedFiles.annotate;
import static org.vo4he.votags.TaggedFiles.events;
import static org.vo4he.votags.TaggedFiles.row;
import static org.vo4he.votags.TaggedFiles.strip;
import static org.vo4he.votags.TaggedFiles.tags;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;

/// Tags of files in gzip: in a member of their own, or inside that of the others.
class GzipTagsTest {

    @TempDir
    Path folder;

    @Test
    void tagsThatAreAGzipMemberAreReplacedWithoutTouchingTheOthers() throws Exception {
        Path file = events().write(folder.resolve("events.fits.gz"));
        byte[] before = Files.readAllBytes(file);
        annotate(file);
        ObsCoreRow other = row().with()
                .set(ObsCoreColumn.TARGET_NAME, "Vela", new Origin.Given("--set"))
                .build();

        VoTagsWriter.annotate(file, file, other, WriteOptions.DEFAULT);

        assertThat(Files.readAllBytes(file)).startsWith(before);
        assertThat(TaggedFiles.value(tags(file), ObsCoreColumn.TARGET_NAME)).contains("Vela");
        strip(file);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void tagsInsideAGzipMemberAreReplacedByCompressingAgain() throws Exception {
        Path plain = events().write(folder.resolve("events.fits"));
        annotate(plain);
        Path file = folder.resolve("events.fits.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(plain, out);
        }

        strip(file);

        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(events().bytes());
        }
    }
}
