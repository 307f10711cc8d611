// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.preview.PreviewArchive.Product;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// `/previews/` over HTTP on the example products.
@Timeout(120)
class PreviewPicturesTest {

    private static final Path EXAMPLES = SharedData.checkout().resolve("examples/products");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SPECTRUM = "sim0001_spectrum.pha";
    private static final String BACKGROUND = "sim0001_background.pha";
    private static final String RMF = "sim0001.rmf";
    private static final String EVENTS = "m82_10027_events.fits";

    @TempDir
    private Path folder;

    private PreviewArchive archive;

    @BeforeEach
    void start() throws Exception {
        Path published = Files.createDirectories(folder.resolve("published"));
        for (String file :
                List.of("simulated/" + SPECTRUM, "simulated/" + BACKGROUND, "simulated/" + RMF, "chandra/" + EVENTS)) {
            Path from = EXAMPLES.resolve(file);
            Files.copy(from, published.resolve(from.getFileName()));
        }
        archive = PreviewArchive.start(
                folder,
                PreviewSettings.defaults(),
                List.of(
                        Product.of(SPECTRUM, 1).naming("RESPFILE", RMF).naming("BACKFILE", BACKGROUND),
                        Product.of(BACKGROUND, 1),
                        Product.of(RMF, 1),
                        Product.of(EVENTS, 1)));
    }

    @AfterEach
    void stop() throws IOException {
        archive.close();
    }

