// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Names in the first line, then one line for each row, in UTF-8. An absent value is an empty cell.
///
/// These forms have no place for an overflow mark; who needs to know asks for one row more or for a VOTable.
final class SeparatedWriter implements TableWriter {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]|^\\s|\\s$|^$");
    private static final Pattern BREAKS_TSV = Pattern.compile("[\t\r\n]");

    private final Writer out;
    private final char separator;
    private final String lineEnd;
    private final UnaryOperator<String> cell;
    private List<Field> fields;

    private SeparatedWriter(OutputStream out, char separator, String lineEnd, UnaryOperator<String> cell) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32 * 1024);
        this.separator = separator;
        this.lineEnd = lineEnd;
        this.cell = cell;
    }

    /// RFC 4180: quotes where needed, quotes within doubled, lines end with CR LF. An empty text is quoted: an absent
    /// one is not.
    static SeparatedWriter commas(OutputStream out) {
        return new SeparatedWriter(
                out,
                ',',
                "\r\n",
                text -> NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    /// IANA text/tab-separated-values: tabs and line ends can't be written and become blanks.
    static SeparatedWriter tabs(OutputStream out) {
        return new SeparatedWriter(
                out, '\t', "\n", text -> BREAKS_TSV.matcher(text).replaceAll(" "));
    }

    @Override
    public void begin(Head head) throws IOException {
        fields = head.fields();
        line(i -> fields.get(i).name());
    }

    @Override
    public void row(Object[] values) throws IOException {
        line(i -> values[i] == null ? null : CellText.of(fields.get(i), values[i]));
    }

    /// @param texts of each column; null where there is none
    private void line(IntFunction<String> texts) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            String text = texts.apply(i);
            if (text != null) {
                out.write(cell.apply(text));
            }
        }
        out.write(lineEnd);
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    @Override
    public void endWithOverflow(String reason) throws IOException {
        out.flush();
    }

    @Override
    public void endWithError(String message) throws IOException {
        throw new UnfinishedTableException(message);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
