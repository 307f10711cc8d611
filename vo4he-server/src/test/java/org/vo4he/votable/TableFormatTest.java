// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// The table formats, judged by votlint, STIL and astropy.
class TableFormatTest {

    private static final List<Field> FIELDS = List.of(
            field("text", Datatype.CHAR, "*", ""),
            field("flag", Datatype.BOOLEAN, "", ""),
            field("byte", Datatype.UNSIGNED_BYTE, "", ""),
            field("short", Datatype.SHORT, "", ""),
            field("int", Datatype.INT, "", ""),
            field("long", Datatype.LONG, "", ""),
            field("float", Datatype.FLOAT, "", ""),
            field("double", Datatype.DOUBLE, "", "").withRef("icrs"),
            field("time", Datatype.CHAR, "*", "timestamp").withRef("utc"),
            field("point", Datatype.DOUBLE, "2", "point"),
            field("region", Datatype.CHAR, "*", "adql:REGION"),
            field("polygon", Datatype.DOUBLE, "*", "polygon"));

    private static final List<Object[]> ROWS = List.of(
            new Object[] {
                "Circé λ 😀 <&>\" ']]>",
                true,
                255,
                (short) -32768,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                1.5f,
                1e-300,
                LocalDateTime.of(2020, 2, 29, 23, 59, 59, 123_000_000),
                "10.5 -20.25",
                "CIRCLE ICRS 10 20 1",
                new double[] {1, 2, 3, 4, 5, 6}
            },
            new Object[] {null, null, null, null, null, null, null, null, null, "1 2", null, "0 0 1 1 2 0"},
            new Object[] {
                "comma, \"quoted\"\n\tnext",
                false,
                0,
                0,
                0,
                0,
                Float.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                "2021-01-01T00:00:00",
                new double[] {0, 0},
                "",
                "0 0 1 1 2 0"
            },
            new Object[] {"x", null, 1, null, 1, null, Float.NaN, Double.NaN, null, "0 90", "x", "0 0 1 1 2 0"});

    @TempDir
    private Path folder;

    private List<Field> fields = FIELDS;

    @Test
    void votlintHasNothingToSay() throws IOException {
        assertThat(votlint(write(TableFormat.VOTABLE, Ending.OVERFLOW))).isBlank();
        assertThat(votlint(write(TableFormat.VOTABLE, Ending.ERROR))).isBlank();
    }

    /// Without the polygon: votlint 3.4.7 skips the numbers of a variable array with that xtype in BINARY2
    /// (`ValueParser`, loop to the declared size -1) and then reads the rest of the row wrongly.
    @Test
    void votlintHasNothingToSayAboutBinary2() throws IOException {
        fields = FIELDS.subList(0, FIELDS.size() - 1);
        assertThat(votlint(write(TableFormat.BINARY2, Ending.OVERFLOW))).isBlank();
        assertThat(votlint(write(TableFormat.BINARY2, Ending.ERROR))).isBlank();
    }

    @Test
    void anAbsentFigureIsMadeOfNansInTabledata() throws IOException {
        Head figures = Head.of(List.of(
                field("point", Datatype.DOUBLE, "2", "point"), field("polygon", Datatype.DOUBLE, "*", "polygon")));
        String document = written(TableFormat.VOTABLE, figures, new Object[] {null, null}, new Object[] {
            "inf -nan", new double[] {0, 0, 1, 1, 2, Double.NEGATIVE_INFINITY}
        });

        assertThat(document.split("<TR><TD>NaN NaN</TD><TD>NaN NaN NaN NaN NaN NaN</TD></TR>"))
                .hasSize(3);
        assertThat(votlint(Files.writeString(folder.resolve("figures.vot"), document)))
                .isBlank();
    }

    @Test
    void stilReadsTheSameValuesFromBothSerialisations() throws IOException {
        String tabledata = stil(write(TableFormat.VOTABLE, Ending.OK));

        assertThat(tabledata).contains("Circé λ 😀 <&>", "9223372036854775807", "2020-02-29T23:59:59.123");
        assertThat(stil(write(TableFormat.BINARY2, Ending.OK))).isEqualTo(tabledata);
    }

    @Test
    void astropyReadsTheSameValuesFromBothSerialisations() throws IOException {
        Verdict verdict = Judges.python(
                """
                import sys
                from astropy.io.votable import parse
                a, b = (parse(f, verify='exception').get_first_table().array for f in sys.argv[1:])
                for name in a.dtype.names:
                    for x, y, mx, my in zip(a[name].data, b[name].data, a[name].mask, b[name].mask):
                        assert str(x) == str(y) and str(mx) == str(my), (name, x, y, mx, my)
                print(a['text'][0], a['long'][0], a['int'].mask[1], a['double'][2])
                """,
                write(TableFormat.VOTABLE, Ending.OK).toString(),
                write(TableFormat.BINARY2, Ending.OK).toString());

        assertThat(verdict.text().strip()).isEqualTo("Circé λ 😀 <&>\" ']]> 9223372036854775807 True -inf");
    }

    @Test
    void csvQuotesWhatNeedsItAndTellsEmptyFromAbsent() throws IOException {
        List<Field> columns = List.of(Field.text("a,b", "", ""), Field.text("c", "", ""));
        String csv =
                written(TableFormat.CSV, Head.of(columns), new Object[] {"x\"y\r\nz", null}, new Object[] {"", " é "});

        assertThat(csv).isEqualTo("\"a,b\",c\r\n\"x\"\"y\r\nz\",\r\n\"\",\" é \"\r\n");
    }

