// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.adql.DuckDbDialect;
import org.vo4he.diagnostics.Severity;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Parameters;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.samples.Asking;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FileStamp;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.ProductVersion;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.QueryTable;
import org.vo4he.tap.TapQuery;
import org.vo4he.tap.TapService;
import org.vo4he.tap.TapSettings;
import org.w3c.dom.Document;

/// A real server on a free port, over a real store with an event list of the Crab, an image whose target name is an
/// attack, sixty spectra, a response, a withdrawn product and two files that are none.
final class PagesArchive implements AutoCloseable {

    static final String ATTACK = "<script>alert(1)</script>\"'&";
    private static final ProductPreviews.Axis LINEAR = new ProductPreviews.Axis("", "linear", 0, 100);
    private static final ProductPreviews.Axis HERTZ = new ProductPreviews.Axis("Hz", "log", 1e16, 1e18);
    private static final ProductPreviews.Axis KEV = new ProductPreviews.Axis("keV", "log", 0.1, 10);

    static final int SPECTRA = 60;

    /// Of the spectra, from the first.
    static final int VERSIONS = 3;

    static final int PRODUCTS = SPECTRA + 2;

    private static final String PROVENANCE = """
            {"provenance":[{"args":[
              {"index":0,"inputdata":{"description":"task","editable":false,"location":"/opt/sas/bin","path":"evselect"}},
              {"index":1,"parameter":{"description":"selection","editable":true,"value":"PI > 200 && <FLAG>"}},
              {"index":2,"outputdata":{"description":"events","editable":false,"location":"out","path":"crab.fits"}}]}]}""";

    private final Store store;
    private final HttpServer server;

    private PagesArchive(Store store, HttpServer server) {
        this.store = store;
        this.server = server;
    }

    static PagesArchive start(Path folder) throws IOException, StoreException {
        return start(folder, HttpSettings.local());
    }

    static PagesArchive start(Path folder, HttpSettings http) throws IOException, StoreException {
        Store store = Store.open(folder.resolve("state"), StoreSettings.defaults());
        store.ledger()
                .write(new LedgerChange(
                        Set.of(),
                        files().stream().map(FileRows::of).toList(),
                        List.of(product("gone.fits", "PRODUCT", false).asWithdrawn()),
                        List.of()));
        TapQuery tap = new TapQuery(store, new DuckDbDialect(), TapSettings.of(10_000, Duration.ofSeconds(20)));
        QueryService queries = (adql, maxRows, baseUrl) -> {
            QueryTable table = tap.read(adql, maxRows, baseUrl);
            return new QueryService.Answer(table.columns(), table.rows());
        };
        return new PagesArchive(
                store,
                HttpServer.start(
                        http,
                        List.of(
                                new TapService(tap),
                                new WebPages(
                                        store,
                                        new PublishedFolder(folder.resolve("published")),
                                        queries,
                                        new Previews(),
                                        ProductRemakes.NONE,
                                        new WebSettings("Test archive"),
                                        false))));
    }

    String url() {
        return server.url();
    }

    /// The address of a product's page.
    String productPage(String path) {
        return url() + "/products/" + shortId(path);
    }

    /// A page as a browser asks for it, whatever its status.
    HttpResponse<byte[]> browse(String path) throws IOException {
        return Asking.get(url() + path.replaceFirst("#.*", ""), "Accept", "text/html");
    }

    /// A page that is there.
    Document page(String path) throws IOException {
        HttpResponse<byte[]> response = browse(path);
        assertThat(response.statusCode()).as(Asking.text(response)).isEqualTo(200);
        return PageText.parse(Asking.text(response));
    }

    @Override
    public void close() throws IOException {
        server.close();
        store.close();
    }

    private static final class Previews implements ProductPreviews {

        @Override
        public List<Preview> of(ProductRecord product, Duration patience) {
            return previews(product);
        }

        /// In hertz the spectrum is known, in ångström nobody knew it in time.
        @Override
        public Optional<Preview> chosen(ProductRecord product, Parameters choices, Duration patience) {
            return choices.one("unit")
                    .filter("Hz"::equals)
                    .map(_ -> new Preview("spectrum", "Crab", "Counts per Hz.", true, HERTZ, LINEAR));
        }
    }

    private static List<ProductPreviews.Preview> previews(ProductRecord product) {
        return switch (product.fileName()) {
            case "crab.fits" ->
                List.of(
                        new ProductPreviews.Preview("image", "Crab", "Image of 120,000 events.", false, LINEAR, LINEAR),
                        new ProductPreviews.Preview("spectrum", "Crab", "Counts per keV.", true, KEV, LINEAR));
            case "attack.fits" -> List.of(new ProductPreviews.Preview("image", ATTACK, ATTACK, false, LINEAR, LINEAR));
            case "s03.pha" ->
                List.of(new ProductPreviews.Preview(
                        "spectrum", "Mrk 403", "Spectrum 1 of 100.", true, KEV, LINEAR, 1, 100));
            case "s04.pha" ->
                List.of(new ProductPreviews.Preview(
                        "spectrum", "Mrk 404", "Spectrum 1 of 3.", true, KEV, LINEAR, 1, 3));
            case "response.rmf" ->
                List.of(new ProductPreviews.Preview(
                        "", "", "No picture of response.rmf: it is empty.", false, LINEAR, LINEAR));
            default -> List.of();
        };
    }

