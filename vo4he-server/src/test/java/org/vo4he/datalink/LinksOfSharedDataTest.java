// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.harvest.Describer;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.mapping.Rules;
import org.vo4he.preview.PreviewService;
import org.vo4he.preview.PreviewSettings;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.provsap.ProvenanceService;
import org.vo4he.samples.Asking;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The links of every product of the shared data: each is followed over HTTP, and judged by datalinklint, votlint, and,
/// for the channels of matrices, by astropy.
class LinksOfSharedDataTest {

    private static final int AT_ONCE = 50;

    /// What datalinklint of stilts 3.4.7 does not know yet, offline.
    private static final Pattern OF_ITS_AGE =
            Pattern.compile("E-SMCO-.* '(thumbnail|documentation|detached-header|coderived|counterpart|package)' .*");

    @TempDir
    private static Path temporary;

    private static Store store;
    private static HttpServer server;
    private static List<String> dids;
    private static Map<String, List<Row>> links;

    private record Row(String id, String url, String semantics, String type, String length, String qualifier) {}

    @BeforeAll
    static void start() throws Exception {
        Path data = SharedData.data();
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
        new Harvest(store, new RealDescriber(), HarvestSettings.defaults()).run(data, Progress.silent());
        server = HttpServer.start(
                HttpSettings.local(),
                List.of(
                        new LinksService(store),
                        new FilesService(store, new PublishedFolder(data)),
                        new ProvenanceService(store),
                        new PreviewService(
                                store,
                                new PublishedFolder(data),
                                temporary.resolve("cache"),
                                PreviewSettings.defaults())));
        dids = store.products().all().stream().map(ProductRecord::did).toList();
        links = new TreeMap<>();
        for (HttpResponse<byte[]> answer : answers()) {
            rows(answer)
                    .forEach(row -> links.computeIfAbsent(row.id(), _ -> new ArrayList<>())
                            .add(row));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
            store.close();
        }
    }

    private static final class RealDescriber implements Describer {
        private final ProductDescriber describer = new ProductDescriber(Rules.none());

        @Override
        public FileDescription describe(Path file, Siblings siblings) {
            return describer.describe(file, siblings);
        }

        @Override
        public String program() {
            return "test";
        }
    }

    private static List<HttpResponse<byte[]>> answers() throws Exception {
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (int from = 0; from < dids.size(); from += AT_ONCE) {
            List<String> form = new ArrayList<>();
            dids.subList(from, Math.min(dids.size(), from + AT_ONCE)).forEach(did -> form.addAll(List.of("ID", did)));
            answers.add(Asking.post(server.url() + "/datalink/links", form.toArray(String[]::new)));
        }
        return answers;
    }

