// SPDX-License-Identifier: Apache-2.0
package org.vo4he.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.adql.DuckDbDialect;
import org.vo4he.datalink.FilesService;
import org.vo4he.datalink.LinksService;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.http.Routes;
import org.vo4he.preview.PreviewService;
import org.vo4he.preview.PreviewSettings;
import org.vo4he.provsap.ProvenanceService;
import org.vo4he.scs.ConeService;
import org.vo4he.security.Callers;
import org.vo4he.security.Scope;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.UnitVector;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;
import org.vo4he.tap.TapCapability;
import org.vo4he.tap.TapJobs;
import org.vo4he.tap.TapQuery;
import org.vo4he.tap.TapService;
import org.vo4he.tap.TapSettings;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueSettings;
import org.vo4he.uwsweb.UwsFace;
import org.vo4he.uwsweb.UwsService;
import org.vo4he.vosi.Capability;
import org.vo4he.vosi.SelfDescription;
import org.vo4he.vosi.VosiService;

/// A server over a small store whose rows are written straight into it, so that the protocols can be tested
/// without a harvest. The files are not FITS: the protocols must not care.
public final class SampleArchive implements AutoCloseable {

    /// A spectrum with a response; its name needs every kind of escaping.
    public static final String SPECTRUM = "ivo://vo4he.example/sample?a%20b/spectr%C3%BCm%2B1.pha#SPECTRUM,1";

    public static final String EVENTS = "ivo://vo4he.example/sample?events.fits";
    public static final String RESPONSE = "ivo://vo4he.example/sample?pn.rmf";
    public static final String WITHDRAWN = "ivo://vo4he.example/sample?gone.fits";
    public static final String DECLARED = "ivo://mission.example/obs1/events";

    /// What the tags of two files declare.
    public static final String CONTESTED = "ivo://mission.example/obs1/twins";

    /// What the file of [#EVENTS] holds: 1,000 bytes, no two neighbours alike.
    public static final byte[] EVENTS_BYTES = bytes(1000);

    public static final long MAX_ROWS = 5_000;

    private final Store store;
    private final Queue queue;
    private final HttpServer server;

    private SampleArchive(Store store, Queue queue, HttpServer server) {
        this.store = store;
        this.queue = queue;
        this.server = server;
    }

    /// @param folder empty; gets the state and the published files
    public static SampleArchive start(Path folder) throws IOException, StoreException, SQLException {
        return start(folder, StoreSettings.defaults(), TapSettings.of(MAX_ROWS, Duration.ofSeconds(3)));
    }

