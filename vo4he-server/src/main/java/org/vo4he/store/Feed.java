// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// What was published, superseded and withdrawn, in order.
///
/// An event is written in the transaction of the change it tells of: no kill and no restart can part the two.
/// Written by the one thread that holds the ledger's lock; read by any.
public final class Feed {

    private static final String PAGE = """
            SELECT sequence, time_millis, kind, did, short_id, path, dataproduct_type, media_type, file_size, fingerprint
            FROM vo4he.feed
            WHERE sequence > ? AND sequence <= ?
              AND (? = '' OR kind IN (SELECT unnest(string_split(?, chr(10)))))
              AND (? = '' OR dataproduct_type IN (SELECT unnest(string_split(?, chr(10)))))
            ORDER BY sequence
            LIMIT ?""";

    private final DuckDBConnection connection;
    private final long kept;
    private volatile long first;
    private long last;
    private long written;

    /// @param kept events that stay at least; older ones are dropped now and then
    Feed(DuckDBConnection connection, long kept) throws SQLException {
        this.connection = connection;
        this.kept = kept;
        this.last = bound("SELECT coalesce(max(sequence), 0) FROM vo4he.feed");
        this.first = bound("SELECT coalesce(min(sequence), 1) FROM vo4he.feed");
        this.written = last;
    }

    private long bound(String sql) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), sql).orElseThrow();
    }

    /// The newest event's number; 0 when nothing ever happened.
    public synchronized long last() {
        return last;
    }

    /// The events after a cursor, oldest first. When [FeedPage#first] is more than one after the cursor, or
    /// [FeedPage#last] is before it, the cursor is of no use: what it asks for was dropped, or never was.
    ///
    /// @param limit most events of the answer, at least 1
    public FeedPage after(long cursor, int limit, FeedFilter filter) throws StoreException {
        long end = last();
        List<FeedEvent> events = read(cursor, end, limit, filter);
        long next =
                events.size() < limit ? Math.max(cursor, end) : events.getLast().sequence();
        return new FeedPage(events, next, first, end);
    }

    private List<FeedEvent> read(long cursor, long end, int limit, FeedFilter filter) throws StoreException {
        if (cursor >= end) {
            return List.of();
        }
        String kinds = filter.kindLines();
        String types = filter.typeLines();
        try (DuckDBConnection own = connection.duplicate()) {
            return Sql.list(own, Feed::event, PAGE, cursor, end, kinds, kinds, types, types, limit);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// Returns when there is an event after the cursor, or when the time is over.
    public synchronized void await(long cursor, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); last <= cursor && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /// Within the transaction of the change.
    void append(DuckDBConnection writing, List<LiveProducts.Happening> happenings, Instant now) throws SQLException {
        written = last();
        List<Object[]> rows = new ArrayList<>(happenings.size());
        for (LiveProducts.Happening happening : happenings) {
            written++;
            rows.add(row(written, now, happening));
        }
        Sql.append(writing, "vo4he", "feed", rows);
        if (written - first >= kept + kept / 10) {
            // Before the transaction ends: who reads meanwhile learns of a gap rather than falling into it.
            first = written - kept + 1;
            Sql.execute(writing, "DELETE FROM vo4he.feed WHERE sequence < ?", first);
        }
    }

    /// After the transaction.
    synchronized void committed() {
        last = written;
        notifyAll();
    }

    private static Object[] row(long sequence, Instant now, LiveProducts.Happening happening) {
        ProductRecord product = happening.product();
        return new Object[] {
            sequence,
            now.toEpochMilli(),
            happening.kind().name(),
            product.did(),
            product.shortId(),
            product.path(),
            happening.type().orElse(null),
            product.mediaType(),
            product.size(),
            product.fingerprint().orElse(null)
        };
    }

    private static FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                FeedKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                row.getString(8),
                row.getLong(9),
                Optional.ofNullable(row.getString(10)));
    }
}
