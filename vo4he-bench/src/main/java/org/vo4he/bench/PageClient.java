// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;

/// Asks a running server for a page again and again on one connection (`java.net.http.HttpClient`, HTTP/1.1,
/// keep-alive), reads each answer to its end, and prints the times.
public final class PageClient {

    private static final int WARM_UP = 200;

    private PageClient() {}

    /// @param arguments the number of requests, then addresses
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("arguments are expected: requests, addresses");
        }
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (String address : Arrays.asList(arguments).subList(1, arguments.length)) {
            measure(client, URI.create(address), Integer.parseInt(arguments[0]));
        }
    }

    private static void measure(HttpClient client, URI address, int requests) throws IOException, InterruptedException {
        double first = milliseconds(client, address);
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(client, address);
        }
        double[] times = new double[requests];
        for (int i = 0; i < requests; i++) {
            times[i] = milliseconds(client, address);
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests, median %.2f ms, 95 %% below %.2f ms, highest %.2f ms; the very first %.0f ms; %d bytes%n",
                address.getPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()),
                requests,
                times[requests / 2],
                times[(int) (requests * 0.95)],
                times[requests - 1],
                first,
                size(client, address));
    }

    private static double milliseconds(HttpClient client, URI address) throws IOException, InterruptedException {
        long start = System.nanoTime();
        size(client, address);
        return (System.nanoTime() - start) / 1e6;
    }

    private static int size(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", "text/html").build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + address);
        }
        return answer.body().length;
    }
}
