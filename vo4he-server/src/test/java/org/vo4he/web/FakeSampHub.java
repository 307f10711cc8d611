// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SAMP hub for web pages at its one address (SAMP 1.3, section 5.2), with two programs that take everything.
final class FakeSampHub implements AutoCloseable {

    private static final int PORT = 21012;

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean agreeing = true;

    private FakeSampHub(HttpServer server) {
        this.server = server;
    }

    /// Empty when another hub has the address.
    static Optional<FakeSampHub> start() throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), PORT), 0);
            FakeSampHub hub = new FakeSampHub(server);
            server.createContext("/", hub::answer);
            server.start();
            return Optional.of(hub);
        } catch (BindException _) {
            return Optional.empty();
        }
    }

    /// From now on the person at the computer does not agree that a page registers.
    void refuse() {
        agreeing = false;
    }

    /// What was asked of it, as it came.
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Access-Control-Allow-Origin", exchange.getRequestHeaders().getFirst("Origin"));
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type");
        exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
        byte[] body = new byte[0];
        if (exchange.getRequestMethod().equals("POST")) {
            String call = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(call);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            body = ("<?xml version='1.0'?><methodResponse>" + response(call) + "</methodResponse>")
                    .getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String response(String call) {
        if (!agreeing) {
            return "<fault><value><struct><member><name>faultString</name><value>not agreed</value></member>"
                    + "<member><name>faultCode</name><value><int>1</int></value></member></struct></value></fault>";
        }
        String value = "";
        if (call.contains(".register<")) {
            value = "<struct><member><name>samp.private-key</name><value>key 17</value></member></struct>";
        } else if (call.contains(".notifyAll<")) {
            value = "<array><data><value>c1</value><value>c2</value></data></array>";
        }
        return "<params><param><value>" + value + "</value></param></params>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
