// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// Rows of all 60 ObsCore columns, written to nowhere; the figure is rows for each millisecond.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TableWriting {

    private static final int ROWS = 1000;

    @Param
    public TableFormat format;

    private final Head head =
            Head.of(ObsCoreColumn.core().stream().map(TableWriting::field).toList());
    private final List<Object[]> rows = rows();

    private static Field field(ObsCoreColumn column) {
        Datatype datatype = switch (column.type()) {
            case INTEGER -> Datatype.INT;
            case BIGINT -> Datatype.LONG;
            case DOUBLE -> Datatype.DOUBLE;
            case TEXT, TIMESTAMP, REGION -> Datatype.CHAR;
        };
        String arraysize = datatype == Datatype.CHAR ? "*" : "";
        return new Field(
                column.columnName(),
                datatype,
                arraysize,
                "",
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description());
    }

    private static List<Object[]> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(number -> SyntheticRow.of(number).values())
                .map(values -> ObsCoreColumn.core().stream().map(values::get).toArray())
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void write() throws IOException {
        TableWriter writer = format.writer(OutputStream.nullOutputStream());
        writer.begin(head);
        for (Object[] row : rows) {
            writer.row(row);
        }
        writer.end();
    }
}
