// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as bytes in base 64, each with a mask that says which values are absent (VOTable 1.4, section 5.4).
final class Binary2Rows implements Rows {

    private Writer text;
    private List<Field> fields;
    private DataOutputStream out;

    @Override
    public String datatype(Field field) {
        return field.datatype() == Datatype.CHAR && !field.isAsciiText()
                ? "unicodeChar"
                : field.datatype().word();
    }

    @Override
    public void begin(Writer newText, List<Field> newFields) throws IOException {
        text = newText;
        fields = newFields;
        text.write("    <BINARY2><STREAM encoding=\"base64\">\n");
        out = new DataOutputStream(new Base64Text(text));
    }

    @Override
    public void row(Object[] values) throws IOException {
        for (int first = 0; first < fields.size(); first += 8) {
            out.writeByte(nullMask(values, first));
        }
        for (int i = 0; i < fields.size(); i++) {
            CellBinary.write(out, fields.get(i), values[i]);
        }
    }

    /// The most significant bit is the first column.
    private int nullMask(Object[] values, int first) {
        int mask = 0;
        for (int i = first; i < Math.min(first + 8, fields.size()); i++) {
            if (values[i] == null) {
                mask |= 0x80 >> (i - first);
            }
        }
        return mask;
    }

    @Override
    public void end() throws IOException {
        out.close();
        text.write("    </STREAM></BINARY2>\n");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        text.flush();
    }
}
