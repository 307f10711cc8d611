// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One JSON object a line, in UTF-8: numbers are numbers, times are texts, what is absent is `null`. A number that JSON
/// can't write (not a number, infinite) is `null` too.
public final class JsonLinesWriter implements TableWriter {

    public static final String MEDIA_TYPE = "application/jsonl";

    private final JsonGenerator json;
    private List<Field> fields;

    public JsonLinesWriter(OutputStream out) throws IOException {
        this.json = new JsonFactory()
                .createGenerator(out)
                .setRootValueSeparator(null)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void begin(Head head) {
        fields = head.fields();
    }

    @Override
    public void row(Object[] values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            json.writeFieldName(fields.get(i).name());
            value(fields.get(i), values[i]);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void value(Field field, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean logical -> json.writeBoolean(logical);
            case Double number when !Double.isFinite(number) -> json.writeNull();
            case Float number when !Float.isFinite(number) -> json.writeNull();
            case Number number -> json.writeNumber(CellText.of(field, number));
            default -> json.writeString(CellText.of(field, value));
        }
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }

    @Override
    public void endWithOverflow(String reason) throws IOException {
        throw new UnfinishedTableException(reason);
    }

    @Override
    public void endWithError(String message) throws IOException {
        throw new UnfinishedTableException(message);
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
