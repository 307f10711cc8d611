// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.vo4he.fits.RowBlock;

/// Hands the selected rows of several threads on in the order of the file: who is early waits. Blocks are given
/// out in that order, so who is waited for is at work.
final class OrderedRows {

    private final RowTarget target;
    private final ThreadLocal<byte[]> room = ThreadLocal.withInitial(() -> new byte[0]);
    private long nextRow;
    private long written;
    private boolean broken;

    OrderedRows(RowTarget target) {
        this.target = target;
    }

    void take(RowBlock block, int[] rows, int count) {
        byte[] bytes = copied(block, rows, count);
        synchronized (this) {
            try {
                while (nextRow != block.firstRow() && !broken) {
                    wait();
                }
                if (!broken) {
                    target.take(bytes, count);
                    written += count;
                    nextRow = block.firstRow() + block.rows();
                }
            } catch (IOException e) {
                broken = true;
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                broken = true;
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException("writing the selected rows was interrupted", e));
            } finally {
                notifyAll();
            }
        }
    }

    /// Nobody waits any more.
    synchronized void abandon() {
        broken = true;
        notifyAll();
    }

    synchronized long written() {
        return written;
    }

    private byte[] copied(RowBlock block, int[] rows, int count) {
        int length = block.rowLength();
        if (room.get().length < count * length) {
            room.set(new byte[block.rows() * length]);
        }
        byte[] bytes = room.get();
        for (int i = 0; i < count; ) {
            int run = 1;
            while (i + run < count && rows[i + run] == rows[i] + run) {
                run++;
            }
            MemorySegment.copy(
                    block.bytes(), ValueLayout.JAVA_BYTE, (long) rows[i] * length, bytes, i * length, run * length);
            i += run;
        }
        return bytes;
    }
}
