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
import java.util.stream.Collectors;

/// Asks a running server for the links of random products of [LinkLoader], many IDs at once, one request after the
/// other on one connection (`java.net.http.HttpClient`, HTTP/1.1, keep-alive), reads each answer to its end, and prints
/// the times.
public final class LinkClient {

    private static final int WARM_UP = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI links;
    private final int products;
    private final int ids;
    private final Random random = new Random(5);
    private long rows;

    private LinkClient(URI server, int products, int ids) {
        this.links = server.resolve("datalink/links");
        this.products = products;
        this.ids = ids;
    }

    /// @param arguments the server's URL as its `ready` line gives it, the number of products, requests, IDs in each
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LinkClient(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]))
                .run(Integer.parseInt(arguments[2]));
    }

    private void run(int requests) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            request();
        }
        rows = 0;
        double[] milliseconds = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%d requests of %d random IDs each, POST, java.net.http.HttpClient keep-alive: median %.2f ms,"
                        + " 95 %% below %.2f ms, highest %.2f ms, %.0f rows each%n",
                requests,
                ids,
                milliseconds[requests / 2],
                milliseconds[(int) (requests * 0.95)],
                milliseconds[requests - 1],
                (double) rows / requests);
    }

    private void request() throws IOException, InterruptedException {
        String form = random.ints(ids, 0, products)
                .mapToObj(LinkLoader::did)
                .map(did -> "ID=" + URLEncoder.encode(did, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(links)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("Fault:")) {
            throw new IOException(answer.statusCode() + " for " + form + ": " + answer.body());
        }
        rows += answer.body()
                .lines()
                .filter(line -> line.strip().startsWith("<TR>"))
                .count();
    }
}
