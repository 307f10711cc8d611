// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.w3c.dom.Document;

/// The front page of [PagesArchive]: its sky and its times, against what a search finds.
@Timeout(60)
@ExtendWith(StartedOnce.class)
class FrontPageTest {

    private static PagesArchive archive;

    @BeforeAll
    static void open(PagesArchive shared) {
        archive = shared;
    }

    @Test
    void everyBarOverTimeFindsAsManyProductsAsItSays() throws IOException {
        Document page = archive.page("/");
        List<String> links = PageText.all(page, "//figure[@class='timeline']/svg/a/@href");
        List<String> labels = PageText.all(page, "//figure[@class='timeline']/svg/a/@aria-label");

        assertThat(links).hasSizeGreaterThan(3);
        for (int i = 0; i < links.size(); i++) {
            assertThat(labels.get(i)).endsWith(": " + PageText.text(archive.page(links.get(i)), "//h1"));
        }
        assertThat(labels.getFirst()).isEqualTo("2009-03: 1 product");
    }

    @Test
    void aProductThatStatesOnlyItsStartIsFoundAtThatMomentAndNotAmongThoseWithoutATime() throws IOException {
        assertThat(PageText.text(archive.page("/search?from=2009-06-17&to=2009-06-17"), "//h1"))
                .isEqualTo("1 product");
        assertThat(PageText.text(archive.page("/search?from=2009-06-16&to=2009-06-16"), "//h1"))
                .isEqualTo("0 products");
        assertThat(PageText.text(archive.page("/search?from=not+stated"), "//h1"))
                .isEqualTo("0 products");
    }

    @Test
    void theSkyHasADotForEveryPlaceThatLeadsToWhatIsThere() throws IOException {
        Document page = archive.page("/");

        assertThat(PageText.all(page, "//svg//a[circle]")).hasSizeGreaterThan(2);
        String crab = PageText.all(page, "//svg//a[contains(circle/title, '05h34m')]/@href")
                .getFirst();
        assertThat(PageText.all(archive.page(crab), "//table[@class='results']/tbody/tr"))
                .hasSize(1);
        assertThat(PageText.all(page, "//svg[@class='sky']/@aria-hidden")).containsExactly("true");
    }

    @Test
    void theSkyCanBeReadAsATableToo() throws IOException {
        List<String> rows = PageText.all(archive.page("/"), "//figure//details//tbody/tr");

        assertThat(rows).contains("05h34m31.97s +22°00′52.1″1");
        assertThat(PageText.all(archive.page("/"), "//figcaption/a")).contains("1 product states no position");
    }

    @Test
    void whatIsNotStatedIsCountedAndFound() throws IOException {
        Document page = archive.page("/search?instrument=not+stated");

        assertThat(PageText.text(page, "//h1")).isEqualTo("0 products");
        assertThat(PageText.all(archive.page("/search?pos=not+stated"), "//ul[@class='filters']/li"))
                .containsExactly("position not stated ×");
    }

    @Test
    void fewProductsAreGivenToTheMapOneByOne() throws IOException {
        JsonNode sky = json("/sky.json");

        assertThat(sky.path("products")).hasSize(PagesArchive.SPECTRA + 1);
        JsonNode crab = StreamSupport.stream(sky.path("products").spliterator(), false)
                .filter(product -> product.path("name").asText().equals("Crab"))
                .findFirst()
                .orElseThrow();
        assertThat(crab.path("page").asText()).isEqualTo("/products/eventscrabfits");
        assertThat(crab.path("s_region").asText()).startsWith("CIRCLE ICRS 83.63321 22.01446");
        assertThat(json("/sky.json?ra=83.6&dec=22&radius=1").path("products")).hasSize(1);
        assertThat(json("/sky.json?ra=10&dec=0&radius=1").path("products")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ra=400&dec=0          | right ascension must be from 0 to 360 degrees, found 400
                    ra=1&dec=-91          | declination must be from -90 to 90 degrees, found -91
                    ra=x&dec=0            | parameter RA must be a number of degrees, found
                    ra=1&dec=0&radius=0   | parameter RADIUS must be above 0
                    ra=1&dec=0&radius=NaN | parameter RADIUS must be above 0
                    order=x               | parameter ORDER must be a whole number
                    """)
    void aViewThatIsNoneIsRefusedWithASentence(String query, String sentence) throws IOException {
        HttpResponse<byte[]> response = Asking.get(archive.url() + "/sky.json?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Asking.text(response)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sky.json", "/sky.json?ra=83.6&dec=22&radius=1"})
    void anAnswerThatIsKnownIsNotSentAgain(String path) throws IOException {
        HttpResponse<byte[]> first = Asking.get(archive.url() + path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = Asking.get(archive.url() + path, "If-None-Match", etag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Asking.get(archive.url() + path, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(Asking.get(archive.url() + path).body());
    }
}
