// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotData;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// The numbers of a plot as a VOTable: a column for each, a row for each point.
final class PlotVotable {

    private PlotVotable() {}

    static byte[] of(Plot plot) throws IOException {
        PlotData data = plot.data();
        List<PlotData.Column> columns = data.columns();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableFormat.VOTABLE.writer(out);
        writer.begin(new Head(columns.stream().map(PlotVotable::field).toList(), infos(plot), List.of(), List.of()));
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < data.rows(); i++) {
            for (int column = 0; column < row.length; column++) {
                double value = columns.get(column).value(i);
                row[column] = Double.isNaN(value) ? null : value;
            }
            writer.row(row);
        }
        writer.end();
        return out.toByteArray();
    }

    /// A table without rows that says why.
    static byte[] none(String sentence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableFormat.VOTABLE.writer(out);
        Field column = new Field("x", Datatype.DOUBLE, "", "", "", "", "", "what a plot would show; there is none");
        writer.begin(new Head(List.of(column), Map.of("description", sentence), List.of(), List.of()));
        writer.end();
        return out.toByteArray();
    }

    private static Field field(PlotData.Column column) {
        return new Field(column.name(), Datatype.DOUBLE, "", "", column.unit(), "", "", column.description());
    }

    private static Map<String, String> infos(Plot plot) {
        Map<String, String> infos = new LinkedHashMap<>();
        infos.put("plot", plot.kind().word());
        infos.put("title", plot.title());
        infos.put("description", plot.description());
        return infos;
    }
}
