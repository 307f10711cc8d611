// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// [Comparison] of files that differ in just what the test says.
class ComparisonTest {

    private static final String PROVENANCE = """
            {"provenance":[{"name":"evselect","version":"%s","args":[\
            {"index":0,"inputdata":{"description":"program","editable":false,"location":"/bin","path":"evselect"}},\
            {"index":1,"parameter":{"description":"lowest channel","editable":true,"value":"%s"}}]}]}""";

    @TempDir
    Path folder;

    private Path file(String name, FitsBuilder fits) {
        return fits.write(folder.resolve(name));
    }

    private static FitsBuilder spectrum(double... counts) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("OBSERVER", "Ann", "who looked").commentary("HISTORY", "made today");
        fits.table("SPECTRUM")
                .column("CHANNEL", "I", 0, 1, 2)
                .column("COUNTS", "D", counts)
                .column("NAME", "4A", "a", "b", "c")
                .vectors("MATRIX", "2E", new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        return fits;
    }

    private List<String> differences(Path first, Path second, String... ignored) throws Exception {
        try (FitsFile a = FitsFile.open(first);
                FitsFile b = FitsFile.open(second)) {
            return new Comparison(a, b, new Comparison.Options(Set.of(ignored), false))
                    .differences().stream().map(ComparisonTest::inWords).toList();
        }
    }

    private static String inWords(Difference difference) {
        return difference.part() + " " + difference.place() + " " + difference.name() + " "
                + difference.first().orElse("-") + " > " + difference.second().orElse("-")
                + (difference.note().isEmpty() ? "" : " | " + difference.note());
    }

    @Test
    void aFileDiffersInNothingFromItsCopyAlsoInGzip() throws Exception {
        Path plain = file("a.fits", spectrum(1, 2, 3));
        Path gzip = Files.write(folder.resolve("b.fits.gz"), spectrum(1, 2, 3).gzipped());

        assertThat(differences(plain, gzip)).isEmpty();
    }

    @Test
    void valuesCommentsAndHistoryOfHeadersAreToldAndCanBeIgnored() throws Exception {
        FitsBuilder other = new FitsBuilder();
        other.primary()
                .card("OBSERVER", "Bob", "who looked")
                .commentary("HISTORY", "made tomorrow")
                .card("EXTRA", 1);
        FitsBuilder one = new FitsBuilder();
        one.primary()
                .card("OBSERVER", "Ann", "who looked")
                .commentary("HISTORY", "made today")
                .card("MORE", 1.0);
        Path a = file("a.fits", one);
        Path b = file("b.fits", other);

        assertThat(differences(a, b))
                .containsExactly(
                        "HEADER PRIMARY OBSERVER 'Ann' > 'Bob'",
                        "HEADER PRIMARY HISTORY made today > made tomorrow",
                        "HEADER PRIMARY MORE 1.0 > -",
                        "HEADER PRIMARY EXTRA - > 1");
        assertThat(differences(a, b, "HISTORY", "?ORE", "EX*", "OBSERVER")).isEmpty();
    }

    @Test
    void numbersThatAreWrittenInTwoWaysAreOne() throws Exception {
        FitsBuilder one = new FitsBuilder();
        one.primary().rawCard("EXPOSURE=                1.50 / [s] time");
        FitsBuilder other = new FitsBuilder();
        other.primary().rawCard("EXPOSURE=              1.5E0 / [ks] time");

        assertThat(differences(file("a.fits", one), file("b.fits", other)))
                .containsExactly("HEADER PRIMARY EXPOSURE comment [s] time > [ks] time");
    }

    @Test
    void rowsOfTablesAreCountedWithTheLargestDifference() throws Exception {
        Path a = file("a.fits", spectrum(1, 2, Double.NaN));
        Path b = file("b.fits", spectrum(1, 2.5, Double.NaN));

        assertThat(differences(a, b))
                .containsExactly(
                        "DATA SPECTRUM COUNTS - > - | 1 of 3 rows differ, at most by 0.500000; the first is number 2");
    }

    @Test
    void columnsOfTextAndArraysAreComparedToo() throws Exception {
        FitsBuilder other = new FitsBuilder();
        other.primary().card("OBSERVER", "Ann", "who looked").commentary("HISTORY", "made today");
        FitsTable table = other.table("SPECTRUM")
                .column("CHANNEL", "I", 0, 1, 2)
                .column("COUNTS", "D", 1, 2, 3)
                .column("NAME", "4A", "a", "x", "c");
        table.vectors("MATRIX", "2E", new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 7});

