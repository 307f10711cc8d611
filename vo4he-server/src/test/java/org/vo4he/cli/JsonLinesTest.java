// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.testkit.FitsBuilder;

/// `--json-lines`: one process for thousands of files, driven by another program.
class JsonLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path events(String name) {
        return Samples.eventList().write(folder.resolve(name));
    }

    private static CommandRun annotate(String lines, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "annotate";
        arguments[1] = "--json-lines";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return CommandRun.withInput(lines, arguments);
    }

    private static List<JsonNode> results(CommandRun run) throws IOException {
        return run.out().lines().map(JsonLinesTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static String values(Path file) {
        return CommandRun.of("show", file, "--json").out();
    }

    @Test
    void aLineSaysByItselfHowItsFileIsWritten() throws Exception {
        Path one = events("one.fits");
        Path two = events("two.fits");
        String title = "A nebula ".repeat(12).strip();
        String inputs = IntStream.range(1, 1200)
                .mapToObj("{\"index\": %d, \"inputdata\": {\"path\": \"image%<d.fits\"}}"::formatted)
                .collect(Collectors.joining(", "));
        String request = "{\"file\": \"%s\", \"in_place\": true, \"set\": {\"obs_title\": \"%s\"}, \"no_continue\": %b,"
                + " \"durable\": true, \"long_provenance\": \"%s\", \"provenance\": {\"provenance\": [{\"args\": [%s]}]}}\n";

        CommandRun run = annotate(request.formatted(one, title, true, "lists", inputs)
                + request.formatted(two, title, false, "refuse", inputs));

        assertThat(results(run))
                .extracting(result -> result.path("outcome").asText())
                .containsExactly("written", "refused");
        assertThat(Files.readString(one, StandardCharsets.ISO_8859_1))
                .doesNotContain("CONTINUE  '")
                .contains(title);
        assertThat(results(run).getFirst().path("findings").findValuesAsText("code"))
                .containsExactly("votags-long-text", "votags-inputs-listed");
        assertThat(values(one)).doesNotContain("product-input-list");
        Files.delete(folder.resolve(list(one)));
        assertThat(values(one)).contains("product-input-list");
        assertThat(CommandRun.of("check", one).out()).contains("product-input-list");
    }

    private String list(Path product) throws IOException {
        try (Stream<Path> files = Files.list(product.getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(product.getFileName() + ".step0."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void eachLineIsAnsweredInItsOrderWithOutcomeBytesAndTime() throws Exception {
        List<Path> files = IntStream.range(0, 40)
                .mapToObj(n -> events(String.format(Locale.ROOT, "%02d.fits", n)))
                .toList();
        StringBuilder lines = new StringBuilder();
        files.forEach(file -> lines.append("{\"file\": \"%s\", \"in_place\": true}\n".formatted(file)));

        CommandRun run = annotate(lines.toString(), "--workers", 4);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        List<JsonNode> results = results(run);
        assertThat(results).hasSize(40);
        for (int n = 0; n < 40; n++) {
            JsonNode result = results.get(n);
            assertThat(result.get("line").asInt()).isEqualTo(n + 1);
            assertThat(result.get("file").asText()).isEqualTo(files.get(n).toString());
            assertThat(result.get("outcome").asText()).isEqualTo("written");
            assertThat(result.get("bytes").asLong()).isPositive().isLessThan(Files.size(files.get(n)));
            assertThat(result.get("micros").isIntegralNumber()).isTrue();
            assertThat(result.get("findings")).isEmpty();
        }
    }

    @Test
    void aBadLineIsAResultWithItsNumberAndTheNextLineIsDone() throws Exception {
        Path file = events("a.fits");
        CommandRun run = annotate("""
                {"file": "a.fits"
                [1, 2]
                {"file": "a.fits", "inplace": true}

                {"in_place": true}
                {"file": "a.fits", "in_place": "yes"}
                {"file": "a.fits"}
                {"file": "a.fits", "in_place": true, "set": {"obs_colour": "red"}}
                {"file": "a.fits", "in_place": true, "set": {"s_ra": [1]}}
                {"file": "a.fits", "in_place": true, "provenance": {"provenance": 3}}
                {"file": "a.fits", "file": "b.fits", "in_place": true}
                {"file": "a\\u0000.fits", "in_place": true}
                {"file": "%s", "in_place": true}
                """.formatted(file));

        List<JsonNode> results = results(run);
        assertThat(results)
                .extracting(result -> result.get("line").asInt())
                .containsExactly(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(results.subList(0, 11))
                .allSatisfy(result -> assertThat(result.get("outcome").asText()).isEqualTo("bad-line"));
        assertThat(results)
                .extracting(result -> result.path("message").asText())
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("the line is no JSON"),
                        message -> assertThat(message).isEqualTo("the line is no JSON object"),
                        message -> assertThat(message).startsWith("'inplace' is none of durable, file,"),
                        message -> assertThat(message).isEqualTo("'file' is missing"),
                        message -> assertThat(message).isEqualTo("'in_place' is \"yes\", not true or false"),
                        message -> assertThat(message).startsWith("where to write is not said"),
                        message -> assertThat(message).isEqualTo("'set': ObsCore has no column 'obs_colour'"),
                        message -> assertThat(message).isEqualTo("'set': s_ra is [1], not a single value"),
                        message -> assertThat(message).startsWith("'provenance' is no provenance"),
                        message -> assertThat(message).contains("Duplicate field 'file'"),
                        message -> assertThat(message).startsWith("'file' is no path"),
                        message -> assertThat(message).isEmpty());
        assertThat(results.getLast().get("outcome").asText()).isEqualTo("written");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void whatFailsNamesItsFileAndWhatIsOddAboutTheProvenanceIsAFinding() throws Exception {
        Path file = events("a.fits");

        CommandRun run = annotate("""
                {"file": "none.fits", "in_place": true}
                {"file": "%s", "in_place": true, "provenance": {"steps": []}}
                {"file": "a.fits", "in_place": true""".formatted(file));

        List<JsonNode> results = results(run);
        assertThat(results.get(0).path("file").asText()).isEqualTo("none.fits");
        assertThat(results.get(1).at("/findings/0/code").asText()).isEqualTo("votags-provenance-odd");
        assertThat(results.get(2).path("message").asText())
                .startsWith("the line is no JSON: ")
                .doesNotContain("Source");
    }

    @Test
    void aLineSaysValuesProvenanceAndTargetForItself() throws Exception {
        Path one = events("one.fits");
        Path two = events("two.fits");
        Path steps = Files.writeString(folder.resolve("steps.json"), """
                {"provenance": [{"args": [{"index": 1, "parameter": {"description": "bin", "editable": true, "value": "7"}}]}]}""");
        Path copy = folder.resolve("copy of one.fits");

        CommandRun run = annotate(
                """
                {"file": "%s", "out": "%s", "set": {"obs_title": "of a line", "calib_level": 3, "target_name": null}, "provenance": "%s"}
                {"file": "%s", "in_place": true, "provenance": {"provenance": [{"args": [{"index": 1, "parameter": {"description": "scale", "editable": true, "value": "9"}}]}]}}
                """.formatted(one, copy, steps, two), "--set", "obs_collection=Ours", "--set", "obs_title=of all");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        JsonNode first = json(values(copy)).at("/products/0");
        assertThat(first.at("/values/obs_title/value").asText()).isEqualTo("of a line");
        assertThat(first.at("/values/calib_level/value").asInt()).isEqualTo(3);
        assertThat(first.at("/values/obs_collection/value").asText()).isEqualTo("Ours");
        assertThat(first.at("/provenance").asText()).contains("\"bin\"");
        JsonNode second = json(values(two)).at("/products/0");
        assertThat(second.at("/values/obs_title/value").asText()).isEqualTo("of all");
        assertThat(second.at("/provenance").asText()).contains("\"scale\"");
        assertThat(one).hasBinaryContent(Samples.eventList().bytes());
    }

    @Test
    void linesOfOneFileAreDoneOneAfterTheOther() throws Exception {
        Path file = events("a.fits");
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 30; n++) {
            lines.append("{\"file\": \"%s\", \"set\": {\"obs_title\": \"title %d\"}}\n".formatted(file, n));
        }

        CommandRun run = annotate(lines.toString(), "--in-place", "--workers", 8);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(results(run))
                .allSatisfy(result -> assertThat(result.get("outcome").asText()).isEqualTo("written"));
        assertThat(json(values(file)).at("/products/0/values/obs_title/value").asText())
                .isEqualTo("title 29");
    }

    @ParameterizedTest
    @CsvSource({"none.fits, failed, 3", "text.fits, not-fits, 3", "gti.fits, skipped, 0", "cut.fits, refused, 3"})
    void whatCannotBeAnnotatedIsSaidAndTheWorstDecidesTheExitCode(String name, String outcome, int exitCode)
            throws Exception {
        Files.writeString(folder.resolve("text.fits"), "not FITS");
        FitsBuilder gti = new FitsBuilder();
        gti.table("GTI").card("HDUCLAS1", "GTI").column("START", "D", 1.0).column("STOP", "D", 2.0);
        gti.write(folder.resolve("gti.fits"));
        byte[] whole = Samples.eventList().bytes();
        Files.write(folder.resolve("cut.fits"), java.util.Arrays.copyOf(whole, whole.length - 1));
        Path good = events("good.fits");

        CommandRun run = annotate("""
                {"file": "%s", "in_place": true}
                {"file": "%s", "in_place": true}
                """.formatted(folder.resolve(name), good));

        assertThat(results(run))
                .extracting(result -> result.get("outcome").asText())
                .containsExactly(outcome, "written");
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void withoutInferenceOnlyWhatIsGivenIsWritten() throws Exception {
        Path file = events("a.fits");

        CommandRun run = annotate(
                "{\"file\": \"%s\", \"in_place\": true, \"infer\": false, \"set\": {\"target_name\": \"Vela\"}}\n"
                        .formatted(file));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        byte[] bytes = Files.readAllBytes(file);
        String tag = new String(bytes, StandardCharsets.US_ASCII)
                .substring(Samples.eventList().bytes().length);
        assertThat(tag).contains("'Vela").doesNotContain("INSTR ", "T_MIN");
    }

    @Test
    void stripCheckAndShowAreFiltersToo() throws Exception {
        Path file = events("a.fits");
        String line = "{\"file\": \"%s\"}\n".formatted(file);
        annotate(line, "--in-place");

        JsonNode shown = json(CommandRun.withInput(line, "show", "--json-lines").out());
        JsonNode checked =
                json(CommandRun.withInput(line, "check", "--json-lines").out());
        CommandRun stripped = CommandRun.withInput(line, "strip", "--json-lines", "--in-place");

        assertThat(shown.at("/products/0/values/target_name/value").asText()).isEqualTo("Crab");
        assertThat(checked.get("outcome").asText()).isEqualTo("published");
        assertThat(json(stripped.out()).get("outcome").asText()).isEqualTo("written");
        assertThat(file).hasBinaryContent(Samples.eventList().bytes());
    }

    @Test
    void filesAsArgumentsAndLinesExcludeEachOther() {
        assertThat(CommandRun.of("annotate", "--json-lines", "a.fits", "--in-place")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("show").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("check").err()).contains("FILE");
    }

    /// A program that asks and waits for the answer before it asks again.
    @Test
    @Timeout(60)
    void anAnswerComesBeforeTheNextLineIsSent() throws Exception {
        Path file = events("a.fits");
        PipedOutputStream ask = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(ask);
        PipedOutputStream out = new PipedOutputStream();
        BufferedReader answers =
                new BufferedReader(new java.io.InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
        CompletableFuture<Integer> run =
                CompletableFuture.supplyAsync(() -> Vo4he.commandLine(in, out).execute("check", "--json-lines"));

        for (int n = 1; n <= 3; n++) {
            ask.write("{\"file\": \"%s\"}\n".formatted(file).getBytes(StandardCharsets.UTF_8));
            ask.flush();
            assertThat(json(answers.readLine()).get("line").asInt()).isEqualTo(n);
        }
        ask.close();

        assertThat(run.get(30, TimeUnit.SECONDS)).isZero();
    }
}
