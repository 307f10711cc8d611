// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;

/// One user query: nothing runs before the first [#next], so that whoever may have to cancel it can hold it first.
///
/// One thread reads and closes; any thread may [#cancel]. Rows stream: at no time is the whole result in memory.
public final class QueryRun implements AutoCloseable {

    private enum Stop {
        CANCELLED,
        OUT_OF_TIME
    }

    private static final long REPEAT_CANCEL_MILLIS = 50;

    private final DuckDBConnection connection;
    private final PreparedStatement statement;
    private final QueryLimits limits;
    private final ScheduledExecutorService clock;
    private final QueryTally tally;
    private final Runnable onClose;
    private final ScheduledFuture<?> alarm;
    private final AtomicReference<Stop> stop = new AtomicReference<>();
    private volatile ScheduledFuture<?> interrupting;
    private ResultSet rows;
    private boolean closed;

    /// @param onClose gives the query's place back
    QueryRun(
            DuckDBConnection connection,
            String sql,
            List<Object> binds,
            QueryLimits limits,
            ScheduledExecutorService clock,
            QueryTally tally,
            Runnable onClose)
            throws SQLException {
        this.connection = connection;
        this.limits = limits;
        this.clock = clock;
        this.tally = tally;
        this.onClose = onClose;
        session(connection, limits.baseUrl());
        this.statement = connection.prepareStatement(sql);
        for (int i = 0; i < binds.size(); i++) {
            statement.setObject(i + 1, binds.get(i));
        }
        this.alarm = clock.schedule(() -> stop(Stop.OUT_OF_TIME), limits.time().toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void session(DuckDBConnection connection, String baseUrl) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("SET VARIABLE base_url = " + (baseUrl.isEmpty() ? "NULL" : literal(baseUrl)));
            session.execute("BEGIN TRANSACTION READ ONLY");
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Moves to the next row; the first call starts the query.
    ///
    /// @return false after the last row
    /// @throws StoreException.TimeLimit StoreException.Cancelled StoreException.Failed
    public boolean next() throws StoreException {
        try {
            refuseIfStopped();
            if (rows == null) {
                rows = statement.executeQuery();
            }
            boolean more = rows.next();
            refuseIfStopped();
            return more;
        } catch (SQLException failure) {
            refuseIfStopped();
            throw new StoreException.Failed(failure);
        }
    }

    /// How many columns a row has; known after the first [#next].
    public int columnCount() throws StoreException {
        try {
            return rows.getMetaData().getColumnCount();
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// The value of a column of the current row, null for NULL.
    ///
    /// @param column from 0
    /// @return [String], [Boolean], [Integer], [Long] or [Double]; a timestamp as text in the DALI form
    public Object get(int column) throws StoreException {
        try {
            return plain(rows.getObject(column + 1));
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Integer number -> number;
            case Long number -> number;
            case Double number -> number;
            case Boolean truth -> truth;
            case Short number -> (int) number;
            case Byte number -> (int) number;
            case Float number -> (double) number;
            case BigDecimal number -> number.doubleValue();
            case BigInteger number ->
                number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.doubleValue();
            case Timestamp time -> time.toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            case LocalDateTime time -> time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            default -> value.toString();
        };
    }

    /// Stops the query within moments: the reading thread gets [StoreException.Cancelled]. Safe at any time, also after
    /// the end.
    public void cancel() {
        stop(Stop.CANCELLED);
    }

    /// Asks DuckDB to stop until the run is closed: an interrupt that arrives just before the query starts, or between
    /// two fetches of a streamed result, is forgotten by DuckDB.
    private void stop(Stop why) {
        if (stop.compareAndSet(null, why) && !clock.isShutdown()) {
            (why == Stop.CANCELLED ? tally.cancelled : tally.outOfTime).increment();
            interrupting = clock.scheduleAtFixedRate(this::interrupt, 0, REPEAT_CANCEL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void interrupt() {
        if (closed) {
            if (interrupting != null) {
                interrupting.cancel(false);
            }
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException _) {
            // The statement has ended by itself, which is what was wanted.
        }
    }

    private void refuseIfStopped() throws StoreException {
        switch (stop.get()) {
            case null -> {}
            case CANCELLED -> throw new StoreException.Cancelled();
            case OUT_OF_TIME -> throw new StoreException.TimeLimit(limits.time());
        }
    }

    /// Ends the query whether or not all rows were read.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        alarm.cancel(false);
        try (connection) {
            if (rows != null) {
                rows.close();
            }
            statement.close();
        } catch (SQLException _) {
            // Nothing was written, and the connection is dropped: there is nothing left to lose.
        } finally {
            onClose.run();
        }
    }
}