    private static List<Row> rows(HttpResponse<byte[]> answer) throws Exception {
        NodeList lines = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()))
                .getElementsByTagName("TR");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.getLength(); i++) {
            NodeList cells = ((Element) lines.item(i)).getElementsByTagName("TD");
            rows.add(new Row(
                    text(cells, 0), text(cells, 1), text(cells, 5), text(cells, 6), text(cells, 7), text(cells, 8)));
        }
        return rows;
    }

    private static String text(NodeList cells, int column) {
        return cells.item(column).getTextContent();
    }

    @Test
    void everyProductHasRowsAndNoneIsAFault() {
        assertThat(links.keySet()).containsExactlyInAnyOrderElementsOf(dids);
        assertThat(links.values()).allSatisfy(rows -> {
            assertThat(rows.getFirst().semantics()).isEqualTo("#this");
            assertThat(rows).noneMatch(row -> row.url().isEmpty());
        });
    }

    @Test
    void everyFileThatIsLinkedHasTheTypeAndLengthThatItsRowsSay() throws Exception {
        Map<String, Set<String>> said = new HashMap<>();
        links.values()
                .forEach(rows -> rows.stream()
                        .filter(row -> !row.url().contains("/previews/"))
                        .filter(row -> !row.url().contains("/provenance?"))
                        .forEach(row -> said.computeIfAbsent(row.url(), _ -> new TreeSet<>())
                                .add(row.type() + " " + row.length())));

        for (Map.Entry<String, Set<String>> link : said.entrySet()) {
            HttpResponse<byte[]> file = Asking.get(link.getKey());
            assertThat(file.statusCode()).as(link.getKey()).isEqualTo(200);
            assertThat(link.getValue())
                    .as(link.getKey())
                    .containsExactly(
                            file.headers().firstValue("Content-Type").orElseThrow() + " " + file.body().length);
        }
    }

    @Test
    void everyGraphOfProvenanceIsOfTheTypeThatItsRowSays() throws Exception {
        List<Row> graphs = links.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.url().contains("/provenance?"))
                .toList();

        assertThat(graphs).isNotEmpty();
        for (Row graph : graphs) {
            HttpResponse<byte[]> answer = Asking.get(graph.url());
            assertThat(answer.statusCode()).as(graph.url()).isEqualTo(200);
            assertThat(graph.type())
                    .isEqualTo(answer.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @Test
    void everyPreviewIsOfTheTypeThatItsRowSaysAndMayHaveAnyLength() throws Exception {
        for (String did : dids) {
            for (Row row : links.get(did)) {
                if (row.url().contains("/previews/")) {
                    HttpResponse<byte[]> preview = drawn(row.url());
                    assertThat(row.length()).isEmpty();
                    assertThat(preview.headers().firstValue("Content-Type").orElseThrow())
                            .as(row.url() + " " + preview.statusCode() + " "
                                    + Asking.text(preview).lines().findFirst())
                            .startsWith(row.type());
                    assertThat(preview.statusCode()).as(row.url()).isEqualTo(200);
                }
            }
        }
    }

    /// A busy server asks to be asked again.
    private static HttpResponse<byte[]> drawn(String url) throws Exception {
        HttpResponse<byte[]> preview = Asking.get(url);
        for (int i = 0; i < 20 && preview.statusCode() == 503; i++) {
            Thread.sleep(1_000);
            preview = Asking.get(url);
        }
        return preview;
    }

    @Test
    void aMatrixHasTheChannelsOfTheSpectrumOrTheMismatchIsAFinding() throws Exception {
        Map<String, String> paths = new HashMap<>();
        store.products().all().forEach(product -> paths.put(product.did(), product.path() + "|" + product.hduIndex()));
        StringBuilder pairs = new StringBuilder();
        links.forEach((did, rows) -> rows.stream()
                .filter(row -> row.semantics().equals("#calibration")
                        && row.qualifier().endsWith("#rmf"))
                .forEach(row -> pairs.append(paths.get(did))
                        .append('|')
                        .append(paths.get(java.net.URLDecoder.decode(
                                row.url().replaceFirst(".*ID=", ""), java.nio.charset.StandardCharsets.UTF_8)))
                        .append('\n')));
        assertThat(pairs.toString().lines().count()).isGreaterThan(15);
        Path list = Files.writeString(temporary.resolve("pairs"), pairs);

        Verdict differing = Judges.python("""
                import sys
                from astropy.io import fits
                for line in open(sys.argv[2]):
                    spectrum, hdu, matrix, _ = line.rstrip('\\n').split('|')
                    own = fits.getheader(sys.argv[1] + '/' + spectrum, int(hdu))
                    with fits.open(sys.argv[1] + '/' + matrix) as file:
                        ebounds = next(h for h in file[1:] if 'E_MIN' in h.columns.names)
                        kinds = [h.header['CHANTYPE'].strip() for h in file[1:] if 'CHANTYPE' in h.header]
                        count = ebounds.header['NAXIS2']
                    kind = own.get('CHANTYPE', '').strip()
                    other = kind and kinds and kinds[0] and kind != kinds[0]
                    if own.get('DETCHANS', own['NAXIS2']) != count or other:
                        print(spectrum)
                """, SharedData.data().toString(), list.toString());

        Set<String> found = new TreeSet<>();
        for (ProductRecord product : store.products().all()) {
            if (store.products().findings(product.path()).stream()
                    .anyMatch(finding -> finding.code().equals("product-response-mismatch"))) {
                found.add(product.path());
            }
        }
        assertThat(differing.text().strip().lines().filter(line -> !line.isBlank()))
                .as(differing.toString())
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void whatASpectrumNamesLeadsBackToIt() throws Exception {
        for (ProductRecord product : store.products().all()) {
            for (var related : store.products()
                    .linked(List.of(product.did()))
                    .get(product.did())
                    .related()) {
                if (related.semantics().equals("#calibration")
                        || related.semantics().equals("#progenitor")) {
                    String target = related.target().did();
                    assertThat(store.products()
                                    .linked(List.of(target))
                                    .get(target)
                                    .related())
                            .as(product.did() + " " + related.relation() + " " + target)
                            .anyMatch(back -> back.target().did().equals(product.did()));
                }
            }
        }
    }

    @Test
    void datalinklintFindsNothingButTermsYoungerThanItself() throws Exception {
        for (HttpResponse<byte[]> answer : answers()) {
            Path document = Files.write(temporary.resolve("links.vot"), answer.body());
            Verdict verdict = Judges.stilts("datalinklint", "report=EWF", "maxrepeat=100000", "votable=" + document);
            assertThat(verdict.text()
                            .lines()
                            .filter(line -> line.matches("[EWF]-.*"))
                            .filter(line -> !OF_ITS_AGE.matcher(line).matches()))
                    .as(verdict.text())
                    .isEmpty();
            assertThat(verdict.text()).contains("Errors: ");
            assertThat(Judges.stilts("votlint", document.toString()).text()).isBlank();
        }
    }

    @Test
    void pyvoIteratesOverTheLinksAndFindsTheCalibration() throws Exception {
        String spectrum = dids.stream()
                .filter(did -> did.endsWith("sherpa-test-data/3c273.pi"))
                .findFirst()
                .orElseThrow();
        String out = Judges.python("""
                        import sys
                        from pyvo.dal.adhoc import DatalinkResults
                        links = DatalinkResults.from_result_url(sys.argv[1])
                        for row in links.bysemantics('#calibration', include_narrower=False):
                            print(row['local_semantics'])
                        """, server.url() + "/datalink/links?" + Asking.query("ID", spectrum))
                .text();

        assertThat(out.lines()).contains("respfile", "ancrfile", "backfile");
    }
}
