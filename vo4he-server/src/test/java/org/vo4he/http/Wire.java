// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that sends exactly the bytes it is told to.
final class Wire {

    private Wire() {}

    /// The whole answer to one request; lines are separated by `|` for readability.
    static String ask(HttpServer server, String requestLines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = requestLines.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
