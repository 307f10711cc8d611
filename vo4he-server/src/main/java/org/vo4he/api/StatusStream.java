// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.vo4he.http.ServiceException;
import org.vo4he.uws.Job;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueRefusal;
import org.vo4he.uwsweb.Access;

/// The status of a job as server-sent events (HTML Living Standard, section 9.2): one whenever it is another, named
/// `status`; the last, when the job is over, is named `end`. A sign of life in between.
final class StatusStream {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

    /// How a job is now.
    @FunctionalInterface
    interface Telling {
        JobStatus of(Job job) throws IOException;
    }

    private final Queue queue;
    private final String id;
    private final Telling telling;
    private final StatusJson json;

    StatusStream(Queue queue, String id, Telling telling, StatusJson json) {
        this.queue = queue;
        this.id = id;
        this.telling = telling;
        this.json = json;
    }

    void writeTo(OutputStream out) throws IOException {
        String told = "";
        long toldAt = System.nanoTime();
        Job job = Access.asked(() -> queue.get(id));
        while (true) {
            JobStatus status = telling.of(job);
            String now = json.of(status);
            if (status.over()) {
                write(out, "event: end\ndata: " + now + "\n\n");
                return;
            }
            if (!now.equals(told)) {
                write(out, "event: status\ndata: " + now + "\n\n");
                told = now;
                toldAt = System.nanoTime();
            } else if (System.nanoTime() - toldAt > HEARTBEAT_NANOS) {
                write(out, ":\n\n");
                toldAt = System.nanoTime();
            }
            Job before = job;
            try {
                job = queue.await(id, Optional.of(before.phase()), LOOK);
            } catch (InterruptedException _) {
                return; // The client has left, or the server stops.
            } catch (QueueRefusal.Unknown _) {
                write(out, "event: end\ndata: {\"job\":\"" + id + "\",\"phase\":\"DISCARDED\"}\n\n");
                return;
            } catch (QueueRefusal e) {
                throw new ServiceException.Internal("a question for a job was refused", e);
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
