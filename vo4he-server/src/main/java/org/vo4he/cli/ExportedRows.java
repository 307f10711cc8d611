// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vo4he.store.ParquetFile.Column;
import org.vo4he.store.ParquetFile.Type;

/// Rows of JSON Lines, one after the other, as the columns of a VOTable want them.
final class ExportedRows implements Iterator<Object[]>, AutoCloseable {

    private final List<Column> columns;
    private final JsonParser json;
    private boolean atRow;

    ExportedRows(List<Column> columns, InputStream lines) throws IOException {
        this.columns = columns;
        this.json = new JsonFactory().createParser(lines);
        this.atRow = json.nextToken() == JsonToken.START_OBJECT;
    }

    /// The columns of a VOTable.
    static List<Column> columns(byte[] votable) {
        List<Column> columns = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(votable));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("FIELD")) {
                    columns.add(new Column(
                            reader.getAttributeValue(null, "name"),
                            type(reader.getAttributeValue(null, "datatype"), reader.getAttributeValue(null, "xtype"))));
                }
            }
            return columns;
        } catch (XMLStreamException e) {
            throw new CommandFailure("the server's columns can't be read: " + e.getMessage(), e);
        }
    }

    private static Type type(String datatype, String xtype) {
        return switch (datatype) {
            case "short", "int" -> Type.INTEGER;
            case "long" -> Type.BIGINT;
            case "float", "double" -> Type.DOUBLE;
            default -> "timestamp".equals(xtype) ? Type.TIMESTAMP : Type.VARCHAR;
        };
    }

    @Override
    public boolean hasNext() {
        return atRow;
    }

    @Override
    public Object[] next() {
        if (!atRow) {
            throw new NoSuchElementException();
        }
        try {
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                json.nextToken();
                row[i] = value(json.nextToken(), columns.get(i).type());
            }
            json.nextToken();
            atRow = json.nextToken() == JsonToken.START_OBJECT;
            return row;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Object value(JsonToken token, Type type) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            case VARCHAR, TIMESTAMP -> json.getText();
            case INTEGER -> json.getIntValue();
            case BIGINT -> json.getLongValue();
            case DOUBLE -> json.getDoubleValue();
        };
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
