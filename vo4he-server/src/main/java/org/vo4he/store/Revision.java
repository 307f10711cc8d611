// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.Connection;
import java.sql.SQLException;

/// A number that grows with every change of what is published. It follows the clock, so that a state made anew does not
/// count again through numbers that somebody remembers of the old one.
final class Revision {

    private static final String NAME = "revision";

    private volatile long committed;
    private long written;

    Revision(Connection connection) throws SQLException {
        committed = Sql.first(connection, row -> row.getString(1), "SELECT value FROM vo4he.facts WHERE name = ?", NAME)
                .map(Long::parseLong)
                .orElse(0L);
    }

    long now() {
        return committed;
    }

    /// Within the transaction of the change.
    void raise(Connection connection) throws SQLException {
        written = Math.max(committed + 1, System.currentTimeMillis());
        Sql.execute(connection, "DELETE FROM vo4he.facts WHERE name = ?", NAME);
        Sql.execute(connection, "INSERT INTO vo4he.facts VALUES (?, ?)", NAME, Long.toString(written));
    }

    /// After the transaction.
    void committed() {
        committed = written;
    }
}
