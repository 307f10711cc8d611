// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Feed;
import org.vo4he.store.FeedEvent;
import org.vo4he.store.FeedPage;
import org.vo4he.store.StoreException;

/// The feed as server-sent events: `id` is the event's number, `event` its kind, `data` its JSON. Ends when the client
/// has gone or the server stops.
final class EventStream {

    /// Read from the store at once: what one client costs in memory.
    private static final int EVENTS_AT_ONCE = 200;

    private static final int RETRY_MILLIS = 3000;

    private final Feed feed;
    private final Duration heartbeat;
    private final EventJson json;
    private EventQuery query;

    EventStream(Feed feed, Duration heartbeat, EventQuery query, EventJson json) {
        this.feed = feed;
        this.heartbeat = heartbeat;
        this.query = query;
        this.json = json;
    }

    void writeTo(OutputStream out) throws IOException {
        write(out, "retry: " + RETRY_MILLIS + "\n\n");
        boolean wanted = true;
        while (wanted) {
            FeedPage page = read();
            for (FeedEvent event : page.events()) {
                write(
                        out,
                        "id: %d\nevent: %s\ndata: %s\n\n"
                                .formatted(event.sequence(), event.kind().word(), json.event(event)));
            }
            query = query.from(page.next());
            if (page.events().isEmpty()) {
                // Without data this is no event to a reader, who yet remembers how far it is.
                write(out, ":\nid: " + page.next() + "\n\n");
            }
            out.flush();
            wanted = await(feed, page.next(), heartbeat);
        }
    }

    private FeedPage read() {
        try {
            return query.read(feed, EVENTS_AT_ONCE);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the events could not be read; the server's log says why", e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return whether anybody still waits: false when the client has left or the server stops
    static boolean await(Feed feed, long cursor, Duration patience) {
        try {
            feed.await(cursor, patience);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
