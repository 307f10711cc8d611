// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.vo4he.http.BodyWriter;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Feed;
import org.vo4he.store.FeedPage;
import org.vo4he.store.StoreException;

/// `/events`: JSON with a cursor, or server-sent events (HTML Living Standard, section 9.2) for who accepts
/// `text/event-stream`.
///
/// Who waits has a virtual thread and a buffer of the connection, no more: one that reads slowly is served slowly, and
/// one that does not read at all is cut off by the server's idle time.
public final class EventsService implements Routes {

    static final String EVENT_STREAM = "text/event-stream";

    private final Feed feed;
    private final FeedSettings settings;
    private final Semaphore places;

    public EventsService(Feed feed, FeedSettings settings) {
        this.feed = feed;
        this.settings = settings;
        this.places = new Semaphore(settings.maxClients());
    }

    @Override
    public void register(Router router) {
        router.get("/events", this::events);
    }

    /// Who waits for events now.
    public int clients() {
        return settings.maxClients() - places.availablePermits();
    }

    private Response events(Request request) {
        EventQuery query = EventQuery.of(request, feed);
        EventJson json = new EventJson(request.baseUrl());
        FeedPage page = read(query, EventQuery.MOST_EVENTS);
        if (request.header("Accept")
                .filter(accept -> accept.contains(EVENT_STREAM))
                .isPresent()) {
            EventStream stream = new EventStream(feed, settings.heartbeat(), query, json);
            return waiting(EVENT_STREAM, stream::writeTo).header("X-Accel-Buffering", "no");
        }
        boolean nothingYet = page.events().isEmpty() && query.patience().isPositive();
        Response response = nothingYet
                ? waiting("application/json", out -> writeLater(query.from(page.next()), json, out))
                : Response.json(json.page(page));
        return response.header("Cache-Control", "no-cache");
    }

    private FeedPage read(EventQuery query, int most) {
        try {
            return query.read(feed, most);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the events could not be read; the server's log says why", e);
        }
    }

    private Response waiting(String contentType, BodyWriter body) {
        return Response.live(contentType, out -> {
                    if (!places.tryAcquire()) {
                        throw new ServiceException.Limit(
                                ServiceException.Kind.LOAD,
                                settings.maxClients() + " clients wait for events already; ask without waiting");
                    }
                    try {
                        body.writeTo(out);
                    } finally {
                        places.release();
                    }
                })
                .header("Cache-Control", "no-cache");
    }

    private void writeLater(EventQuery query, EventJson json, OutputStream out) throws IOException {
        long end = System.nanoTime() + query.patience().toNanos();
        FeedPage page = read(query, EventQuery.MOST_EVENTS);
        boolean wanted = true;
        while (wanted && page.events().isEmpty() && System.nanoTime() < end) {
            wanted = EventStream.await(feed, page.next(), Duration.ofNanos(end - System.nanoTime()));
            page = read(query.from(page.next()), EventQuery.MOST_EVENTS);
        }
        out.write(json.page(page).getBytes(StandardCharsets.UTF_8));
    }
}