    private static List<FileEntry> files() {
        List<FileEntry> files = new ArrayList<>();
        files.add(crab());
        files.add(attack());
        for (int i = 0; i < SPECTRA; i++) {
            files.add(spectrum(i));
        }
        files.add(
                entry("cal/response.rmf", "ASSOCIATED", product("cal/response.rmf", "RESPONSE_RMF", false), List.of()));
        files.add(entry("README.txt", "NOT_FITS", finding("README.txt", "fits-not-fits", Severity.INFO)));
        files.add(
                entry("broken & <torn>.fits", "FAILED", finding("broken & <torn>.fits", "fits-torn", Severity.ERROR)));
        return files;
    }

    private static FileEntry crab() {
        ObsCoreRow row = row("events/crab.fits", "event", "Crab", "0160960201")
                .set(ObsCoreColumn.S_RA, 83.63321, new Origin.Card("EVENTS", "RA_PNT"))
                .set(ObsCoreColumn.S_DEC, 22.01446, new Origin.Card("EVENTS", "DEC_PNT"))
                .set(ObsCoreColumn.S_FOV, 0.5, new Origin.Standard("XMM-Newton Users Handbook"))
                .set(
                        ObsCoreColumn.S_REGION,
                        "CIRCLE ICRS 83.63321 22.01446 0.6",
                        new Origin.Derived("pointing and field"))
                .set(ObsCoreColumn.T_MIN, 54891.25, new Origin.Card("EVENTS", "TSTART+MJDREF"))
                .set(
                        ObsCoreColumn.T_MAX,
                        54891.5,
                        new Origin.Tag("T_MAX", Optional.of(new Origin.Card("EVENTS", "TSTOP+MJDREF"))))
                .set(ObsCoreColumn.T_EXPTIME, 12_345.6, new Origin.Column("GTI", "START"))
                .set(ObsCoreColumn.EM_MIN, PhotonEnergy.metres(12), new Origin.LinkedFile("response.rmf", "ENERG_HI"))
                .set(ObsCoreColumn.EM_MAX, PhotonEnergy.metres(0.2), new Origin.LinkedFile("response.rmf", "ENERG_LO"))
                .set(ObsCoreColumn.FACILITY_NAME, "XMM-Newton", new Origin.Card("PRIMARY", "TELESCOP"))
                .set(ObsCoreColumn.INSTRUMENT_NAME, "EPIC-PN", new Origin.Card("PRIMARY", "INSTRUME"))
                .absent(ObsCoreColumn.PROPOSAL_ID, "no PROPOSID card in PRIMARY or EVENTS")
                .build();
        ProductRecord product = product("events/crab.fits", "PRODUCT", true);
        return new FileEntry(
                file("events/crab.fits", "PUBLISHED"),
                List.of(new FileEntry.ProductEntry(
                        product,
                        row,
                        Map.of("TIMESYS", "TT", "OBJECT", ATTACK),
                        Map.of("obs_publisher_did", "ivo://svom.example/x?1"),
                        Optional.of(CarriedProvenance.read(PROVENANCE)),
                        List.of(
                                new LinkRecord(
                                        product.did(), "RESPFILE", "response.rmf", Optional.of("cal/response.rmf")),
                                new LinkRecord(product.did(), "BACKFILE", "sky.pha", Optional.empty())))),
                List.of(
                        new FindingRecord(
                                "events/crab.fits", "time-default", Severity.WARNING, "EVENTS TIMESYS", "TT is taken"),
                        new FindingRecord("events/crab.fits", "gti-gap", Severity.ERROR, "GTI", "row <2> ends early")));
    }

    private static FileEntry attack() {
        ObsCoreRow row = row("attack.fits", "image", ATTACK, "x'y")
                .set(ObsCoreColumn.INSTRUMENT_NAME, ATTACK, new Origin.Card("PRIMARY", "INSTRUME"))
                .set(ObsCoreColumn.OBS_TITLE, ATTACK, new Origin.Card("PRIMARY", "TITLE"))
                .set(ObsCoreColumn.T_MIN, 54_999.5, new Origin.Card("PRIMARY", "DATE-OBS"))
                .build();
        return entry("attack.fits", "PUBLISHED", product("attack.fits", "PRODUCT", true), row);
    }

