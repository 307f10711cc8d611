// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/// A VOTable 1.4 document with one table, and the `QUERY_STATUS` of DALI 1.1, section 4.4: OK before the table, and
/// after it what only became known while the rows were written.
final class VotableWriter implements TableWriter {

    private static final int BUFFER_CHARS = 32 * 1024;

    private final Writer out;
    private final Rows rows;
    private Head head;
    private int[] geometries;

    VotableWriter(OutputStream out, Rows rows) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
        this.rows = rows;
    }

    @Override
    public void begin(Head newHead) throws IOException {
        head = newHead;
        geometries = IntStream.range(0, head.fields().size())
                .filter(i -> head.fields().get(i).isGeometry())
                .toArray();
        out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                 <RESOURCE type="results">
                """);
        info("QUERY_STATUS", "OK", "");
        for (var info : head.infos().entrySet()) {
            info(info.getKey(), info.getValue(), "");
        }
        for (ReferenceSystem system : head.systems()) {
            system(system);
        }
        out.write("  <TABLE name=\"results\">\n");
        for (Field field : head.fields()) {
            field(field);
        }
        out.write("   <DATA>\n");
        rows.begin(out, head.fields());
    }

    @Override
    public void row(Object[] values) throws IOException {
        rows.row(geometries.length == 0 ? values : withGeometries(values.clone()));
    }

    private Object[] withGeometries(Object[] values) {
        for (int i : geometries) {
            values[i] = GeometryValue.of(head.fields().get(i), values[i]);
        }
        return values;
    }

    @Override
    public void end() throws IOException {
        endTable();
        endDocument();
    }

    @Override
    public void endWithOverflow(String reason) throws IOException {
        endTable();
        info("QUERY_STATUS", "OVERFLOW", reason);
        endDocument();
    }

    @Override
    public void endWithError(String message) throws IOException {
        endTable();
        info("QUERY_STATUS", "ERROR", message);
        endDocument();
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }

    private void endTable() throws IOException {
        rows.end();
        out.write("   </DATA>\n  </TABLE>\n");
    }

    private void endDocument() throws IOException {
        out.write(" </RESOURCE>\n");
        for (ServiceDescriptor service : head.services()) {
            service(service);
        }
        out.write("</VOTABLE>\n");
        out.flush();
    }

    private void info(String name, String value, String text) throws IOException {
        out.write("  <INFO" + attribute("name", name) + attribute("value", value));
        out.write(text.isEmpty() ? "/>\n" : ">" + Xml.escape(text) + "</INFO>\n");
    }

    private void system(ReferenceSystem system) throws IOException {
        out.write(
                switch (system) {
                    case ReferenceSystem.Space space ->
                        "  <COOSYS" + attribute("ID", space.id()) + attribute("system", space.system()) + "/>\n";
                    case ReferenceSystem.Time time ->
                        "  <TIMESYS"
                                + attribute("ID", time.id())
                                + attribute("timescale", time.timescale())
                                + attribute("refposition", time.refposition())
                                + optional("timeorigin", time.timeorigin())
                                + "/>\n";
                });
    }

    private void field(Field field) throws IOException {
        out.write("   <FIELD"
                + optional("ID", field.id())
                + attribute("name", field.name())
                + attribute("datatype", rows.datatype(field))
                + optional("arraysize", field.arraysize())
                + optional("xtype", field.xtype())
                + optional("unit", field.unit())
                + optional("ucd", field.ucd())
                + optional("utype", field.utype())
                + optional("ref", field.ref()));
        out.write(
                field.description().isEmpty()
                        ? "/>\n"
                        : "><DESCRIPTION>" + Xml.escape(field.description()) + "</DESCRIPTION></FIELD>\n");
    }

    private void service(ServiceDescriptor service) throws IOException {
        out.write(" <RESOURCE type=\"meta\"" + attribute("ID", service.id()) + optional("name", service.name())
                + " utype=\"adhoc:service\">\n");
        if (!service.description().isEmpty()) {
            out.write("  <DESCRIPTION>" + Xml.escape(service.description()) + "</DESCRIPTION>\n");
        }
        param("accessURL", service.accessUrl());
        if (!service.standardId().isEmpty()) {
            param("standardID", service.standardId());
        }
        if (!service.contentType().isEmpty()) {
            param("contentType", service.contentType());
        }
        out.write("  <GROUP name=\"inputParams\">\n");
        for (ServiceDescriptor.Input input : service.inputs()) {
            input(input);
        }
        out.write("  </GROUP>\n </RESOURCE>\n");
    }

    private void input(ServiceDescriptor.Input input) throws IOException {
        ServiceDescriptor.Kind kind = input.kind();
        out.write("   <PARAM" + attribute("name", input.name())
                + attribute("datatype", kind.datatype().word())
                + optional("arraysize", kind.datatype() == Datatype.CHAR ? "*" : "")
                + optional("unit", kind.unit()) + optional("ucd", input.ucd()) + optional("ref", input.ref())
                + attribute("value", input.value()));
        if (input.description().isEmpty() && !kind.isBounded()) {
            out.write("/>\n");
            return;
        }
        out.write(">");
        if (!input.description().isEmpty()) {
            out.write("<DESCRIPTION>" + Xml.escape(input.description()) + "</DESCRIPTION>");
        }
        if (kind.isBounded()) {
            values(kind);
        }
        out.write("</PARAM>\n");
    }

    private void values(ServiceDescriptor.Kind kind) throws IOException {
        out.write("<VALUES>");
        out.write(kind.minimum().isEmpty() ? "" : "<MIN" + attribute("value", kind.minimum()) + "/>");
        out.write(kind.maximum().isEmpty() ? "" : "<MAX" + attribute("value", kind.maximum()) + "/>");
        for (String option : kind.options()) {
            out.write("<OPTION" + attribute("value", option) + "/>");
        }
        out.write("</VALUES>");
    }

    private void param(String name, String value) throws IOException {
        out.write("  <PARAM" + attribute("name", name) + " datatype=\"char\" arraysize=\"*\""
                + attribute("value", value) + "/>\n");
    }

    private static String optional(String name, String value) {
        return value.isEmpty() ? "" : attribute(name, value);
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + Xml.escape(value) + "\"";
    }
}
