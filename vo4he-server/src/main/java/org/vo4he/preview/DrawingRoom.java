// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vo4he.http.ServiceException;

/// Where previews are drawn: a few at once, the others wait in a line that is not endless. Who asks for what is being
/// drawn already waits for that. A drawing that nobody waits for any more is finished all the same: it is asked for
/// again in a moment.
final class DrawingRoom implements AutoCloseable {

    /// A page of results has fewer pictures.
    private static final int LINE = 256;

    private final ThreadPoolExecutor places;
    private final Map<String, FutureTask<byte[]>> begun = new ConcurrentHashMap<>();

    DrawingRoom(int places) {
        this.places = new ThreadPoolExecutor(
                places,
                places,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LINE),
                Thread.ofPlatform().name("vo4he-preview-", 0).daemon().factory());
        this.places.allowCoreThreadTimeOut(true);
    }

    /// What `drawing` makes; the same `key` is not drawn twice at once.
    ///
    /// @param patience after which the caller gives up, the drawing not
    /// @throws ServiceException of the drawing; of load when the line is full or the patience ends
    /// @throws IOException of the drawing
    byte[] drawn(String key, Callable<byte[]> drawing, Duration patience) throws IOException {
        FutureTask<byte[]> task = begin(key, drawing);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException _) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.LOAD, "the preview is still being drawn: ask again in a moment");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Internal("the server is stopping", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private FutureTask<byte[]> begin(String key, Callable<byte[]> drawing) {
        FutureTask<byte[]> fresh = new FutureTask<>(() -> {
            try {
                return drawing.call();
            } finally {
                // Before anyone hears of the end: who asks after a failure has it drawn anew.
                begun.remove(key);
            }
        });
        FutureTask<byte[]> running = begun.putIfAbsent(key, fresh);
        if (running != null) {
            return running;
        }
        try {
            places.execute(fresh);
            return fresh;
        } catch (RejectedExecutionException _) {
            begun.remove(key, fresh);
            fresh.cancel(false);
            throw new ServiceException.Limit(
                    ServiceException.Kind.LOAD, "too many previews are being drawn: ask again in a moment");
        }
    }

    private static IOException failure(Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(cause);
        };
    }

    @Override
    public void close() {
        places.shutdownNow();
    }
}
