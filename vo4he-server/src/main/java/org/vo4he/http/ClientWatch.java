// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that a client has gone while its request is still being worked on.
///
/// The server does not look at a connection while a handler computes, and a write tells of a closed peer only on the
/// second try. So the sockets of long requests are registered with a selector of our own: one that is readable without
/// having a byte to read has ended. Nothing is read, so a client that sends its next request early loses nothing.
final class ClientWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);

    private record Watched(SocketChannel channel, Runnable action) {}

    private final Selector selector;
    private final Thread thread;
    private final Map<SocketChannel, Watched> wanted = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ClientWatch() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("client-watch").daemon(true).start(this::run);
    }

    /// Runs `action` once if the client leaves before [#forget].
    void watch(HttpServletRequest request, Runnable action) {
        channel(request).ifPresent(channel -> {
            wanted.put(channel, new Watched(channel, action));
            selector.wakeup();
        });
    }

    /// The request is answered.
    void forget(HttpServletRequest request) {
        channel(request).ifPresent(channel -> {
            if (wanted.remove(channel) != null) {
                selector.wakeup();
            }
        });
    }

    /// Closes the client's connection at once, so that a torn answer can't pass for a whole one.
    static void breakConnection(HttpServletRequest request) {
        endPoint(request).close(new IOException("the answer broke off"));
    }

    private static EndPoint endPoint(HttpServletRequest request) {
        return ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private static Optional<SocketChannel> channel(HttpServletRequest request) {
        return endPoint(request) instanceof SocketChannelEndPoint socket
                        && socket.getChannel() instanceof SocketChannel channel
                ? Optional.of(channel)
                : Optional.empty();
    }

    private void run() {
        while (!closed) {
            try {
                settleKeys();
                selector.select(this::look);
            } catch (IOException | RuntimeException e) {
                LOG.warn("watching for clients that left failed: {}", e.toString());
            }
        }
    }

    private void settleKeys() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (!wanted.containsValue((Watched) key.attachment())) {
                key.cancel();
            }
        }
        selector.selectNow(_ -> {});
        for (Watched watched : wanted.values()) {
            if (watched.channel().keyFor(selector) == null) {
                register(watched);
            }
        }
    }

    private void register(Watched watched) {
        try {
            watched.channel().register(selector, SelectionKey.OP_READ, watched);
        } catch (ClosedChannelException e) {
            leave(watched);
        }
    }

    private void look(SelectionKey key) {
        Watched watched = (Watched) key.attachment();
        try {
            if (watched.channel().socket().getInputStream().available() > 0) {
                key.interestOps(0);
                return;
            }
        } catch (IOException | CancelledKeyException e) {
            LOG.debug("a client's connection failed: {}", e.toString());
        }
        key.cancel();
        leave(watched);
    }

    private void leave(Watched watched) {
        if (wanted.remove(watched.channel(), watched)) {
            watched.action().run();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }
}