    private static FileEntry spectrum(int i) {
        String path = "spectra/s%02d.pha".formatted(i);
        ObsCoreRow row = row(path, "spectrum", "Mrk %d".formatted(400 + i), "obs%02d".formatted(i))
                .set(ObsCoreColumn.S_RA, 166.0 + 0.01 * i, new Origin.Card("SPECTRUM", "RA_OBJ"))
                .set(ObsCoreColumn.S_DEC, 38.2, new Origin.Card("SPECTRUM", "DEC_OBJ"))
                .set(ObsCoreColumn.T_MIN, 55_000.0 + i, new Origin.Card("SPECTRUM", "MJD-OBS"))
                .set(ObsCoreColumn.T_MAX, 55_000.5 + i, new Origin.Card("SPECTRUM", "MJD-END"))
                .set(ObsCoreColumn.T_EXPTIME, 1_000.0 + i, new Origin.Card("SPECTRUM", "EXPOSURE"))
                .set(ObsCoreColumn.EM_MIN, PhotonEnergy.metres(1e9), new Origin.Derived("energies"))
                .set(ObsCoreColumn.EM_MAX, PhotonEnergy.metres(1e6), new Origin.Derived("energies"))
                .set(ObsCoreColumn.INSTRUMENT_NAME, "LAT", new Origin.Card("SPECTRUM", "INSTRUME"))
                .set(ObsCoreColumn.OBS_CREATION_DATE, "2011-05-06T07:08:09", new Origin.Card("SPECTRUM", "DATE"))
                .build();
        return i < VERSIONS ? version(path, i, row) : entry(path, "PUBLISHED", product(path, "PRODUCT", true), row);
    }

    /// The first spectra are versions of each other.
    private static FileEntry version(String path, int i, ObsCoreRow row) {
        ProductVersion version = new ProductVersion("SPEC", "SPEC", "OBS_ID=1", "v" + i, Map.of());
        FileEntry.ProductEntry own = new FileEntry.ProductEntry(
                product(path, "PRODUCT", true),
                row,
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(version));
        return new FileEntry(file(path, "PUBLISHED"), List.of(own), List.of());
    }

    private static ObsCoreRow.Builder row(String path, String type, String target, String obsId) {
        String collection = path.startsWith("spectra") ? "survey" : "pointed";
        return ObsCoreRow.builder()
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, type, new Origin.Card("#1", "HDUCLAS1"))
                .set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("products of this type are calibrated"))
                .set(ObsCoreColumn.TARGET_NAME, target, new Origin.Card("#1", "OBJECT"))
                .set(ObsCoreColumn.OBS_ID, obsId, new Origin.Card("#1", "OBS_ID"))
                .set(ObsCoreColumn.OBS_COLLECTION, collection, new Origin.Minted("name of the folder"))
                .set(ObsCoreColumn.OBS_PUBLISHER_DID, did(path), new Origin.Publisher("path"))
                .set(ObsCoreColumn.ACCESS_FORMAT, "application/fits", new Origin.Publisher("content"))
                .set(ObsCoreColumn.ACCESS_ESTSIZE, 2_500L, new Origin.Publisher("size"));
    }

    private static FileEntry entry(String path, String outcome, ProductRecord product, ObsCoreRow row) {
        return new FileEntry(
                file(path, outcome),
                List.of(new FileEntry.ProductEntry(product, row, Map.of(), Map.of(), Optional.empty(), List.of())),
                List.of());
    }

    private static FileEntry entry(String path, String outcome, ProductRecord product, List<FindingRecord> findings) {
        return new FileEntry(
                file(path, outcome),
                List.of(new FileEntry.ProductEntry(
                        product, ObsCoreRow.builder().build(), Map.of(), Map.of(), Optional.empty(), List.of())),
                findings);
    }

    private static FileEntry entry(String path, String outcome, FindingRecord finding) {
        return new FileEntry(file(path, outcome), List.of(), List.of(finding));
    }

    private static FindingRecord finding(String path, String code, Severity severity) {
        return new FindingRecord(path, code, severity, "byte 0", "found '" + ATTACK + "'");
    }

    private static FileRecord file(String path, String outcome) {
        return new FileRecord(
                path,
                new FileStamp(2_500_000, 0, ""),
                outcome,
                "application/fits",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                "");
    }

    private static ProductRecord product(String path, String role, boolean published) {
        return new ProductRecord(
                did(path),
                shortId(path),
                path,
                1,
                "EVENTS",
                role,
                published,
                "pointed",
                2_500_000,
                "application/fits",
                Optional.of("9f86d081"),
                Optional.empty(),
                false);
    }

    static String did(String path) {
        return URI.create("ivo://vo4he.example/test?" + path.replace(" ", "%20").replaceAll("[<>&]", "_"))
                .toString();
    }

    private static String shortId(String path) {
        return path.replaceAll("[^a-z0-9]", "");
    }
}
