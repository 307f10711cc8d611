// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;
import org.vo4he.store.PublishedFolder;

/// `/selection.zip` of [SampleArchive], read back by `java.util.zip`.
@Timeout(60)
class BundleServiceTest {

    private static final String SPECTRUM_FILE = "a b/spectrüm+1.pha";
    private static final String EVIL = "ivo://vo4he.example/sample?evil";

    @TempDir
    Path folder;

    private SampleArchive archive;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        archive = SampleArchive.start(folder);
        server = serve(new BundleSettings(10, 1_000_000));
    }

    private HttpServer serve(BundleSettings settings) throws IOException {
        BundleService service = new BundleService(
                archive.store(),
                new PublishedFolder(folder.resolve("published")),
                (search, most, baseUrl) -> search.one("type").equals(java.util.Optional.of("all"))
                        ? List.of(SampleArchive.SPECTRUM, SampleArchive.EVENTS)
                        : List.of(),
                settings);
        return HttpServer.start(HttpSettings.local(), List.of(service));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        archive.close();
    }

    @Test
    void aSpectrumComesWithItsResponseEachByteAsItIsStored() throws IOException {
        HttpResponse<byte[]> response = zip("ID", SampleArchive.SPECTRUM);
        Map<String, byte[]> files = read(response.body());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"vo4he-selection-\\d{4}-\\d\\d-\\d\\d.zip\"");
        assertThat(files).containsOnlyKeys("README.txt", SPECTRUM_FILE, "pn.rmf", "MANIFEST.csv");
        assertThat(files.get(SPECTRUM_FILE)).isEqualTo(published(SPECTRUM_FILE));
        assertThat(files.get("pn.rmf")).isEqualTo(published("pn.rmf"));
    }

    @Test
    void filesAreStoredNotDeflated() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(zip("ID", SampleArchive.EVENTS).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".fits")) {
                    assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                    assertThat(entry.getSize()).isEqualTo(SampleArchive.EVENTS_BYTES.length);
                    return;
                }
            }
        }
        throw new AssertionError("no file in the zip");
    }

    @Test
    void theManifestSaysWhyEachFileIsThere() throws IOException {
        List<String> lines = manifest(zip("ID", SampleArchive.SPECTRUM, "ID", SampleArchive.RESPONSE));

        assertThat(lines)
                .hasSize(4)
                .startsWith("path,bytes,sha256,state,relation,of,obs_publisher_did")
                .anyMatch(line -> line.matches("pn\\.rmf,10,[0-9a-f]{64},present,respfile,"
                        + quoted(SampleArchive.SPECTRUM) + "," + quoted(SampleArchive.RESPONSE)))
                .anyMatch(line ->
                        line.matches("pn\\.rmf,10,[0-9a-f]{64},present,product,," + quoted(SampleArchive.RESPONSE)))
                .anyMatch(line -> line.startsWith(SPECTRUM_FILE + ",100,"));
    }

    private static String quoted(String did) {
        return "\"?\\Q" + did + "\\E\"?";
    }

    @Test
    void anIdThatTwoFilesDeclareIsNamedWithTheIdsOfBoth() throws IOException {
        assertThat(manifest(zip("ID", SampleArchive.SPECTRUM, "ID", SampleArchive.CONTESTED)))
                .anyMatch(line -> line.contains("the tags of 2 products declare this ID")
                        && line.contains("sample?twin1.fits, ivo://vo4he.example/sample?twin2.fits"));
        assertThat(new String(zip("ID", SampleArchive.CONTESTED).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("the tags of 2 products declare this ID");
    }

    @Test
    void whatVanishedOrChangedMeanwhileIsToldInTheManifest() throws IOException {
        Files.delete(folder.resolve("published/pn.rmf"));
        Files.write(folder.resolve("published/events.fits"), new byte[7]);
        HttpResponse<byte[]> response = zip(
                "ID",
                SampleArchive.SPECTRUM,
                "ID",
                SampleArchive.EVENTS,
                "ID",
                SampleArchive.WITHDRAWN,
                "ID",
                "ivo://no/such");

        assertThat(read(response.body()).get("events.fits")).hasSize(7);
        assertThat(manifest(response))
                .anyMatch(line ->
                        line.startsWith("pn.rmf,,,missing: it is not in the archive's folder any more,respfile,"))
                .anyMatch(line -> line.startsWith("events.fits,7,")
                        && line.contains(",\"present, changed since it was published\","))
                .contains(",,,withdrawn,product,," + SampleArchive.WITHDRAWN, ",,,unknown,product,,ivo://no/such");
    }

    @Test
    void theReadmeNamesWhatWasAskedForInVain() throws IOException {
        String readme = readme(
                zip("ID", SampleArchive.EVENTS, "ID", SampleArchive.WITHDRAWN, "ID", "ivo://no/such", "ID", "a\nb"));

        assertThat(readme)
                .contains("4 products were asked for, of which 3 could not be found:")
                .contains("    withdrawn: " + SampleArchive.WITHDRAWN + "\n")
                .contains("    unknown: ivo://no/such\n")
                .contains("    unknown: a b\n");
        assertThat(readme(zip("ID", SampleArchive.EVENTS)))
                .contains("1 product was asked for.\n")
                .doesNotContain("could not be found");
    }

    private static String readme(HttpResponse<byte[]> response) throws IOException {
        return new String(read(response.body()).get("README.txt"), StandardCharsets.UTF_8);
    }

    @Test
    void aPathThatLeadsOutOfTheFolderIsNeverOpened() throws IOException {
        HttpResponse<byte[]> response = zip("ID", EVIL, "ID", SampleArchive.EVENTS);

        assertThat(read(response.body())).doesNotContainKey("../secret");
        assertThat(manifest(response))
                .anyMatch(line -> line.startsWith("../secret,,,missing: it can't be read,product,"));
        assertThat(zip("ID", "../secret").statusCode()).isEqualTo(404);
        assertThat(zip("ID", "pn.rmf\nevents.fits").statusCode()).isEqualTo(404);
    }

    @Test
    void allThatASearchFindsIsTakenByAskingForAll() throws IOException {
        assertThat(read(zip("all", "yes", "type", "all").body()))
                .containsOnlyKeys("README.txt", SPECTRUM_FILE, "pn.rmf", "events.fits", "MANIFEST.csv");
        assertThat(Asking.text(zip("all", "yes", "type", "none"))).contains("this search finds nothing");
    }

    @Test
    void nothingSelectedIsSaidAndTooMuchIsRefusedWithTheLimit() throws IOException {
        assertThat(zip().statusCode()).isEqualTo(400);
        assertThat(Asking.text(zip())).contains("nothing is selected");
        server.close();
        server = serve(new BundleSettings(1, 1_000_000));
        assertThat(zip("ID", SampleArchive.SPECTRUM).statusCode()).isEqualTo(413);
        assertThat(Asking.text(zip("ID", SampleArchive.SPECTRUM)))
                .contains("this selection has at least 2 files and 0 MB; one zip takes 1 files and 1 MB");
        assertThat(zip("ID", SampleArchive.EVENTS).statusCode()).isEqualTo(200);
        server.close();
        server = serve(new BundleSettings(10, 999));
        assertThat(zip("ID", SampleArchive.EVENTS).statusCode()).isEqualTo(413);
    }

    @Test
    void aFormMayBePostedToo() throws IOException {
        HttpResponse<byte[]> posted = Asking.post(
                server.url() + "/selection.zip?type=image", "ID", SampleArchive.EVENTS, "ID", SampleArchive.SPECTRUM);

        assertThat(read(posted.body())).containsKeys("events.fits", SPECTRUM_FILE, "pn.rmf");
    }

    private HttpResponse<byte[]> zip(String... parameters) throws IOException {
        return Asking.get(server.url() + "/selection.zip?" + Asking.query(parameters));
    }

    private byte[] published(String path) throws IOException {
        return Files.readAllBytes(folder.resolve("published").resolve(path));
    }

    private static List<String> manifest(HttpResponse<byte[]> response) throws IOException {
        return new String(read(response.body()).get("MANIFEST.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /// By name below the one folder of the zip. Reading checks every CRC.
    private static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).startsWith("vo4he-selection-");
                files.put(entry.getName().replaceFirst("^[^/]*/", ""), in.readAllBytes());
            }
        }
        return files;
    }
}
