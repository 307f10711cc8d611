// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.http.Exchange;
import org.vo4he.http.ExchangeListener;

/// Writes a line for each request, at once, so that the file ends with the last request whatever happens next.
///
/// What can't be written (a full disk) is told once in the process's log, and requests are answered all the same.
public final class AccessLog implements ExchangeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String FILE = "access.log";

    private final LineFormat format;
    private final OutputStream out;
    private boolean failed;

    private AccessLog(LineFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    /// @param folder of the files
    /// @return empty when requests are not to be written
    /// @throws IOException when the file can't be written
    public static Optional<AccessLog> open(AccessLogSettings settings, Path folder) throws IOException {
        return switch (settings.target()) {
            case OFF -> Optional.empty();
            case STDOUT -> Optional.of(new AccessLog(settings.format(), new Unclosed(System.out)));
            case FILE -> {
                long bytes = settings.megabytes() * 1_000_000L;
                yield Optional.of(new AccessLog(settings.format(), RotatedFile.open(folder.resolve(FILE), bytes)));
            }
        };
    }

    @Override
    public void answered(Exchange exchange) {
        byte[] line = (format.line(exchange) + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (this) {
            try {
                out.write(line);
                out.flush();
                failed = false;
            } catch (IOException e) {
                if (!failed) {
                    LOG.warn("the access log can't be written: {}", e.toString());
                }
                failed = true;
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /// Standard output outlives the log.
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
