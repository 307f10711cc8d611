// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.vo4he.security.HostCheck;

/// A running server. [#close()] stops it at once: requests under way are cut off.
public final class HttpServer implements AutoCloseable {

    private final HttpSettings settings;
    private final Javalin javalin;
    private final ClientWatch clientWatch;
    private final ExecutorService liveAnswers;

    private HttpServer(HttpSettings settings, Javalin javalin, ClientWatch clientWatch, ExecutorService liveAnswers) {
        this.settings = settings;
        this.javalin = javalin;
        this.clientWatch = clientWatch;
        this.liveAnswers = liveAnswers;
    }

    /// Registers the routes and listens.
    ///
    /// @throws IOException when the address can't be listened on, with a sentence that names it
    public static HttpServer start(HttpSettings settings, List<? extends Routes> routes) throws IOException {
        return start(settings, routes, List.of());
    }

    /// The same, and tells the listeners of every request.
    public static HttpServer start(
            HttpSettings settings, List<? extends Routes> routes, List<? extends ExchangeListener> listeners)
            throws IOException {
        ClientWatch clientWatch = new ClientWatch();
        ExecutorService liveAnswers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Javalin javalin = listen(settings, routes, listeners, clientWatch, liveAnswers);
            return new HttpServer(settings, javalin, clientWatch, liveAnswers);
        } catch (IOException | RuntimeException e) {
            liveAnswers.shutdownNow();
            clientWatch.close();
            throw e;
        }
    }

    /// The port listened on, also when the system chose it.
    public int port() {
        return javalin.port();
    }

    /// Where this machine reaches the server, without a final slash: `http://127.0.0.1:8080`.
    public String url() {
        return BaseUrl.listening(settings.host(), port());
    }

    @Override
    public void close() throws IOException {
        liveAnswers.shutdownNow();
        javalin.stop();
        clientWatch.close();
    }

    private static Javalin listen(
            HttpSettings settings,
            List<? extends Routes> routes,
            List<? extends ExchangeListener> listeners,
            ClientWatch clientWatch,
            Executor liveAnswers)
            throws IOException {
        requireAddress(settings.host());
        HostCheck hostCheck = new HostCheck(settings.host(), settings.baseUrl().map(url -> url.getHost()));
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, listeners);
            JavalinRouter router = new JavalinRouter(
                    config.routes, settings, hostCheck, new BaseUrl(settings, hostCheck), clientWatch, liveAnswers);
            routes.forEach(each -> each.register(router));
            router.finish();
        });
        try {
            return javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            javalin.stop();
            throw new IOException(
                    "can't listen on %s port %d: it is in use, or not allowed"
                            .formatted(settings.host(), settings.port()),
                    e);
        }
    }

    private static void requireAddress(String host) throws IOException {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("can't listen on " + host + ": no address of that name is known", e);
        }
    }

    private static void configure(
            JavalinConfig config, HttpSettings settings, List<? extends ExchangeListener> listeners) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = settings.maxRequestBytes();
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxTotalRequestSize(settings.maxRequestBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxFileSize(settings.maxRequestBytes(), SizeUnit.BYTES);
        QueuedThreadPool threads = new QueuedThreadPool(settings.maxThreads(), 8);
        threads.setName("http");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(0);
            server.setErrorHandler(new UnroutedErrors());
            if (!listeners.isEmpty()) {
                server.setRequestLog(new Exchanges(listeners, settings.token()));
            }
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new UnroutedErrors()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(64 * 1024);
        });
    }
}
