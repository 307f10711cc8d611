// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

import org.vo4he.http.Markup;
import org.vo4he.store.TapSchema;

/// The tables as VOSI 1.1 tells of them, in the elements of VODataService 1.1.
final class TablesDocument {

    private static final String NAMESPACES = """
            xmlns:vosi="http://www.ivoa.net/xml/VOSITables/v1.0"
              xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance\"""";
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final TapSchema schema;
    private final StringBuilder out = new StringBuilder(PROLOGUE);

    private TablesDocument(TapSchema schema) {
        this.schema = schema;
    }

    /// @param detailed with columns and keys
    static String tableset(TapSchema schema, boolean detailed) {
        TablesDocument document = new TablesDocument(schema);
        document.out.append("<vosi:tableset ").append(NAMESPACES).append(">\n");
        schema.schemas().forEach(each -> document.schema(each, detailed));
        return document.out.append("</vosi:tableset>\n").toString();
    }

    static String table(TapSchema schema, TapSchema.TableRow table) {
        TablesDocument document = new TablesDocument(schema);
        document.table("vosi:table " + NAMESPACES, "vosi:table", table, true);
        return document.out.toString();
    }

    private void schema(TapSchema.SchemaRow row, boolean detailed) {
        out.append(" <schema>\n");
        text("name", row.name());
        text("description", row.description());
        text("utype", row.utype());
        row.tables().forEach(table -> table("table", "table", table, detailed));
        out.append(" </schema>\n");
    }

    private void table(String start, String end, TapSchema.TableRow row, boolean detailed) {
        out.append("<")
                .append(start)
                .append(" type=\"")
                .append(Markup.escape(row.type()))
                .append("\">\n");
        text("name", row.qualifiedName());
        text("description", row.description());
        text("utype", row.utype());
        if (detailed) {
            row.columns().forEach(this::column);
            schema.keys().stream()
                    .filter(key -> key.fromTable().equals(row.qualifiedName()))
                    .forEach(this::key);
        }
        out.append("</").append(end).append(">\n");
    }

    private void column(TapSchema.ColumnRow row) {
        out.append("  <column std=\"").append(row.std()).append("\">\n");
        text("name", row.name());
        text("description", row.description());
        text("unit", row.unit());
        text("ucd", row.ucd());
        text("utype", row.utype());
        out.append("   <dataType xsi:type=\"vs:VOTableType\"");
        attribute("arraysize", row.arraysize());
        attribute("extendedType", row.xtype());
        out.append(">").append(Markup.escape(row.datatype())).append("</dataType>\n");
        flag("principal", row.principal());
        flag("indexed", row.indexed());
        out.append("  </column>\n");
    }

    private void key(TapSchema.KeyRow row) {
        out.append("  <foreignKey>\n");
        text("targetTable", row.targetTable());
        for (TapSchema.KeyColumn column : row.columns()) {
            out.append("   <fkColumn>\n");
            text("fromColumn", column.from());
            text("targetColumn", column.target());
            out.append("   </fkColumn>\n");
        }
        text("description", row.description());
        text("utype", row.utype());
        out.append("  </foreignKey>\n");
    }

    private void flag(String name, boolean set) {
        if (set) {
            text("flag", name);
        }
    }

    private void text(String element, String content) {
        if (!content.isEmpty()) {
            out.append("   <").append(element).append(">");
            out.append(Markup.escape(content));
            out.append("</").append(element).append(">\n");
        }
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            out.append(" ")
                    .append(name)
                    .append("=\"")
                    .append(Markup.escape(value))
                    .append("\"");
        }
    }
}
