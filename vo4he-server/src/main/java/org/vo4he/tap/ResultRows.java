// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.io.IOException;
import org.vo4he.http.ClientLeftException;
import org.vo4he.store.QueryRun;
import org.vo4he.store.StoreException;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableWriter;

/// Moves rows from a running query to a writer, one at a time, and on to the client at least a few times a
/// second.
///
/// @param rowLimit the query itself may give one row more: that one tells of an overflow
record ResultRows(QueryRun run, TableWriter writer, int columns, long rowLimit) {

    private static final long FLUSH_NANOS = 250_000_000;

    /// @throws StoreException when the query fails before its first row: then nothing was written
    void write(Head head, String overflowReason) throws StoreException, IOException {
        boolean row = run.next();
        writer.begin(head);
        try {
            moveRows(row, overflowReason);
        } catch (StoreException.Cancelled e) {
            throw new ClientLeftException(e);
        } catch (StoreException e) {
            writer.endWithError(Failures.of(e).getMessage());
        }
    }

    private void moveRows(boolean first, String overflowReason) throws StoreException, IOException {
        Object[] values = new Object[columns];
        long flushed = 0;
        boolean row = first;
        for (long count = 0; row; count++) {
            if (count == rowLimit) {
                writer.endWithOverflow(overflowReason);
                return;
            }
            for (int i = 0; i < columns; i++) {
                values[i] = run.get(i);
            }
            writer.row(values);
            if (System.nanoTime() - flushed > FLUSH_NANOS) {
                writer.flush();
                flushed = System.nanoTime();
            }
            row = run.next();
        }
        writer.end();
    }
}
