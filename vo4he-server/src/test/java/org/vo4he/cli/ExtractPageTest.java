// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;

/// Every command of the how-to page on extraction, as it stands there.
class ExtractPageTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^vo4he (extract .*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final List<String> FILES = List.of("--spectrum", "--lightcurve", "--image", "--profile", "--events");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfThePageMakesItsFilesCleanAndTagged() throws Exception {
        String page = Files.readString(SharedData.checkout().resolve("docs/how-to/extract.md"));
        int commands = 0;
        for (Matcher command = COMMAND.matcher(page); command.find(); commands++) {
            List<Path> outputs = new ArrayList<>();
            CommandRun run = CommandRun.of(words(command.group(1), outputs).toArray());

            assertThat(run.exitCode()).as(command.group() + "\n" + run.err()).isZero();
            for (Path output : outputs) {
                assertThat(Judges.fitsverify(output).out())
                        .contains("verification OK")
                        .doesNotContain("arning");
                assertThat(VoTags.read(output)).isPresent();
            }
        }
        assertThat(commands).isEqualTo(4);
        assertThat(folder.resolve("src_bkg.pha")).exists();
    }

    private List<Object> words(String line, List<Path> outputs) {
        List<Object> words = new ArrayList<>();
        String before = "";
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            if (text.equals("events.fits")) {
                words.add(SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits"));
            } else if (FILES.contains(before)) {
                outputs.add(folder.resolve(text));
                words.add(outputs.getLast());
            } else {
                words.add(text);
            }
            before = text;
        }
        return words;
    }
}
