// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

class SelectedRowsTest {

    @TempDir
    private Path folder;

    private static FitsBuilder events(int rows) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM").card("COMPOSER", "Ligeti", "kept");
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("EXPOSURE", 1000.5, "[s] exposure")
                .commentary("HISTORY", " first line")
                .column(
                        "TIME",
                        "D",
                        IntStream.range(0, rows).mapToDouble(i -> i * 0.25).toArray())
                .column(
                        "PI",
                        "I",
                        IntStream.range(0, rows).mapToDouble(i -> i % 1024).toArray())
                .column(
                        "FLAG",
                        "3A",
                        IntStream.range(0, rows).mapToObj(i -> "f" + i % 10).toArray(String[]::new))
                .vectors(
                        "PHAS",
                        "PE",
                        IntStream.range(0, rows)
                                .mapToObj(i -> new double[i % 4])
                                .toArray(double[][]::new));
        fits.table("GTI").column("START", "D", 0.0, 50.0).column("STOP", "D", 20.0, 90.0);
        return fits;
    }

    private Path select(Path source, Map<Integer, HduChange> changes, int[] rows) throws Exception {
        Path target = folder.resolve("selected.fits");
        try (FitsFile file = FitsFile.open(source);
                SelectedRows out = new SelectedRows(file, file.hdu("EVENTS").orElseThrow(), target, changes)) {
            for (int row : rows) {
                out.add(row);
            }
            out.finish();
            assertThat(out.count()).isEqualTo(rows.length);
        }
        return target;
    }

    @Test
    void theRowsSelectedAreTheOnlyThingThatChanges() throws Exception {
        Path source = events(60_000).write(folder.resolve("events.fits"));
        int[] rows =
                IntStream.range(0, 60_000).filter(i -> i % 7 == 3 || i > 59_990).toArray();

        Path target = select(source, Map.of(), rows);

        try (FitsFile before = FitsFile.open(source);
                FitsFile after = FitsFile.open(target)) {
            Hdu selected = after.hdus().get(1);
            assertThat(selected.rows()).isEqualTo(rows.length);
            assertThat(selected.numbers(selected.columns().get(0), 0, rows.length))
                    .containsExactly(
                            IntStream.of(rows).mapToDouble(i -> i * 0.25).toArray());
            assertThat(selected.texts(selected.columns().get(2), 0, 3)).containsExactly("f3", "f0", "f7");
            assertThat(selected.vector(selected.columns().get(3), 0, 9)).hasSize(rows[0] % 4);
            assertThat(selected.header().cards().stream().map(Card::keyword).filter(k -> !k.endsWith("SUM")))
                    .containsExactlyElementsOf(before.hdus().get(1).header().cards().stream()
                            .map(Card::keyword)
                            .toList());
            for (int other : new int[] {0, 2}) {
                assertThat(after.hdus().get(other).stored())
                        .isEqualTo(before.hdus().get(other).stored());
            }
            assertThat(HduSums.faults(after)).noneMatch(fault -> fault.contains("EVENTS"));
        }
        assertThat(Judges.fitsverify(target).out()).contains("verification OK").doesNotContain("arning");
    }

    @Test
    void aCompressedFileGivesTheSameAsAPlainOne() throws Exception {
        int[] rows = {1, 2, 40};
        byte[] plain = Files.readAllBytes(select(events(99).write(folder.resolve("a.fits")), Map.of(), rows));
        Files.delete(folder.resolve("selected.fits"));

        assertThat(select(events(99).write(folder.resolve("a.fits.gz")), Map.of(), rows))
                .hasBinaryContent(plain);
    }

    @Test
    void cardsAndRowsOfOtherTablesChangeWhereThatIsAskedFor() throws Exception {
        ByteBuffer times = ByteBuffer.allocate(16).putDouble(5).putDouble(6);
        Path target = select(
                events(10).write(folder.resolve("events.fits")),
                Map.of(
                        0, HduChange.NONE.with("COMPOSER", "Kurtag", "changed"),
                        1, HduChange.NONE.with("EXPOSURE", 1.0, "[s]").withHistory("x".repeat(100)),
                        2, HduChange.NONE.withRows(times.array()).with("LONGTEXT", "l".repeat(90), "")),
                new int[0]);

        try (FitsFile after = FitsFile.open(target)) {
            assertThat(after.hdus().get(0).header().text("COMPOSER")).contains("Kurtag");
            FitsHeader header = after.hdus().get(1).header();
            assertThat(header.cards().stream().filter(card -> card.keyword().equals("EXPOSURE")))
                    .extracting(Card::value)
                    .containsExactly("1.0");
            assertThat(header.cards().stream().filter(card -> card.keyword().equals("HISTORY")))
                    .extracting(card -> card.comment().strip().length())
                    .containsExactly(10, 72, 28);
            Hdu good = after.hdus().get(2);
            assertThat(good.numbers(good.columns().get(1), 0, 9)).containsExactly(6);
            assertThat(HduSums.faults(after)).isEmpty();
        }
        assertThat(Judges.fitsverify(target).out()).contains("verification OK").doesNotContain("arning");
    }

    @Test
    void anHduCanBeLeftOut() throws Exception {
        Path target = select(events(10).write(folder.resolve("events.fits")), Map.of(2, HduChange.DROP), new int[] {9});

        try (FitsFile after = FitsFile.open(target)) {
            assertThat(after.hdus()).extracting(Hdu::name).containsExactly("PRIMARY", "EVENTS");
        }
    }

    @Test
    void aFileThatIsThereAlreadyIsNotTouched() throws Exception {
        Path source = events(10).write(folder.resolve("events.fits"));
        Path target = Files.writeString(folder.resolve("selected.fits"), "mine");

        assertThatThrownBy(() -> select(source, Map.of(), new int[0])).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("mine");
    }

    @Test
    void aSourceThatShrinksMeanwhileIsAnErrorThatNamesIt() throws Exception {
        Path source = events(60_000).write(folder.resolve("events.fits"));
        try (FitsFile file = FitsFile.open(source);
                SelectedRows out = new SelectedRows(
                        file, file.hdu("EVENTS").orElseThrow(), folder.resolve("selected.fits"), Map.of())) {
            Files.write(source, Arrays.copyOf(Files.readAllBytes(source), 50_000));

            assertThatThrownBy(() -> out.add(59_999))
                    .isInstanceOf(FileChangedException.class)
                    .hasMessageContaining(source.toString());
        }
    }

    @Test
    void astropyReadsTheSameRowsOfARealEventList() throws Exception {
        Path source = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        int[] rows = IntStream.range(1000, 2000).filter(i -> i % 2 == 0).toArray();

        Path target = select(source, Map.of(), rows);

        assertThat(Judges.python("""
                import sys
                from astropy.io import fits
                a, b = (fits.open(name) for name in sys.argv[1:])
                print(a['EVENTS'].data[1000:2000:2].tobytes() == b['EVENTS'].data.tobytes(), len(b))
                """, source.toString(), target.toString()).out())
                .contains("True 3");
    }
}
