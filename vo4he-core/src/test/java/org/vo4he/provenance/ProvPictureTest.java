// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vo4he.provenance.ProvGraph.Subject;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// [ProvSvg], [ProvDot] and [ProvenanceText] of pipelines one can draw by hand.
class ProvPictureTest {

    private static final String CHAIN = """
            {"provenance": [
              {"name": "calibrate", "version": "3.1", "args": [
                {"index": 0, "inputdata": {"path": "/opt/calibrate"}},
                {"index": 1, "inputdata": {"path": "raw.fits"}},
                {"index": 2, "parameter": {"name": "gain", "value": "<auto>"}},
                {"index": 3, "outputdata": {"path": "events.fits"}}]},
              {"name": "extract", "args": [
                {"index": 1, "inputdata": {"path": "events.fits"}},
                {"index": 2, "inputdata": {"path": "raw.fits"}},
                {"index": 3, "outputdata": {"path": "out.fits"}}]}]}""";

    private static ProvGraph graph(String json) throws ProvenanceFormatException {
        return ProvGraph.of(ProvenanceJson.read(json).document(), new Subject("ivo://a/b?out.fits", "out.fits"));
    }

    private static Document svg(ProvGraph graph) throws Exception {
        String svg = ProvSvg.draw(
                graph, "How <out> was made", id -> id.startsWith("ivo:") ? Optional.of("/x?a=1&b") : Optional.empty());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void filesAndRunsAreBoxesAndProgramsAreNot() throws Exception {
        Document svg = svg(graph(CHAIN));

        assertThat(elements(svg, "text"))
                .extracting(Element::getTextContent)
                .contains("raw.fits", "events.fits", "out.fits", "calibrate", "extract", "version 3.1", "gain = <auto>")
                .doesNotContain("/opt/calibrate");
        assertThat(elements(svg, "a")).singleElement().satisfies(link -> {
            assertThat(link.getAttribute("href")).isEqualTo("/x?a=1&b");
            assertThat(link.getTextContent()).contains("out.fits");
        });
    }

    /// The first rectangle is the ground.
    @Test
    void noBoxLiesOnAnotherAndArrowsLeadToTheRight() throws Exception {
        Document svg = svg(graph(CHAIN));
        List<double[]> boxes = elements(svg, "rect").stream()
                .skip(1)
                .map(box -> new double[] {
                    number(box, "x"),
                    number(box, "y"),
                    number(box, "x") + number(box, "width"),
                    number(box, "y") + number(box, "height")
                })
                .toList();

        assertThat(boxes).hasSize(5);
        for (double[] one : boxes) {
            assertThat(boxes.stream()
                            .filter(other ->
                                    other[0] < one[2] && one[0] < other[2] && other[1] < one[3] && one[1] < other[3]))
                    .hasSize(1);
        }
        List<String> arrows = elements(svg, "path").stream()
                .map(path -> path.getAttribute("d"))
                .filter(path -> path.contains("C"))
                .toList();
        assertThat(arrows).hasSize(5).allSatisfy(path -> {
            double[] numbers = Arrays.stream(path.split("[A-Z ]"))
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(numbers[numbers.length - 2]).isGreaterThan(numbers[0]);
        });
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void aHundredInputsAreAFewBoxes() throws Exception {
        String inputs = IntStream.range(0, 100)
                .mapToObj(i -> "{\"index\": %d, \"inputdata\": {\"path\": \"image%d.fits\"}}".formatted(i + 1, i))
                .collect(Collectors.joining(","));
        Document svg = svg(graph("[{\"args\": [" + inputs + "]}]"));

        assertThat(elements(svg, "text"))
                .extracting(Element::getTextContent)
                .contains("and 90 more files")
                .hasSize(13);
    }

    @Test
    void aFileThatAStepReadsAndWritesCanBeDrawn() throws Exception {
        Document svg = svg(graph("""
                [{"args": [{"index": 1, "inputdata": {"path": "out.fits"}},
                           {"index": 2, "outputdata": {"path": "out.fits"}}]}]"""));

        assertThat(elements(svg, "rect")).hasSize(3);
    }

    @Test
    void aChainOfThreeHundredStepsIsLaidOut() throws Exception {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            steps.add("""
                    {"args": [{"index": 1, "inputdata": {"path": "f%d"}}, {"index": 2, "outputdata": {"path": "f%d"}}]}""".formatted(i, i + 1));
        }

        assertThat(elements(svg(graph("[" + String.join(",", steps) + "]")), "rect"))
                .hasSize(602);
    }

    @Test
    void dotNamesTheSameBoxesAndArrows() throws Exception {
        String dot = ProvDot.write(graph(CHAIN), _ -> Optional.empty());

        assertThat(dot).startsWith("digraph provenance {").endsWith("}\n").contains("label=\"calibrate\\nversion 3.1");
        assertThat(dot.lines().filter(line -> line.contains(" -> "))).hasSize(5);
        assertThat(dot.lines().filter(line -> line.contains("shape=ellipse"))).hasSize(3);
    }

    @Test
    void theTextTellsEachArgumentWithItsAddress() throws Exception {
        String text =
                ProvenanceText.write(ProvenanceJson.read(CHAIN.replace("\"value\"", "\"editable\": true, \"value\""))
                        .document());

        assertThat(text).isEqualTo("""
                step 0: calibrate
                  version 3.1
                  0:0    program    /opt/calibrate
                  0:1    input      raw.fits
                  0:2    parameter  gain = <auto>  (editable)
                  0:3    output     events.fits

                step 1: extract
                  1:1    input      events.fits
                  1:2    input      raw.fits
                  1:3    output     out.fits
                """);
        assertThat(ProvenanceText.write(ProvenanceDocument.EMPTY)).isEqualTo("no step is recorded\n");
    }
}
