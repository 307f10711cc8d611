// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Feed;
import org.vo4he.store.FeedFilter;
import org.vo4he.store.FeedKind;
import org.vo4he.store.FeedPage;
import org.vo4he.store.StoreException;

/// What a request wants of the feed.
///
/// @param cursor the number after which events are wanted; empty: from the oldest that is kept
/// @param patience how long to wait for the first event
record EventQuery(Optional<Long> cursor, int limit, Duration patience, FeedFilter filter) {

    static final int MOST_EVENTS = 10_000;
    private static final long MOST_SECONDS = 60;
    private static final String NOW = "now";

    static EventQuery of(Request request, Feed feed) {
        Parameters parameters = request.parameters();
        long limit = parameters.count("LIMIT").orElse(1000L);
        if (limit < 1) {
            throw new ServiceException.Usage("parameter LIMIT must be 1 or more, found '0'");
        }
        long seconds = parameters.count("WAIT").orElse(0L);
        if (seconds > MOST_SECONDS) {
            throw new ServiceException.Usage(
                    "parameter WAIT must be at most " + MOST_SECONDS + " seconds, found '" + seconds + "'");
        }
        return new EventQuery(
                cursor(request, parameters, feed),
                (int) Math.min(limit, MOST_EVENTS),
                Duration.ofSeconds(seconds),
                new FeedFilter(kinds(parameters), Set.copyOf(parameters.all("TYPE"))));
    }

    /// What an interrupted reader saw last wins over where it had begun (HTML, server-sent events, section 9.2.4).
    private static Optional<Long> cursor(Request request, Parameters parameters, Feed feed) {
        Optional<String> seen = request.header("Last-Event-ID").filter(id -> !id.isBlank());
        if (seen.isPresent()) {
            return seen.map(EventQuery::number);
        }
        return parameters.one("AFTER").filter(NOW::equalsIgnoreCase).isPresent()
                ? Optional.of(feed.last())
                : parameters.count("AFTER");
    }

    private static Long number(String lastEventId) {
        if (!lastEventId.strip().matches("[0-9]{1,18}")) {
            throw new ServiceException.Usage(
                    "header Last-Event-ID must be the number of an event, found " + Parameters.quoted(lastEventId));
        }
        return Long.valueOf(lastEventId.strip());
    }

    private static Set<FeedKind> kinds(Parameters parameters) {
        Set<FeedKind> kinds = new HashSet<>();
        for (String word : parameters.all("KIND")) {
            kinds.add(FeedKind.of(word)
                    .orElseThrow(() -> new ServiceException.Usage("parameter KIND: there are published, superseded and "
                            + "withdrawn, found " + Parameters.quoted(word))));
        }
        return kinds;
    }

    /// @throws ServiceException.Gone when the events after the cursor are not kept any more, or never were
    FeedPage read(Feed feed, int most) throws StoreException {
        FeedPage page = feed.after(cursor.orElse(0L), Math.min(limit, most), filter);
        cursor.ifPresent(number -> check(number, page));
        return page;
    }

    private static void check(long cursor, FeedPage page) {
        String remedy = "; read the products of ivoa.obscore as they are, and go on with after=" + page.last();
        if (cursor + 1 < page.first()) {
            throw new ServiceException.Gone(
                    "the events after " + cursor + " are not kept any more, the oldest is " + page.first() + remedy);
        }
        if (cursor > page.last()) {
            throw new ServiceException.Gone("there is no event " + cursor + ", the newest is " + page.last()
                    + ": this feed was begun anew" + remedy);
        }
    }

    EventQuery from(long next) {
        return new EventQuery(Optional.of(next), limit, patience, filter);
    }
}
