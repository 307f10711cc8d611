// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.duckdb.DuckDBConnection;

/// Lookups kept open for the next request: a connection and its prepared statements cost more than the look itself.
/// Safe on any thread.
final class LinkLookups implements AutoCloseable {

    private final DuckDBConnection connection;
    private final ConcurrentLinkedDeque<LinkLookup> idle = new ConcurrentLinkedDeque<>();

    LinkLookups(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// One look at the store.
    interface Look<T> {
        T with(LinkLookup lookup) throws SQLException;
    }

    <T> T look(Look<T> look) throws SQLException {
        LinkLookup lookup = idle.pollFirst();
        if (lookup == null) {
            lookup = new LinkLookup(connection.duplicate());
        }
        boolean sound = false;
        try {
            T found = look.with(lookup);
            sound = true;
            return found;
        } finally {
            if (sound) {
                idle.addFirst(lookup);
            } else {
                lookup.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (LinkLookup lookup = idle.pollFirst(); lookup != null; lookup = idle.pollFirst()) {
            lookup.close();
        }
    }
}
