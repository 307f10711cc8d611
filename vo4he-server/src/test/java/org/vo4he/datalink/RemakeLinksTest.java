// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.InputFolders;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.Remake;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.StepRecord;
import org.vo4he.reprocess.Workspace;
import org.vo4he.samples.Asking;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FileStamp;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.Judges;

/// The descriptors of the service that makes products again (DataLink 1.1, section 4), judged by datalinklint, votlint
/// and pyvo.
class RemakeLinksTest {

    private static final String ONE = "ivo://vo4he.example/x?one.pha";
    private static final String TWO = "ivo://vo4he.example/x?two.pha";
    private static final String OTHER = "ivo://vo4he.example/x?other.pha";
    private static final String DECLARED = "ivo://mission.example/one";

    private static final StepDefinition CUT = new StepDefinition(
            "cut",
            "1",
            "photons to a spectrum",
            List.of(
                    Parameter.input("events", "the event list"),
                    Parameter.value("radius", ParameterType.REAL, "radius of the <region>")
                            .withUnit("arcsec")
                            .withRange("0.5", "600"),
                    Parameter.value("order", ParameterType.INTEGER, "order").withRange("1", ""),
                    Parameter.value("grades", ParameterType.TEXT, "which grades")
                            .withChoices("0", "0-4", "all"),
                    Parameter.value("flag", ParameterType.BOOLEAN, "flagged ones too"),
                    Parameter.value("width", ParameterType.REAL, "width")
                            .withRange("0", "1")
                            .optional(),
                    Parameter.output("spectrum", "the spectrum")));

    private static final StepDefinition PIPELINE =
            new StepDefinition("mission", "1", "", List.of(Parameter.value("a", ParameterType.TEXT, "")));

    @TempDir
    private static Path folder;

