// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// Types the tutorial: each `sh` block, in order, in a folder that looks like the checkout. Every line of the `text`
/// block that follows must be printed, in the order given.
class TutorialTest {

    private static final Path PAGE = SharedData.checkout().resolve("docs/tutorial/first-service.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|sh serve|sh fails|text)\\n(.*?)^```$");
    private static final Pattern PYTHON = Pattern.compile("(?ms)^```python\\n(.*?)^```$");
    private static final String ADDRESS = "http://127.0.0.1:8080";

    @TempDir
    Path folder;

    private Vo4heProcess server;

    @BeforeEach
    void makeItLookLikeTheCheckout() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("examples"), SharedData.checkout().resolve("examples"));
        Path command = Files.writeString(folder.resolve("vo4he"), """
                #!/bin/sh
                exec "%s/bin/java" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), Vo4he.class.getName()));
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void stop() throws IOException {
        stopServer();
        Files.delete(folder.resolve("examples"));
    }

    @Test
    void everyCommandOfTheTutorialDoesWhatThePageSays() throws Exception {
        String printed = "";
        String address = ADDRESS;
        int typed = 0;
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "sh" -> printed = type(text.replace(ADDRESS, address), true);
                case "sh fails" -> printed = type(text.replace(ADDRESS, address), false);
                case "sh serve" -> {
                    address = serve(text.strip().split(" "));
                    printed = "ready " + ADDRESS + "/";
                }
                case "text" ->
                    assertThat(printed).containsSubsequence(text.lines().toList());
                default -> throw new AssertionError(block.group(1));
            }
            typed++;
        }
        assertThat(typed).isGreaterThan(15);
    }

    @Test
    void theLinesForPyvoPrintTargetsAndAddresses() throws Exception {
        Matcher script = PYTHON.matcher(Files.readString(PAGE));
        assertThat(script.find()).isTrue();
        String address = serve("./vo4he", "serve", "examples/products", "--state", "my-state");

        Verdict verdict = Judges.python(script.group(1).replace(ADDRESS, address));

        assertThat(verdict.out()).as(verdict.toString()).contains("M82 " + address);
    }

    private String type(String commands, boolean succeeds) {
        Verdict verdict = Judges.run(
                Path.of("/bin/sh"),
                List.of("-c", "cd \"$1\" && set -e\n" + commands, "sh", folder.toString()),
                Duration.ofMinutes(2));
        assertThat(verdict.exitCode() == 0).as(verdict.toString()).isEqualTo(succeeds);
        return verdict.text();
    }

    /// Stops the server of before.
    ///
    /// @param words `./vo4he serve FOLDER --state STATE` and options
    private String serve(String... words) throws IOException {
        stopServer();
        Object[] options = Arrays.copyOfRange(words, 5, words.length);
        server = Vo4heProcess.serve(folder.resolve(words[2]), folder.resolve(words[4]), options);
        return server.ready();
    }

    private void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
