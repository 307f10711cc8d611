// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// The two programs of `docs/how-to/pipeline.md`, run as they stand there.
class PipelinePageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void putTheCommandAndTwoProductsThere() throws Exception {
        Path command = Files.writeString(folder.resolve("vo4he"), """
                #!/bin/sh
                exec "%s/bin/java" -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), Vo4he.class.getName()));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Samples.eventList().write(folder.resolve("a.fits"));
        Samples.eventList().write(folder.resolve("b.fits"));
    }

    private String block(String language) throws Exception {
        Path page = SharedData.checkout().resolve("docs/how-to/pipeline.md");
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(page));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void thePythonProgramAnnotatesAndPrintsOutcomes() throws Exception {
        Path script = Files.writeString(folder.resolve("pipeline.py"), block("python"));
        String python = Judges.require(Judges.Judge.PYTHON).toString();

        String said = run(python, script.toString(), "a.fits", "b.fits");

        assertThat(said).isEqualTo("a.fits written\nb.fits written\n");
        assertThat(Files.size(folder.resolve("a.fits")))
                .isGreaterThan(Samples.eventList().bytes().length);
    }

    @Test
    void theShellLinesWriteCopiesAndResults() throws Exception {
        run("sh", "-c", block("sh"));

        assertThat(Files.readAllLines(folder.resolve("results.jsonl")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"written\""));
        assertThat(folder.resolve("tagged-a.fits")).exists();
        assertThat(folder.resolve("a.fits"))
                .hasBinaryContent(Samples.eventList().bytes());
    }
}
