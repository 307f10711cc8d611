// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as elements (VOTable 1.4, section 5.1). An absent value is an empty cell where readers allow it.
final class TabledataRows implements Rows {

    private Writer out;
    private List<Field> fields;

    /// `char` also for text that is not ASCII: the document's own encoding carries it, and every reader tried
    /// (votlint, STIL, astropy) takes it silently.
    @Override
    public String datatype(Field field) {
        return field.datatype().word();
    }

    @Override
    public void begin(Writer newOut, List<Field> newFields) throws IOException {
        out = newOut;
        fields = newFields;
        out.write("    <TABLEDATA>\n");
    }

    @Override
    public void row(Object[] values) throws IOException {
        out.write("     <TR>");
        for (int i = 0; i < fields.size(); i++) {
            if (values[i] == null) {
                out.write(absent(fields.get(i)));
            } else {
                out.write("<TD>");
                out.write(Xml.escape(CellText.of(fields.get(i), values[i])));
                out.write("</TD>");
            }
        }
        out.write("</TR>\n");
    }

    /// Readers take an empty cell for no value, but want numbers where the field promises some: NaN, six of
    /// them for a polygon, which has no fewer.
    private static String absent(Field field) {
        boolean reals = field.datatype() == Datatype.DOUBLE || field.datatype() == Datatype.FLOAT;
        if (!reals || field.isScalar()) {
            return "<TD/>";
        }
        if (field.isVariable()) {
            return field.xtype().equals("polygon") ? nans(6) : "<TD/>";
        }
        return nans(Integer.parseInt(field.arraysize()));
    }

    private static String nans(int count) {
        return "<TD>NaN" + " NaN".repeat(count - 1) + "</TD>";
    }

    @Override
    public void end() throws IOException {
        out.write("    </TABLEDATA>\n");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
