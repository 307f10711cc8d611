// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotData;
import org.vo4he.plot.PlotKind;

/// The numbers of a plot as JSON: what the page draws the plot from, and what a program may.
///
/// ```
/// {"kind", "kinds": […], "title", "description",
///  "x": {"label", "unit", "scale", "min", "max"}, "y": {…},
///  "columns": [{"name", "unit", "description", "values": […]}],
///  "series": [{"label", "x", "xLow", "xHigh", "y", "yError", "style"}]}
/// ```
///
/// Numbers that are not there are null.
final class PlotJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PlotJson() {}

    static byte[] of(Plot plot, List<PlotKind> kinds) throws IOException {
        PlotData data = plot.data();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("kind", plot.kind().word());
            json.writeArrayFieldStart("kinds");
            for (PlotKind kind : kinds) {
                json.writeString(kind.word());
            }
            json.writeEndArray();
            json.writeStringField("title", plot.title());
            json.writeStringField("description", plot.description());
            axis(json, "x", data.x());
            axis(json, "y", data.y());
            json.writeArrayFieldStart("columns");
            for (PlotData.Column column : data.columns()) {
                column(json, column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("series");
            for (PlotData.Series series : data.series()) {
                series(json, series);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void axis(JsonGenerator json, String name, PlotData.Axis axis) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("label", axis.label());
        json.writeStringField("unit", axis.unit());
        json.writeStringField("scale", axis.scale().word());
        json.writeNumberField("min", axis.range().low());
        json.writeNumberField("max", axis.range().high());
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, PlotData.Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("unit", column.unit());
        json.writeStringField("description", column.description());
        json.writeArrayFieldStart("values");
        for (int row = 0; row < column.size(); row++) {
            number(json, column.value(row));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private static void series(JsonGenerator json, PlotData.Series series) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", series.label());
        json.writeStringField("x", series.x());
        optional(json, "xLow", series.xLow());
        optional(json, "xHigh", series.xHigh());
        json.writeStringField("y", series.y());
        optional(json, "yError", series.yError());
        optional(json, "yErrorBelow", series.yErrorBelow());
        json.writeStringField("style", series.style().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