        assertThat(differences(file("a.fits", spectrum(1, 2, 3)), file("b.fits", other)))
                .containsExactly(
                        "DATA SPECTRUM NAME - > - | 1 of 3 rows differ; the first is number 2",
                        "DATA SPECTRUM MATRIX - > - | 1 of 3 rows differ; the first is number 3");
    }

    @Test
    void hdusArePairedByNameWhateverTheirOrder() throws Exception {
        FitsBuilder one = new FitsBuilder();
        one.image("EXPO", 16, 2, 2).pixels(1, 2, 3, 4);
        one.image("RATE", 16, 2, 2).pixels(1, 2, 3, 4);
        FitsBuilder other = new FitsBuilder();
        other.image("RATE", 16, 2, 2).pixels(1, 2, 3, 9);
        other.image("EXPO", 16, 2, 2).pixels(1, 2, 3, 4);
        other.image("MASK", 16, 1, 1);

        assertThat(differences(file("a.fits", one), file("b.fits", other)))
                .containsExactly(
                        "STRUCTURE MASK  - > is there",
                        "DATA RATE pixels - > - | 1 of 4 pixels differ, at most by 5.00000; the first is number 4");
    }

    @Test
    void imagesOfOtherShapeAndTablesOfOtherLengthAreSaid() throws Exception {
        FitsBuilder one = new FitsBuilder();
        one.image("RATE", 16, 2, 2);
        one.table("T").column("A", "D", 1);
        FitsBuilder other = new FitsBuilder();
        other.image("RATE", 16, 4, 1);
        other.table("T").column("A", "D", 1, 2).column("B", "D", 1, 2);

        assertThat(differences(file("a.fits", one), file("b.fits", other)))
                .contains("DATA RATE shape 2 x 2 > 4 x 1", "DATA T rows 1 > 2", "STRUCTURE T B - > is a column");
    }

    @Test
    void tagsAndParametersOfProvenanceComeFirstAndCanBeLeftOut() throws Exception {
        Path a = file("a.fits", tagged("1.0", "20", "Crab"));
        Path b = file("b.fits", tagged("1.1", "30", "Vela"));

        assertThat(differences(a, b))
                .containsExactly(
                        "PROVENANCE step 0 evselect version 1.0 > 1.1",
                        "PROVENANCE step 0 evselect parameter 0:1 lowest channel 20 > 30",
                        "TAGS VO-TAGS target_name Crab > Vela");
        try (FitsFile one = FitsFile.open(a);
                FitsFile other = FitsFile.open(b)) {
            assertThat(new Comparison(one, other, new Comparison.Options(Set.of(), true)).differences())
                    .isEmpty();
        }
    }

    private static FitsBuilder tagged(String version, String value, String target) {
        FitsBuilder fits = new FitsBuilder();
        String json = PROVENANCE.formatted(version, value);
        fits.table("VO-TAGS").column("provenance", json.length() + "A", json).card("TARG_NM", target);
        return fits;
    }

    @Test
    void manyPixelsAreComparedWithoutHoldingThem() throws Exception {
        double[] ramp = new double[300_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }
        double[] other = ramp.clone();
        other[299_999] += 0.25;
        FitsBuilder one = new FitsBuilder();
        one.image("BIG", -64, 600, 500).pixels(ramp);
        FitsBuilder two = new FitsBuilder();
        two.image("BIG", -64, 600, 500).pixels(other);

        assertThat(differences(file("a.fits", one), file("b.fits", two)))
                .singleElement()
                .asString()
                .endsWith("1 of 300000 pixels differ, at most by 0.250000; the first is number 300000");
    }

    @Test
    void dataThatBreakOffAreAFailureNotADifference() throws Exception {
        FitsBuilder big = new FitsBuilder();
        big.image("BIG", -64, 100, 100);
        Path whole = file("a.fits", big);
        byte[] bytes = Files.readAllBytes(whole);
        Path torn = Files.write(folder.resolve("b.fits"), java.util.Arrays.copyOf(bytes, bytes.length - 20_000));

        assertThatThrownBy(() -> differences(whole, torn)).isInstanceOf(IOException.class);
    }
}
