// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One header and data unit of an open [FitsFile].
public final class Hdu {

    private final FitsFile file;
    private final int index;
    private final String label;
    private final HduKind kind;
    private final FitsHeader header;
    private final boolean compressed;
    private final long headerOffset;
    private final long dataOffset;
    private final long dataSize;
    private final boolean complete;
    private final List<TableColumn> columns;

    Hdu(
            FitsFile file,
            int index,
            String label,
            HduKind kind,
            FitsHeader header,
            boolean compressed,
            HduExtent extent,
            List<TableColumn> columns) {
        this.file = file;
        this.index = index;
        this.label = label;
        this.kind = kind;
        this.header = header;
        this.compressed = compressed;
        this.headerOffset = extent.headerOffset();
        this.dataOffset = extent.dataOffset();
        this.dataSize = extent.dataSize();
        this.complete = extent.complete();
        this.columns = columns;
    }

    /// 0 for the primary HDU.
    public int index() {
        return index;
    }

    /// EXTNAME as in the file; without one `PRIMARY` or `#` and the index.
    public String name() {
        return header.text("EXTNAME").orElse(index == 0 ? "PRIMARY" : "#" + index);
    }

    /// The name; with `,` and EXTVER behind it where an earlier HDU of the file has the same in whatever case, and `#`
    /// and the index where that too is not the only one. No two HDUs of a file have one label.
    public String label() {
        return label;
    }

    /// EXTVER, 1 when absent (FITS Standard 4.0, section 4.4.2.6).
    public long version() {
        return header.integer("EXTVER").orElse(1L);
    }

    public HduKind kind() {
        return kind;
    }

    /// Of what the HDU holds: for a tile-compressed image or table, the header before compression.
    public FitsHeader header() {
        return header;
    }

    /// Whether image or table are tile-compressed (section 10).
    public boolean isCompressed() {
        return compressed;
    }

    /// Where the header starts, in bytes of the decompressed stream.
    public long headerOffset() {
        return headerOffset;
    }

    /// Where the data start, in bytes of the decompressed stream.
    public long dataOffset() {
        return dataOffset;
    }

    /// The size of the data that the header announces, in bytes, without padding.
    public long dataSize() {
        return dataSize;
    }

    /// Whether the file holds all of the data.
    public boolean isComplete() {
        return complete;
    }

    /// Those of a table, in order; empty for an image.
    public List<TableColumn> columns() {
        return columns;
    }

    /// The first column of this name, in any case.
    public Optional<TableColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /// The number of rows of a table, 0 for an image.
    public long rows() {
        return columns.isEmpty() ? 0 : Math.max(0, header.integer("NAXIS2").orElse(0L));
    }

    /// The scalar numbers of a column, TSCAL and TZERO applied, TNULL as NaN.
    ///
    /// @param count at most this many; fewer when the table ends
    /// @throws IllegalArgumentException if the column is not [TableColumn#isScalarNumber]
    /// @throws IOException if the file can't be read there
    public double[] numbers(TableColumn column, long firstRow, int count) throws IOException {
        return new ColumnReader(file, this, column).numbers(firstRow, count);
    }

    /// The least and greatest number of a column, read in one pass in constant memory; NaN and infinities
    /// don't count.
    ///
    /// @return empty when there is no finite number
    public Optional<Range> range(TableColumn column) throws IOException {
        return new ColumnReader(file, this, column).range();
    }

    /// Gives out rows of some columns of numbers in one pass over the table, in constant memory (a tile-compressed
    /// table is decompressed whole).
    ///
    /// @param rows at most this many; fewer when the table ends
    /// @throws IllegalArgumentException if a column is not [TableColumn#isScalarNumber]
    /// @throws IOException if the file can't be read there
    public void forEachRows(List<TableColumn> wanted, long firstRow, long rows, RowRun run) throws IOException {
        new RowReader(file, this, wanted).read(firstRow, rows, run);
    }

    /// All rows of a binary table in blocks, for one pass by several threads.
    ///
    /// @param bytesAtOnce about how much to read at a time
    /// @throws IOException if this is no plain binary table, or can't be opened
    public RowStream rowStream(int bytesAtOnce) throws IOException {
        return new RowStream(file, this, bytesAtOnce);
    }

    /// Gives out the arrays of a column of a binary table, also of a variable length, in the order in which the file
    /// stores them: not always that of the rows. Logical values are 1 and 0. Scalars are arrays of one.
    ///
    /// @param rows at most this many; fewer when the table ends
    /// @param most numbers in a cell; a longer one is refused
    /// @throws IllegalArgumentException if the column is not [TableColumn#holdsNumbers]
    /// @throws IOException if a cell is longer than `most` or lies outside the data, or can't be read
    public void forEachCell(TableColumn column, long firstRow, long rows, int most, CellRun run) throws IOException {
        new VectorReader(file, this, column).read(firstRow, rows, most, run);
    }

    /// The array in one cell; see [#forEachCell].
    public double[] vector(TableColumn column, long row, int most) throws IOException {
        double[][] cell = {new double[0]};
        forEachCell(column, row, 1, most, (_, values, count) -> cell[0] = Arrays.copyOf(values, count));
        return cell[0];
    }

    /// The lengths of the axes of an image, the fastest first; empty for tables and for images without data.
    public long[] axes() {
        if (kind != HduKind.IMAGE) {
            return new long[0];
        }
        int naxis = Math.toIntExact(Math.clamp(header.integer("NAXIS").orElse(0L), 0, 999));
        long[] axes = new long[naxis];
        for (int i = 0; i < naxis; i++) {
            axes[i] = Math.max(0, header.integer("NAXIS" + (i + 1)).orElse(0L));
        }
        return axes;
    }

    /// Gives out all pixels of an image from the first to the last, in constant memory.
    ///
    /// @throws IllegalArgumentException if this is no image
    /// @throws IOException if the file can't be read to the last pixel
    public void forEachPixels(PixelRun run) throws IOException {
        if (kind != HduKind.IMAGE) {
            throw new IllegalArgumentException(this + " is no image");
        }
        new PixelReader(file, this).read(run);
    }

    /// The text cells of a column, trailing blanks removed. Of a tile-compressed table the whole column is decompressed
    /// for it.
    public List<String> texts(TableColumn column, long firstRow, int count) throws IOException {
        return new ColumnReader(file, this, column).texts(firstRow, count);
    }

    /// The bytes of one cell as they are stored: of a text column its characters with all blanks, of a
    /// variable-length column its array.
    ///
    /// @param most bytes; a longer cell is refused
    /// @throws IOException if the cell is longer than `most`, lies outside the data, or can't be read
    /// @throws IllegalArgumentException if the table is tile-compressed
    public byte[] cell(TableColumn column, long row, int most) throws IOException {
        return new CellReader(file, this, column).bytes(row, most);
    }

    /// The size of header, data and padding together, as the header announces it, in bytes of the decompressed stream.
    public long storedSize() {
        return dataOffset + HduScan.padded(dataSize) - headerOffset;
    }

    /// The whole HDU as it is stored: header, data and padding.
    ///
    /// @throws IOException if the file can't be read, or the HDU is larger than 2 GiB
    public byte[] stored() throws IOException {
        long size = storedSize();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException(this + " has " + size + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        int n = file.read(headerOffset, bytes, 0, bytes.length);
        return n == bytes.length ? bytes : Arrays.copyOf(bytes, n);
    }

    /// Least and greatest.
    public record Range(double min, double max) {}

    @Override
    public String toString() {
        return name() + " (HDU " + index + ")";
    }
}