    private static Store store;
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        store = Store.open(folder.resolve("state"), StoreSettings.defaults());
        Map<String, String> values = Map.of(
                "events",
                "e.fits",
                "radius",
                "20",
                "order",
                "2",
                "grades",
                "0-4",
                "flag",
                "false",
                "spectrum",
                "s.pha");
        String cut = json(Arguments.of(CUT, values));
        List<FileRows> files = List.of(
                file("one.pha", cut, Optional.of(DECLARED)),
                file("two.pha", cut, Optional.empty()),
                file("other.pha", json(Arguments.of(PIPELINE, Map.of("a", "1"))), Optional.empty()));
        store.ledger().write(new LedgerChange(Set.of(), files, List.of(), List.of()));
        server = HttpServer.start(HttpSettings.local(), List.of(new LinksService(store, RemakeLinksTest::remake)));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        store.close();
    }

    private static Optional<Remake> remake(String json) {
        Step cut = new Step() {
            @Override
            public StepDefinition definition() {
                return CUT;
            }

            @Override
            public void run(Arguments arguments, Workspace workspace, StepListener listener) {
                throw new AssertionError("nothing is run for a descriptor");
            }
        };
        InputFolders nowhere = new InputFolders(List.of(), Map.of(), KnownFiles.NONE);
        return Remake.of(json, new Planner(new Programs(List.of(cut), List.of()), nowhere));
    }

    private static String json(Arguments arguments) {
        return ProvenanceJson.write(
                new ProvenanceDocument(List.of(StepRecord.of(arguments, StepRecord.BUILT_IN, Map.of()))));
    }

    private static FileRows file(String path, String provenance, Optional<String> declared) {
        ProductRecord product = new ProductRecord(
                "ivo://vo4he.example/x?" + path,
                path.replace(".", ""),
                path,
                1,
                "SPECTRUM",
                "PRODUCT",
                true,
                "x",
                2_880,
                "application/fits",
                Optional.empty(),
                declared,
                false);
        ObsCoreRow row = ObsCoreRow.builder()
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum", new Origin.Card("#1", "HDUCLAS1"))
                .set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("spectra are calibrated"))
                .set(ObsCoreColumn.OBS_ID, path, new Origin.Card("#1", "OBS_ID"))
                .set(ObsCoreColumn.OBS_COLLECTION, "x", new Origin.Minted("name of the folder"))
                .set(ObsCoreColumn.OBS_PUBLISHER_DID, product.did(), new Origin.Publisher("path"))
                .build();
        FileRecord record = new FileRecord(
                path,
                new FileStamp(2_880, 0, ""),
                "PUBLISHED",
                "application/fits",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                "");
        return FileRows.of(new FileEntry(
                record,
                List.of(new FileEntry.ProductEntry(
                        product, row, Map.of(), Map.of(), Optional.of(CarriedProvenance.read(provenance)), List.of())),
                List.of()));
    }

    private static String links(String... ids) throws IOException {
        String[] form = new String[2 * ids.length];
        for (int i = 0; i < ids.length; i++) {
            form[2 * i] = "ID";
            form[2 * i + 1] = ids[i];
        }
        return Asking.text(Asking.post(server.url() + "/datalink/links", form));
    }

    @Test
    void aProductThatCanBeMadeAgainHasARowThatNamesADescriptorWithItsArguments() throws IOException {
        assertThat(links(ONE))
                .contains("<TD>" + ONE + "</TD><TD/><TD>remake-1</TD><TD/><TD>one.pha made again with other values: "
                        + "a job (POST)</TD><TD>#proc</TD><TD>application/xml</TD>")
                .contains("<RESOURCE type=\"meta\" ID=\"remake-1\" utype=\"adhoc:service\">")
                .contains("name=\"accessURL\" datatype=\"char\" arraysize=\"*\" value=\"" + server.url()
                        + "/reprocessing/async\"")
                .contains("value=\"ivo://ivoa.net/std/UWS#rest-1.1\"")
                .contains("<PARAM name=\"radius\" datatype=\"double\" unit=\"arcsec\" value=\"20\">"
                        + "<DESCRIPTION>radius of the &lt;region&gt;</DESCRIPTION>"
                        + "<VALUES><MIN value=\"0.5\"/><MAX value=\"600\"/></VALUES></PARAM>")
                .contains("<PARAM name=\"order\" datatype=\"long\" value=\"2\"><DESCRIPTION>order</DESCRIPTION>"
                        + "<VALUES><MIN value=\"1\"/></VALUES></PARAM>")
                .contains("<PARAM name=\"grades\" datatype=\"char\" arraysize=\"*\" value=\"0-4\">"
                        + "<DESCRIPTION>which grades</DESCRIPTION><VALUES><OPTION value=\"0\"/>"
                        + "<OPTION value=\"0-4\"/><OPTION value=\"all\"/></VALUES></PARAM>")
                .contains("<PARAM name=\"flag\" datatype=\"char\" arraysize=\"*\" value=\"false\">"
                        + "<DESCRIPTION>flagged ones too</DESCRIPTION>"
                        + "<VALUES><OPTION value=\"true\"/><OPTION value=\"false\"/></VALUES></PARAM>")
                .as("what was left out may be given")
                .contains("<PARAM name=\"width\" datatype=\"char\" arraysize=\"*\" value=\"\">"
                        + "<DESCRIPTION>width</DESCRIPTION></PARAM>")
                .doesNotContain("name=\"events\"", "name=\"spectrum\"");
    }

    @Test
    void everyProductHasADescriptorOfItsOwnAndTwoIdsOfOneProductShareIt() throws IOException {
        assertThat(links(ONE, TWO, DECLARED).split("<TD>remake-1</TD>")).hasSize(3);
        assertThat(links(ONE, TWO, DECLARED).split("<TD>remake-2</TD>")).hasSize(2);
        assertThat(links(ONE, TWO, DECLARED).split("<RESOURCE type=\"meta\"")).hasSize(5);
    }

    @Test
    void whoCanOnlyGetIsLedToAForm() throws IOException {
        assertThat(links(ONE))
                .contains("<TD>remake-1-form</TD><TD/><TD>one.pha made again with other values: "
                        + "a form in the browser</TD><TD>#proc</TD><TD>text/html</TD>")
                .contains("value=\"" + server.url() + "/reprocessing\"");
    }

    /// TOPCAT 4.8 lets people type a value for those inputs only that have none.
    @Test
    void whoCanOnlyGetMayTypeEveryValue() throws IOException {
        String links = links(ONE);
        String form = links.substring(links.indexOf("ID=\"remake-1-form\""));
        String inputs = form.substring(form.indexOf("inputParams"), form.indexOf("</GROUP>"));

        assertThat(inputs.lines().filter(line -> line.contains("<PARAM")))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.contains(" value=\"\""))
                .anyMatch(line -> line.contains("; was "));
    }

    @Test
    void aProductOfAnotherPipelineHasNone() throws IOException {
        assertThat(links(OTHER)).contains("#this").doesNotContain("#proc", "adhoc:service");
    }

    @Test
    void datalinklintAndVotlintFindNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("links.vot"), links(ONE, TWO, OTHER, DECLARED));

        assertThat(Judges.stilts("datalinklint", "votable=" + file).text().lines())
                .filteredOn(line -> line.startsWith("E-") || line.startsWith("W-"))
                .allMatch(line -> line.contains("E-SMCO-") && line.contains("'documentation'"));
        assertThat(Judges.stilts("votlint", file.toString()).text()).isBlank();
    }

    @Test
    void pyvoReadsTheArgumentsAndMakesTheQueryOfThem() {
        String out = Judges.python("""
                        import sys
                        from pyvo.dal.adhoc import DatalinkResults, DatalinkQuery
                        links = DatalinkResults.from_result_url(sys.argv[1])
                        row = links.get_first_proc()
                        service = links.get_adhocservice_by_id(row.service_def)
                        assert service is links.get_adhocservice_by_ivoid('ivo://ivoa.net/std/UWS')
                        for each in row.input_params:
                            low, high = each.values.min, each.values.max
                            print(each.name, each.datatype, each.unit, low, high, [o[1] for o in each.values.options])
                        query = DatalinkQuery.from_resource(row, service, radius=40, grades='all')
                        print(query.baseurl, sorted(query.items()))
                        """, server.url() + "/datalink/links?" + Asking.query("ID", ONE))
                .text();

        assertThat(out.lines())
                .containsExactly(
                        "ID char None None None []",
                        "radius double arcsec 0.5 600.0 []",
                        "order long None 1 None []",
                        "grades char None None None ['0', '0-4', 'all']",
                        "flag char None None None ['true', 'false']",
                        "width char None None None []",
                        "PHASE char None None None []",
                        server.url() + "/reprocessing/async [('FLAG', 'false'), ('GRADES', 'all'), " + "('ID', '" + ONE
                                + "'), ('ORDER', 2), ('PHASE', 'RUN'), ('RADIUS', '40')]");
    }
}