    public static SampleArchive start(Path folder, StoreSettings storeSettings, TapSettings tapSettings)
            throws IOException, StoreException, SQLException {
        Path state = folder.resolve("state");
        Path root = Files.createDirectories(folder.resolve("published"));
        Files.createDirectories(root.resolve("a b"));
        Files.write(root.resolve("a b/spectrüm+1.pha"), bytes(100));
        Files.write(root.resolve("events.fits"), EVENTS_BYTES);
        Files.write(root.resolve("pn.rmf"), bytes(10));
        Files.write(folder.resolve("secret"), bytes(10));
        Store.open(state, storeSettings).close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + state.resolve("archive.duckdb"))) {
            fill(connection);
        }
        Store store = Store.open(state, storeSettings);
        Queue queue = queue(store, tapSettings);
        List<Routes> services = services(store, root, tapSettings, queue);
        return new SampleArchive(store, queue, HttpServer.start(HttpSettings.local(), services));
    }

    /// Every protocol of this server.
    ///
    /// @param root the published folder
    public static List<Routes> services(Store store, Path root, TapSettings settings, Queue queue) {
        UwsFace face = new UwsFace("/tap/async", ErrorStyle.VOTABLE, Scope.QUERY, true, true);
        List<Routes> all = new ArrayList<>(services(store, root, settings));
        all.add(new UwsService(face, queue, new Callers(Optional.empty(), Optional.empty())));
        return all;
    }

    /// The same without asynchronous queries.
    public static List<Routes> services(Store store, Path root, TapSettings settings) {
        LinksService links = new LinksService(store);
        TapQuery queries = new TapQuery(store, new DuckDbDialect(), settings);
        TapService tap = new TapService(queries);
        ConeService cone = new ConeService(queries::write, settings.maxRows());
        List<Capability> coneCapabilities = List.of(cone::capability);
        TapCapability capability = new TapCapability(settings, QueueSettings.defaults());
        VosiService vosi = new VosiService(store.tapSchema(), List.of(capability::xml, links::capability));
        PreviewService previews = new PreviewService(
                store, new PublishedFolder(root), store.directory().resolve("previews"), PreviewSettings.defaults());
        SelfDescription ofCone = new SelfDescription("/scs", coneCapabilities);
        return List.of(
                tap,
                vosi,
                cone,
                ofCone,
                links,
                new FilesService(store, new PublishedFolder(root)),
                previews,
                new ProvenanceService(store));
    }

    /// Asynchronous queries, two at once, each for some seconds at most.
    public static Queue queue(Store store, TapSettings settings) throws IOException {
        QueueSettings limits = QueueSettings.of(2, 100, 100, Duration.ofSeconds(10), Duration.ofDays(1), 10_000_000);
        TapQuery queries = new TapQuery(store, new DuckDbDialect(), settings);
        return Queue.open(store.directory().resolve("jobs"), new TapJobs(queries), limits);
    }

    public Store store() {
        return store;
    }

    public HttpServer server() {
        return server;
    }

    public String url() {
        return server.url();
    }

    @Override
    public void close() throws IOException {
        server.close();
        queue.close();
        store.close();
    }

    private static void fill(Connection connection) throws SQLException {
        product(connection, SPECTRUM, "a b/spectrüm+1.pha", "PRODUCT", 100, null, 0);
        product(connection, EVENTS, "events.fits", "PRODUCT", EVENTS_BYTES.length, DECLARED, 0);
        product(connection, RESPONSE, "pn.rmf", "RESPONSE_RMF", 10, null, 0);
        product(connection, WITHDRAWN, "gone.fits", "PRODUCT", 5, null, 1);
        product(connection, "ivo://vo4he.example/sample?evil", "../secret", "PRODUCT", 10, null, 0);
        product(connection, "ivo://vo4he.example/sample?twin1.fits", "twin1.fits", "OTHER", 5, CONTESTED, 0);
        product(connection, "ivo://vo4he.example/sample?twin2.fits", "twin2.fits", "OTHER", 5, CONTESTED, 0);
        execute(
                connection,
                "INSERT INTO vo4he.links VALUES (?, 'RESPFILE', 'pn.rmf', 'pn.rmf'), (?, 'ANCRFILE', 'x.arf', NULL)",
                SPECTRUM,
                SPECTRUM);
        row(connection, SPECTRUM, "spectrum", "Circé λ 😀", 83.633, 22.0145);
        row(connection, EVENTS, "event", "Crab, \"M 1\" <&>", 83.7, 22.1);
        row(connection, "ivo://vo4he.example/sample?nowhere", "image", null, null, null);
        execute(
                connection,
                "INSERT INTO ivoa.obscore_hea (obs_publisher_did) SELECT obs_publisher_did FROM ivoa.obscore");
        execute(connection, """
                UPDATE ivoa.obscore_hea SET ev_xel = 25000, messenger_name = 'photon', energy_min = 200.0
                WHERE obs_publisher_did = ?""", EVENTS);
    }

    private static void product(
            Connection connection, String did, String path, String role, long size, String declared, int withdrawn)
            throws SQLException {
        execute(
                connection,
                """
                INSERT INTO vo4he.products (obs_publisher_did, short_id, path, hdu_index, hdu_name, role, published,
                    obs_collection, file_size, media_type, fingerprint, declared_did, withdrawn)
                VALUES (?, ?, ?, 0, 'PRIMARY', ?, 1, 'sample', ?, 'application/fits', NULL, ?, ?)""",
                did,
                "s" + Integer.toString(Math.abs(did.hashCode()), 36),
                path,
                role,
                size,
                declared,
                withdrawn);
    }

    private static void row(Connection connection, String did, String type, String target, Double raDeg, Double decDeg)
            throws SQLException {
        UnitVector direction = raDeg == null ? null : UnitVector.of(raDeg, decDeg);
        execute(
                connection,
                """
                INSERT INTO ivoa.obscore (obs_publisher_did, obs_id, obs_collection, calib_level, dataproduct_type,
                    target_name, s_ra, s_dec, s_region, t_min, t_max, t_exptime, em_min, em_max, s_xel1,
                    obs_creation_date, facility_name, healpix, x, y, z)
                VALUES (?, 'obs-1', 'sample', 2, ?, ?, ?, ?, ?, 58849.5, 58850.5, 1234.5, 1.0e-10, 6.2e-9, -1,
                    '2020-01-01T00:00:00', 'XMM', ?, ?, ?, ?)""",
                did,
                type,
                target,
                raDeg,
                decDeg,
                raDeg == null ? null : "CIRCLE ICRS %s %s 0.25".formatted(raDeg, decDeg),
                raDeg == null ? null : Healpix.index(Healpix.FINEST_ORDER, raDeg, decDeg),
                direction == null ? null : direction.x(),
                direction == null ? null : direction.y(),
                direction == null ? null : direction.z());
    }

    private static void execute(Connection connection, String sql, Object... binds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(i + 1, binds[i]);
            }
            statement.execute();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        return bytes;
    }
}
