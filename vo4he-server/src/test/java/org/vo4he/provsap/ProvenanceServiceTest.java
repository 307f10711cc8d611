// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provsap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.harvest.Describer;
import org.vo4he.harvest.Harvest;
import org.vo4he.harvest.HarvestSettings;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Routes;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.samples.SampleArchive;
import org.vo4he.samples.TracedFiles;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.TapSettings;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// `/provenance`, the links to it and the tables of provenance, over a harvested folder of four products made one of
/// the other. The judges are the documents that the files carry, and pyvo.
class ProvenanceServiceTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";
    private static final String LAST = DID + "plot/b.pha";

    @TempDir
    private static Path temporary;

    private static Store store;
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("files"));
        TracedFiles files = new TracedFiles(folder, DID);
        files.chain();
        files.product("alone.pha");
        files.calibrated("weighed.pha", "CALDBVER", "4.9.1", weighing());
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
        harvest(folder);
        files.product("gone.pha", TracedFiles.step("x", "in plot/b.pha", "out gone.pha"));
        harvest(folder);
        Files.delete(folder.resolve("gone.pha"));
        harvest(folder);
        List<Routes> routes = SampleArchive.services(store, folder, TapSettings.of(1_000, Duration.ofSeconds(20)));
        server = HttpServer.start(HttpSettings.local(), routes);
    }

    /// A step with a parameter.
    private static String weighing() {
        return TracedFiles.step("weigh", "out weighed.pha").replace("\"args\":[", """
                "args":[{"index":2,"parameter":{"value":"3","description":"least counts","editable":true}},""");
    }

    private static void harvest(Path folder) throws Exception {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        Describer describing = new Describer() {
            @Override
            public FileDescription describe(Path file, Siblings siblings) {
                return describer.describe(file, siblings);
            }

            @Override
            public String program() {
                return "1";
            }
        };
        new Harvest(store, describing, HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        store.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> provenance(String id, String parameters) throws Exception {
        return get("/provenance?ID=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + parameters);
    }

    @Test
    void aGraphComesAsProvJsonOneRelationDeepWhereNothingElseIsAsked() throws Exception {
        HttpResponse<String> answer = provenance(LAST, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.get("entity")).hasSize(1);
        assertThat(json.get("activity")).hasSize(1);
        assertThat(json.get("wasGeneratedBy")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PROV-N, text/provenance-notation, document",
        "prov-n, text/provenance-notation, wasGeneratedBy",
        "DOT, text/vnd.graphviz, digraph",
        "SVG, image/svg+xml, calibrate",
        "image/svg+xml, image/svg+xml, files?raw/obs.evt",
        "application/json, application/json, wasGeneratedBy",
        "VO4HE, application/x-vo4he-provenance+json, checksum"
    })
    void everyFormTellsOfTheWholeChain(String format, String type, String word) throws Exception {
        HttpResponse<String> answer =
                provenance(LAST, "&DEPTH=ALL&RESPONSEFORMAT=" + URLEncoder.encode(format, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).contains(word, "extract", "group");
    }

    @Test
    void anAnswerThatEndsBeforeTheGraphDoesSaysSo() throws Exception {
        assertThat(provenance(LAST, "").headers().firstValue("Vo4he-Remark"))
                .contains("the graph goes on beyond depth 1; ask with a larger DEPTH");
        assertThat(provenance(LAST, "&DEPTH=ALL").headers().firstValue("Vo4he-Remark"))
                .isEmpty();
    }

    @Test
    void whatCameOfAProductIsFollowedForth() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(provenance(DID + "raw/obs.evt", "&DEPTH=ALL&DIRECTION=FORTH&FORMAT=VO4HE")
                        .body());

        assertThat(json.get("files").findValuesAsText("path"))
                .contains("raw/obs.evt", "clean/obs.evt", "spec/a.pha", "plot/b.pha", "gone.pha");
        assertThat(json.get("whole").booleanValue()).isTrue();
    }

    @Test
    void aWithdrawnProductStillTellsWhatItWasMadeOf() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(
                        provenance(DID + "gone.pha", "&DEPTH=ALL&FORMAT=VO4HE").body());

        assertThat(json.get("files").findValuesAsText("path")).contains("gone.pha", "plot/b.pha", "raw/obs.evt");
        assertThat(json.get("files").get(0).get("withdrawn").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/provenance | 400 | parameter ID is missing",
                "/provenance?ID=ivo://no/where | 404 | no product of the ID",
                "/provenance?ID=x&DEPTH=-1 | 400 | DEPTH must be ALL or a whole number of 0 or more, found",
                "/provenance?ID=x&DIRECTION=UP | 400 | DIRECTION must be BACK or FORTH, found",
                "/provenance?ID=x&RESPONSEFORMAT=PROV-XML | 400 | is not offered; choose one of PROV-JSON",
                "/provenance?ID=x&MEMBERS=true | 400 | MEMBERS is not offered",
                "/provenance?ID=x&ID=y | 400 | ID is given 2 times"
            })
    void whatCannotBeAnsweredIsRefusedWithASentence(String path, int status, String sentence) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void linksLeadToTheGraphAndToInputsFoundByChecksum() throws Exception {
        String links = get("/datalink/links?ID=" + URLEncoder.encode(DID + "spec/a.pha", StandardCharsets.UTF_8))
                .body();

        assertThat(links)
                .contains("#documentation", "RESPONSEFORMAT=PROV-JSON", "RESPONSEFORMAT=SVG", "#progenitor")
                .contains("clean%2Fobs.evt");
        assertThat(get("/datalink/links?ID=" + URLEncoder.encode(DID + "alone.pha", StandardCharsets.UTF_8))
                        .body())
                .doesNotContain("#documentation");
    }

    @Test
    void pyvoJoinsTheTablesOfProvenanceWithObscore() {
        Verdict verdict = Judges.python("""
                import sys, pyvo
                service = pyvo.dal.TAPService(sys.argv[1])
                for row in service.run_sync('''
                        SELECT a.a_name, e.e_location, u.u_matched
                        FROM ivoa.obscore AS o
                        JOIN provenance.wasGeneratedBy AS g ON g.wgb_entity_id = o.obs_publisher_did
                        JOIN provenance.Activity AS a ON a.a_id = g.wgb_activity_id
                        JOIN provenance.Used AS u ON u.u_activity_id = a.a_id
                        JOIN provenance.Entity AS e ON e.e_id = u.u_entity_id
                        WHERE u.u_description IS NULL ORDER BY a_name'''):
                    print(row['a_name'], row['e_location'], row['u_matched'])
                for row in service.run_sync('''
                        SELECT p.ad_name, d.ud_role, d.ud_type, e.e_name
                        FROM provenance.UsageDescription AS d
                        JOIN provenance.ActivityDescription AS p ON p.ad_id = d.ud_activitydescription_id
                        JOIN provenance.Used AS u ON u.u_description = d.ud_id
                        JOIN provenance.Entity AS e ON e.e_id = u.u_entity_id'''):
                    print(row['ad_name'], row['ud_role'], row['ud_type'], row['e_name'])
                print(service.run_sync('''
                        SELECT a_starttime FROM provenance.activity WHERE a_name = 'extract' ''')[0]['a_starttime'])
                print(service.run_sync('''
                        SELECT COUNT(*) AS n FROM provenance.entity WHERE e_comment = 'withdrawn' ''')[0]['n'])
                print(sorted(set(row['ag_name'] for row in service.run_sync('''
                        SELECT ag_name FROM provenance.wasattributedto
                        JOIN provenance.agent ON ag_id = wat_agent_id WHERE wat_role = 'publisher' '''))))
                parameters = service.run_sync('SELECT p_id FROM provenance.parameter')['p_id']
                configured = service.run_sync('''
                        SELECT wcb_artefacttype, wcb_parameter_id FROM provenance.WasConfiguredBy
                        JOIN provenance.Activity ON a_id = wcb_activity_id
                        LEFT JOIN provenance.ConfigFile ON cf_id = wcb_configfile_id
                        LEFT JOIN provenance.ConfigFileDescription ON cfd_id = cf_description''')
                print(len(parameters) > 0, sorted(parameters) == sorted(configured['wcb_parameter_id']),
                      sorted(set(configured['wcb_artefacttype'])))
                """, server.url() + "/tap");

        assertThat(verdict.err()).isBlank();
        assertThat(verdict.out().lines())
                .containsExactly(
                        "calibrate raw/obs.evt did",
                        "extract clean/obs.evt checksum",
                        "group spec/a.pha name",
                        "weigh calibration Calibration CALDBVER 4.9.1",
                        "2026-03-01T12:00:00",
                        "1",
                        "['ivo://unregistered.vo4he']",
                        "True True ['Parameter']");
    }
}
