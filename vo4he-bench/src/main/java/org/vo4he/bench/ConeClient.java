// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// Asks a running server for cones at random places, one after the other on one connection (`java.net.http.HttpClient`,
/// HTTP/1.1, keep-alive), reads each answer to its end, and prints the times.
public final class ConeClient {

    private static final int WARM_UP = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final boolean conesearch;
    private final double radiusDeg;
    private final Random random = new Random(3);
    private long rows;

    private ConeClient(URI server, double radiusDeg, boolean conesearch) {
        this.server = server;
        this.conesearch = conesearch;
        this.radiusDeg = radiusDeg;
    }

    /// @param arguments the server's URL as its `ready` line gives it, the number of queries, the radius in degrees,
    ///     `tap` for ADQL or `scs` for Simple Cone Search
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "four arguments are expected: URL, queries, radius in degrees, tap or scs");
        }
        ConeClient cones =
                new ConeClient(URI.create(arguments[0]), Double.parseDouble(arguments[2]), arguments[3].equals("scs"));
        cones.run(Integer.parseInt(arguments[1]));
    }

    private void run(int queries) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            query();
        }
        rows = 0;
        double[] milliseconds = new double[queries];
        for (int i = 0; i < queries; i++) {
            long start = System.nanoTime();
            query();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%d cones of %s deg at /%s, CSV, java.net.http.HttpClient keep-alive: median %.2f ms, 95 %% below %.2f ms,"
                        + " highest %.2f ms, %.1f rows each%n",
                queries,
                radiusDeg,
                conesearch ? "scs" : "tap/sync",
                milliseconds[queries / 2],
                milliseconds[(int) (queries * 0.95)],
                milliseconds[queries - 1],
                (double) rows / queries);
    }

    private void query() throws IOException, InterruptedException {
        double raDeg = 360 * random.nextDouble();
        double decDeg = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        HttpRequest request = conesearch ? conesearch(raDeg, decDeg) : tap(raDeg, decDeg);
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("obs_publisher_did")) {
            throw new IOException(answer.statusCode() + " for " + request.uri() + ": " + answer.body());
        }
        rows += answer.body().lines().count() - 1;
    }

    private HttpRequest conesearch(double raDeg, double decDeg) {
        String query =
                String.format(Locale.ROOT, "RA=%.6f&DEC=%.6f&SR=%s&RESPONSEFORMAT=csv", raDeg, decDeg, radiusDeg);
        return HttpRequest.newBuilder(server.resolve("scs?" + query)).build();
    }

    private HttpRequest tap(double raDeg, double decDeg) {
        String adql = String.format(
                Locale.ROOT,
                "SELECT obs_publisher_did, dataproduct_type, s_ra, s_dec, t_min, access_url FROM ivoa.obscore"
                        + " WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(%.6f, %.6f, %s))",
                raDeg,
                decDeg,
                radiusDeg);
        String form = "LANG=ADQL&FORMAT=csv&QUERY=" + URLEncoder.encode(adql, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.resolve("tap/sync"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }
}
