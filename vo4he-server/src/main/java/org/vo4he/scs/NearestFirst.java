// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableWriter;

/// Puts the rows of a small answer in order of their last column, and lets a large one through as it comes: to sort a
/// hundred thousand wide rows takes more memory than a query has.
final class NearestFirst implements TableWriter {

    /// Answers of more rows have no order.
    static final int MOST_ROWS = 2_000;

    private static final Comparator<Object[]> BY_LAST_COLUMN =
            Comparator.comparingDouble(row -> row[row.length - 1] instanceof Number n ? n.doubleValue() : Double.NaN);

    private final TableWriter writer;
    private final List<Object[]> waiting = new ArrayList<>();
    private boolean large;

    NearestFirst(TableWriter writer) {
        this.writer = writer;
    }

    @Override
    public void begin(Head head) throws IOException {
        writer.begin(head);
    }

    @Override
    public void row(Object[] values) throws IOException {
        if (large) {
            writer.row(values);
            return;
        }
        waiting.add(values.clone());
        if (waiting.size() > MOST_ROWS) {
            large = true;
            writeWaiting();
        }
    }

    private void writeWaiting() throws IOException {
        for (Object[] row : waiting) {
            writer.row(row);
        }
        waiting.clear();
    }

    private void settle() throws IOException {
        waiting.sort(BY_LAST_COLUMN);
        writeWaiting();
    }

    @Override
    public void end() throws IOException {
        settle();
        writer.end();
    }

    @Override
    public void endWithOverflow(String reason) throws IOException {
        settle();
        writer.endWithOverflow(reason);
    }

    @Override
    public void endWithError(String message) throws IOException {
        settle();
        writer.endWithError(message);
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }
}
