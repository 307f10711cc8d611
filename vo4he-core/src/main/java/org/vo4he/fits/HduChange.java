// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is different about an HDU in the copy of a file. Immutable.
public final class HduChange {

    /// It stays as it is.
    public static final HduChange NONE = new HduChange(List.of(), List.of(), null, false);

    /// It is left out.
    public static final HduChange DROP = new HduChange(List.of(), List.of(), null, true);

    private record Value(String keyword, Object value, String comment) {}

    /// Takes cards.
    interface Cards {
        void set(String keyword, Object value, String comment);
    }

    private final List<Value> values;
    private final List<String> history;
    private final byte[] rows;
    private final boolean drop;

    private HduChange(List<Value> values, List<String> history, byte[] rows, boolean drop) {
        this.values = List.copyOf(values);
        this.history = List.copyOf(history);
        this.rows = rows;
        this.drop = drop;
    }

    /// The same with a card in the place of the first of its keyword, or at the end.
    ///
    /// @param value as for [HduWriter#card(String, Object, String)]
    public HduChange with(String keyword, Object value, String comment) {
        List<Value> more = new ArrayList<>(values);
        more.add(new Value(keyword, value, comment));
        return new HduChange(more, history, rows, drop);
    }

    /// The same with lines of HISTORY at the end.
    public HduChange withHistory(String text) {
        List<String> more = new ArrayList<>(history);
        more.add(text);
        return new HduChange(values, more, rows, drop);
    }

    /// The same with other rows in a table without a heap.
    ///
    /// @param newRows whole rows, as they are stored
    public HduChange withRows(byte[] newRows) {
        return new HduChange(values, history, newRows.clone(), drop);
    }

    boolean isNone() {
        return values.isEmpty() && history.isEmpty() && rows == null && !drop;
    }

    boolean isDrop() {
        return drop;
    }

    List<String> history() {
        return history;
    }

    /// Gives out the changed cards.
    void cards(Cards to) {
        values.forEach(each -> to.set(each.keyword, each.value, each.comment));
    }

    /// The whole HDU, changed.
    byte[] applied(FitsFile file, Hdu hdu) throws IOException {
        RawHeader header = RawHeader.of(file, hdu);
        cards(header::set);
        history.forEach(header::history);
        byte[] data = rows == null ? stored(file, hdu) : rows;
        if (rows != null) {
            long rowLength = hdu.header().integer("NAXIS1").orElse(1L);
            header.set("NAXIS2", rows.length / Math.max(1, rowLength), "number of rows");
        }
        byte[] blocks = Arrays.copyOf(data, Math.toIntExact(HduScan.padded(data.length)));
        byte[] head = header.bytes(Checksum.sum(blocks));
        byte[] all = Arrays.copyOf(head, head.length + blocks.length);
        System.arraycopy(blocks, 0, all, head.length, blocks.length);
        return all;
    }

    private static byte[] stored(FitsFile file, Hdu hdu) throws IOException {
        byte[] data = new byte[Math.toIntExact(HduScan.padded(hdu.dataSize()))];
        if (file.read(hdu.dataOffset(), data, 0, data.length) < hdu.dataSize()) {
            throw new FileChangedException(file.path() + " ends within " + hdu);
        }
        return data;
    }
}
