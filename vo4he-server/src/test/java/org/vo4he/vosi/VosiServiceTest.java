// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.testkit.Judges;

/// The VOSI documents, judged by taplint and by the schemas of the IVOA that come with it.
class VosiServiceTest {

    private static final String XSD = "jar:file:/usr/share/java/starlink-ttools.jar!/uk/ac/starlink/ttools/taplint/";

    private static final Map<String, String> SCHEMAS = Map.of(
            "http://www.ivoa.net/xml/VOSITables/v1.0", "VOSITables-v1.1.xsd",
            "http://www.ivoa.net/xml/VODataService/v1.1", "VODataService-v1.2.xsd",
            "http://www.ivoa.net/xml/VOResource/v1.0", "VOResource-v1.1.xsd",
            "http://www.ivoa.net/xml/STC/stc-v1.30.xsd", "stc-v1.30.xsd",
            "http://www.w3.org/1999/xlink", "xlink.xsd");

    @TempDir
    private static Path folder;

    private static SampleArchive archive;

    @BeforeAll
    static void start() throws Exception {
        archive = SampleArchive.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
    }

    @Test
    void taplintFindsNeitherErrorNorWarning() {
        String report = Judges.stilts("taplint", "tapurl=" + archive.url() + "/tap", "stages=TMV TME CPV CAP AVV")
                .text();

        assertThat(report)
                .contains("Totals: Errors: 0; Warnings: 0;", "Failures: 0")
                .contains("Schemas: 4")
                .doesNotContain("errors 1", "fatal 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tables", "tables?detail=min", "tables?DETAIL=max", "tables/ivoa.obscore", "tables/IVOA.ObsCore"
            })
    void everyTablesDocumentIsValid(String path) throws IOException {
        assertThat(faults(get(path))).isBlank();
    }

    @Test
    void theValidatorFindsAPlantedFault() throws IOException {
        assertThat(faults(get("tables").replace("<dataType", "<datatype").replace("</dataType", "</datatype")))
                .contains("datatype");
    }

    @Test
    void columnsAreLeftOutWhenLittleDetailIsWanted() throws IOException {
        assertThat(get("tables?detail=min")).contains("ivoa.obscore").doesNotContain("<column");
        assertThat(get("tables/ivoa.obscore")).contains("<name>s_region</name>", "extendedType=\"adql:REGION\"");
    }

    @Test
    void whatIsNotThereIsSaidInALine() throws IOException {
        assertThat(Asking.get(archive.url() + "/tap/tables/nope").statusCode()).isEqualTo(404);
        assertThat(get("tables/nope")).isEqualTo("there is no table 'nope'\n");
        assertThat(Asking.get(archive.url() + "/tap/tables?detail=some").statusCode())
                .isEqualTo(400);
    }

    @Test
    void capabilitiesNameThisServer() throws IOException {
        assertThat(get("capabilities"))
                .contains(archive.url() + "/tap</accessURL>", archive.url() + "/datalink/links</accessURL>");
    }

    private static String get(String path) throws IOException {
        return Asking.text(Asking.get(archive.url() + "/tap/" + path));
    }

    private static String faults(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("document.xml"), document);
        List<String> arguments = new ArrayList<>(List.of("xsdvalidate", "doc=" + file));
        SCHEMAS.forEach((namespace, xsd) -> arguments.add("schemaloc=" + namespace + "=" + XSD + xsd));
        return Judges.stilts(arguments.toArray(String[]::new)).text();
    }
}