    /// The background has channels only: nothing names a response for it.
    @ParameterizedTest
    @CsvSource({
        BACKGROUND + ",plot=spectrum&unit=Hz,parameter unit: this plot has no axis of energies",
        BACKGROUND + ",unit=keV,parameter unit: this plot has no axis of energies",
        SPECTRUM + ",stretch=log,parameter stretch: this plot is drawn with lines and points",
        EVENTS + ",plot=light-curve&unit=Angstrom,parameter unit: this plot has no axis of energies",
        EVENTS + ",plot=image&xscale=log,'parameters xscale, yscale: the axes of a plot of the kind image'"
    })
    void whatAPlotCanNotUseIsRefusedWithASentence(String file, String query, String sentence) throws IOException {
        assertThat(Asking.get(archive.preview(file, ".svg")).statusCode()).isEqualTo(200);
        for (String suffix : List.of(".svg", ".json", ".vot")) {
            HttpResponse<byte[]> answer = Asking.get(archive.preview(file, suffix + "?" + query));
            assertThat(answer.statusCode()).as(suffix).isEqualTo(400);
            assertThat(Asking.text(answer)).contains(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({
        SPECTRUM + ",unit=Hz",
        RMF + ",unit=Angstrom&stretch=sqrt&xscale=linear",
        EVENTS + ",plot=image&stretch=sqrt",
        EVENTS + ",plot=light-curve&yscale=log"
    })
    void whatAPlotCanUseIsUsed(String file, String query) throws IOException {
        HttpResponse<byte[]> answer = Asking.get(archive.preview(file, ".svg?" + query));
        assertThat(answer.statusCode()).as(Asking.text(answer)).isEqualTo(200);
    }

    @Test
    void aPictureHasTheSizeThatIsAskedFor() throws IOException {
        var image =
                ImageIO.read(new ByteArrayInputStream(Asking.get(archive.preview(SPECTRUM, ".png?width=333&height=222"))
                        .body()));

        assertThat(image.getWidth()).isEqualTo(333);
        assertThat(image.getHeight()).isEqualTo(222);
    }

    @Test
    void everyChoiceChangesThePicture() throws IOException {
        List<String> choices = List.of(
                "",
                "?theme=dark",
                "?unit=Hz",
                "?unit=Angstrom",
                "?xscale=linear",
                "?yscale=linear",
                "?xmin=1&xmax=2",
                "?ymin=1&ymax=20");
        Set<String> pictures = new HashSet<>();
        for (String choice : choices) {
            pictures.add(Asking.text(Asking.get(archive.preview(SPECTRUM, ".svg" + choice))));
        }
        for (String choice : List.of("", "?stretch=linear", "?plot=spectrum", "?plot=light-curve")) {
            pictures.add(Asking.text(Asking.get(archive.preview(EVENTS, ".svg" + choice))));
        }
        assertThat(pictures).hasSize(choices.size() + 4);
    }

    @Test
    void theNumbersComeAsJsonWithAxesColumnsAndSeries() throws IOException {
        HttpResponse<byte[]> response = Asking.get(archive.preview(SPECTRUM, ".json"));
        JsonNode plot = JSON.readTree(response.body());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(plot.path("kind").asText()).isEqualTo("spectrum");
        assertThat(plot.at("/x/unit").asText()).isEqualTo("keV");
        assertThat(plot.at("/x/min").asDouble()).isLessThan(plot.at("/x/max").asDouble());
        assertThat(plot.path("series")).hasSize(2);
        for (JsonNode series : plot.path("series")) {
            assertThat(plot.path("columns"))
                    .anyMatch(column -> column.path("name").equals(series.path("y")));
        }
        int rows = plot.at("/columns/0/values").size();
        assertThat(rows).isPositive();
        assertThat(plot.path("columns"))
                .allMatch(column -> column.path("values").size() == rows);
    }

    @Test
    void theResponseAndTheBackgroundThatBelongToASpectrumAreUsed() throws IOException {
        String description = JSON.readTree(
                        Asking.get(archive.preview(SPECTRUM, ".json")).body())
                .path("description")
                .asText();

        assertThat(description).contains(RMF).contains(BACKGROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {SPECTRUM, EVENTS, RMF})
    void theNumbersAsVotablePassVotlint(String file) throws IOException {
        HttpResponse<byte[]> response = Asking.get(archive.preview(file, ".vot"));
        Path document = Files.write(folder.resolve("plot.vot"), response.body());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(Asking.text(response)).contains("<INFO name=\"QUERY_STATUS\" value=\"OK\"/>");
        assertThat(Judges.stilts("votlint", document.toString()).text()).doesNotContain("ERROR");
    }

    @Test
    void whatBelongsToAProductIsDrawnAnewWhenItChanges() throws IOException {
        String before = Asking.get(archive.preview(SPECTRUM, ".svg"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Files.delete(archive.published().resolve(BACKGROUND));

        HttpResponse<byte[]> after = Asking.get(archive.preview(SPECTRUM, ".svg"), "If-None-Match", before);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(Asking.text(after)).doesNotContain("background, scaled");
    }

    @Test
    void aFileThatWasReplacedSinceTheHarvestIsDrawnAsItIsNow() throws IOException {
        byte[] before = Asking.get(archive.preview(SPECTRUM, ".png")).body();
        Files.copy(
                EXAMPLES.resolve("simulated/" + BACKGROUND),
                archive.published().resolve(SPECTRUM),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(Asking.get(archive.preview(SPECTRUM, ".png")).body()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({EVENTS + ", image spectrum light-curve", SPECTRUM + ", spectrum", RMF + ", response"})
    void thePageIsToldOfEveryPictureInWords(String file, String kinds) throws Exception {
        List<Preview> previews = archive.previews().previews(archive.product(file), Duration.ofSeconds(60));

        assertThat(previews).extracting(Preview::kind).containsExactly(kinds.split(" "));
        assertThat(previews).allSatisfy(preview -> {
            assertThat(preview.title()).isNotBlank();
            assertThat(preview.description()).hasSizeGreaterThan(40).matches("(?s).*\\d.*");
            assertThat(preview.x().low()).isLessThan(preview.x().high());
        });
        assertThat(archive.previews().previews(archive.product(file), Duration.ZERO))
                .isEqualTo(previews);
    }

    @Test
    void aPlotThatTheProductHasNotIs400WithThoseItHas() throws IOException {
        HttpResponse<byte[]> response = Asking.get(archive.preview(EVENTS, ".png?plot=response"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Asking.text(response))
                .contains("this product is not drawn as response, but as image, spectrum, light-curve");
    }
}