    @Test
    void csvWritesNumbersAndFigures() throws IOException {
        List<Field> columns = List.of(field("x", Datatype.DOUBLE, "", ""), field("p", Datatype.DOUBLE, "2", "point"));
        String csv = written(TableFormat.CSV, Head.of(columns), new Object[] {1.5, "10.0 -20.5"}, new Object[2]);

        assertThat(csv).isEqualTo("x,p\r\n1.5,10.0 -20.5\r\n,\r\n");
    }

    @Test
    void tsvTurnsTabsAndLineEndsIntoBlanks() throws IOException {
        String tsv =
                written(TableFormat.TSV, Head.of(List.of(Field.text("a", "", ""))), new Object[] {"x\ty\r\nz \"q\""});

        assertThat(tsv).isEqualTo("a\nx y  z \"q\"\n");
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() throws IOException {
        Head head = Head.of(List.of(Field.text("a", "", "")));
        String xml = written(TableFormat.VOTABLE, head, new Object[] {"a\u0000b\u001bc\ud800d\uffffe"});

        assertThat(xml).contains("<TD>a\ufffdb\ufffdc\ufffdd\ufffde</TD>");
    }

    @Test
    void theStatusStandsBeforeTheTableAndTheEndingAfterIt() throws IOException {
        String document = Files.readString(write(TableFormat.VOTABLE, Ending.OVERFLOW));

        assertThat(document)
                .containsSubsequence(
                        "value=\"OK\"/>", "<TABLE", "</TABLE>", "value=\"OVERFLOW\">limit</INFO>", "</RESOURCE>");
        assertThat(Files.readString(write(TableFormat.BINARY2, Ending.ERROR)))
                .containsSubsequence("value=\"OK\"/>", "</TABLE>", "value=\"ERROR\">limit</INFO>");
    }

    @Test
    void aTableWithoutRowsIsValidToo() throws IOException {
        for (TableFormat format : List.of(TableFormat.VOTABLE, TableFormat.BINARY2)) {
            Path file = Files.writeString(folder.resolve("empty.vot"), written(format, head()));

            assertThat(Judges.stilts("votlint", file.toString()).text()).isBlank();
        }
    }

    @Test
    void aFormatBrokenOffInCsvBreaksTheStream() {
        TableWriter writer = TableFormat.CSV.writer(new ByteArrayOutputStream());

        assertThatThrownBy(() -> writer.endWithError("time limit")).isInstanceOf(IOException.class);
    }

    @Test
    void aValueThatDoesNotFitIsRefusedByItsColumn() {
        assertThatThrownBy(() -> written(
                        TableFormat.BINARY2, Head.of(List.of(field("n", Datatype.SHORT, "", ""))), new Object[] {70_000
                        }))
                .hasMessage("column n (short ) can't hold 70000");
    }

    @Test
    void formatsAreFoundByMediaTypeAndShortWordInAnyCase() {
        assertThat(TableFormat.named("votable")).contains(TableFormat.VOTABLE);
        assertThat(TableFormat.named("TEXT/XML")).contains(TableFormat.VOTABLE);
        assertThat(TableFormat.named("application/x-votable+xml; serialization=binary2"))
                .contains(TableFormat.BINARY2);
        assertThat(TableFormat.named("Text/CSV")).contains(TableFormat.CSV);
        assertThat(TableFormat.named("tsv")).contains(TableFormat.TSV);
        assertThat(TableFormat.named("application/pdf")).isEmpty();
    }

    @Test
    void anErrorDocumentIsValidWhateverItsMessageHolds() throws IOException {
        String document = ErrorDocument.of("found '<\u0000>' & \"λ\"", Map.of("QUERY", "SELECT \"\n<"));
        Path file = Files.writeString(folder.resolve("error.vot"), document);

        assertThat(Judges.stilts("votlint", file.toString()).text()).isBlank();
    }

    private enum Ending {
        OK,
        OVERFLOW,
        ERROR
    }

    private static String votlint(Path file) {
        return Judges.stilts("votlint", file.toString()).text();
    }

    private static String stil(Path file) {
        return Judges.stilts("tpipe", "in=" + file, "ofmt=csv").text();
    }

    private Path write(TableFormat format, Ending ending) throws IOException {
        Path file = folder.resolve(format + "-" + ending + ".vot");
        try (var out = Files.newOutputStream(file)) {
            TableWriter writer = format.writer(out);
            writer.begin(head());
            for (Object[] row : ROWS) {
                writer.row(row);
                writer.flush();
            }
            switch (ending) {
                case OK -> writer.end();
                case OVERFLOW -> writer.endWithOverflow("limit");
                case ERROR -> writer.endWithError("limit");
            }
        }
        return file;
    }

    private Head head() {
        ServiceDescriptor links = new ServiceDescriptor(
                "links",
                "links",
                "What belongs to a row",
                "http://localhost/links",
                "ivo://ivoa.net/std/DataLink#links-1.1",
                "application/x-votable+xml;content=datalink",
                List.of(new ServiceDescriptor.Input("ID", "meta.id;meta.main", "did", "", "")));
        List<Field> withId = fields.stream()
                .map(field -> field.name().equals("text") ? field.withId("did") : field)
                .toList();
        return new Head(
                withId,
                Map.of("QUERY", "SELECT * FROM t WHERE a < 'b\n&'"),
                List.of(
                        new ReferenceSystem.Space("icrs", "ICRS"),
                        new ReferenceSystem.Time("utc", "UTC", "UNKNOWN", "MJD-origin")),
                List.of(links));
    }

    private static String written(TableFormat format, Head head, Object[]... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = format.writer(out);
        writer.begin(head);
        for (Object[] row : rows) {
            writer.row(row);
        }
        writer.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Field field(String name, Datatype datatype, String arraysize, String xtype) {
        return new Field(name, datatype, arraysize, xtype, "", "", "", "about " + name);
    }
}
