// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;

/// The program of `docs/how-to/annotate-from-java.md`, compiled and run as it stands there.
class PipelineExampleTest {

    private static final Path PAGE = Path.of("../docs/how-to/annotate-from-java.md");

    @TempDir
    Path folder;

    @Test
    void theProgramOfThePageAnnotatesReadsChecksAndStrips() throws Exception {
        Path product = TaggedFiles.events().write(folder.resolve("src.pha"));
        byte[] before = Files.readAllBytes(product);

        String said = run(compiled(), product);

        assertThat(said.lines()).containsExactly("type spectrum", "findings []", "stripped WRITTEN");
        VoTags tags = VoTags.read(product).orElseThrow();
        assertThat(tags.values().get(ObsCoreColumn.ENERGY_MAX).value()).isEqualTo(12000.0);
        assertThat(tags.provenanceJson().orElseThrow()).contains("extract", "urn:svom:model:crab-1", "4XMM-DR14");
        assertThat(folder.resolve("plain.fits")).hasBinaryContent(before);
    }

    private Path compiled() throws Exception {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```java\n") + "```java\n".length();
        Path source = Files.writeString(
                folder.resolve("AnnotateProduct.java"), page.substring(start, page.indexOf("```", start)));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        return folder;
    }

    private static String run(Path classes, Path product) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            loader.loadClass("AnnotateProduct")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {product.toString()});
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
