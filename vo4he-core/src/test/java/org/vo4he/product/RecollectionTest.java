// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.mapping.FileContents;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// Inference that tags remember is not run again, and nobody can tell by what is said of the product.
class RecollectionTest {

    private static final ProductDescriber RECALLING = new ProductDescriber(Rules.none());
    private static final ProductDescriber INFERRING = new ProductDescriber(Rules.none(), false);

    /// Larger files would say the same and take their time.
    private static final long LARGEST = 400_000;

    @TempDir
    Path folder;

    /// Names are looked for where the file came from, as they were when it was annotated.
    private static Siblings besideOf(Path original) {
        return (_, name) -> Siblings.sameFolder().find(original, name);
    }

    /// @return whether the file could be annotated
    private static boolean annotate(Path file, Path copy) throws Exception {
        FileDescription said = INFERRING.describe(file, besideOf(file));
        if (said.outcome() != Outcome.PUBLISHED) {
            return false;
        }
        Product product = said.products().getFirst();
        WriteOptions options = WriteOptions.DEFAULT.with(product.inference());
        return VoTags.write(file, copy, product.row(), options).outcome() != WriteReport.Outcome.REFUSED;
    }

    @Test
    void whatIsRecalledIsWhatInferenceSaysValueByValueAndOriginByOrigin() throws Exception {
        Map<String, Object> differences = new LinkedHashMap<>();
        int recalled = 0;
        int annotated = 0;
        for (Path file : files()) {
            Path copy = folder.resolve(file.getFileName());
            if (annotate(file, copy)) {
                FileDescription inferred = INFERRING.describe(copy, besideOf(file));
                FileDescription fromTags = RECALLING.describe(copy, besideOf(file));
                if (!fromTags.equals(inferred)) {
                    differences.put(file.toString(), fromTags + "\n" + inferred);
                }
                annotated++;
                recalled += isRecalled(copy) ? 1 : 0;
                Files.delete(copy);
            }
        }
        System.out.println(annotated + " files annotated, " + recalled + " of them recalled");

        assertThat(differences).isEmpty();
        assertThat(recalled).isGreaterThan(annotated / 2);
    }

    private static boolean isRecalled(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            FileContents contents = FileContents.of(fits);
            return VoTags.read(fits)
                    .flatMap(tags -> Recollection.recall(
                            fits, contents, contents.products().getFirst(), tags))
                    .isPresent();
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : List.of(SharedData.data(), Path.of("../examples/products"))) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(Files::isRegularFile)
                        .filter(file -> file.toFile().length() < LARGEST)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static FitsBuilder events() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("TELESCOP", "TEST")
                .card("OBS_ID", "0042")
                .column("TIME", "D", new double[] {1, 2, 3})
                .column("ENERGY", "E", new double[] {1, 2, 4})
                .unit("keV");
        return fits;
    }

    private Path tagged() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        assertThat(annotate(file, file)).isTrue();
        return file;
    }

    private static ObsCoreRow row(Path file) {
        return RECALLING.describe(file, Siblings.none()).products().getFirst().row();
    }

    /// Four bytes of the third energy, below the same headers: seen only by who reads the column.
    private static void doubleTheGreatestEnergy(Path file) throws Exception {
        long at;
        try (FitsFile fits = FitsFile.open(file)) {
            at = fits.hdu("EVENTS").map(Hdu::dataOffset).orElseThrow() + 2 * 12 + 8;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            assertThat(bytes.readFloat()).isEqualTo(4);
            bytes.seek(at);
            bytes.writeFloat(8);
        }
    }

    private static void replace(Path file, String text, String other) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(text).hasSameSizeAs(bytes.replace(text, other));
        Files.writeString(file, bytes.replace(text, other), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aTaggedFileIsDescribedWithoutReadingItsColumns() throws Exception {
        Path file = tagged();
        double least = row(file).number(ObsCoreColumn.EM_MIN).orElseThrow();

        doubleTheGreatestEnergy(file);

        assertThat(row(file).number(ObsCoreColumn.EM_MIN)).contains(least);
        assertThat(INFERRING
                        .describe(file, Siblings.none())
                        .products()
                        .getFirst()
                        .row()
                        .number(ObsCoreColumn.EM_MIN))
                .contains(least / 2);
    }

    @Test
    void aHeaderThatWasEditedIsInferredAnew() throws Exception {
        Path file = tagged();

        doubleTheGreatestEnergy(file);
        replace(file, "'0042", "'0043");

        // The tag of the old header is no evidence against the new one.
        double least = 1.239841984332e-9 / 8;
        assertThat(row(file).number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(least, withinPercentage(1e-6));
    }

    @Test
    void aTagThatWasEditedIsEvidenceAndTheRestIsInferredAnew() throws Exception {
        Path file = tagged();
        double before = row(file).number(ObsCoreColumn.EM_MIN).orElseThrow();

        doubleTheGreatestEnergy(file);
        replace(file, "FACI_NM = 'TEST", "FACI_NM = 'MINE");

        assertThat(row(file).get(ObsCoreColumn.FACILITY_NAME).value()).isEqualTo("MINE");
        assertThat(row(file).get(ObsCoreColumn.FACILITY_NAME).origin()).isInstanceOf(Origin.Tag.class);
        assertThat(row(file).number(ObsCoreColumn.EM_MIN)).contains(before / 2);
    }

    @Test
    void aFileUnderAnotherNameIsInferredAnew() throws Exception {
        Path file = tagged();
        doubleTheGreatestEnergy(file);
        double before = row(file).number(ObsCoreColumn.EM_MIN).orElseThrow();

        Path renamed = Files.move(file, folder.resolve("renamed.fits"));

        assertThat(row(renamed).number(ObsCoreColumn.EM_MIN)).contains(before / 2);
    }

    @Test
    void whatALinkedFileGivesIsNotRemembered() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("RESPFILE", "not-yet-here.rmf")
                .column("CHANNEL", "J", new double[] {1, 2, 3})
                .column("COUNTS", "J", new double[] {1, 2, 3});
        Path file = fits.write(folder.resolve("spectrum.pha"));

        Product product = INFERRING.describe(file, Siblings.none()).products().getFirst();

        assertThat(product.inference()).isEmpty();
    }

    @Test
    void whereAValueIsTakenAwayNothingIsRemembered() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        Product product = INFERRING.describe(file, Siblings.none()).products().getFirst();

        ObsCoreRow less = product.row()
                .with()
                .absent(ObsCoreColumn.FACILITY_NAME, "taken away")
                .build();

        assertThat(product.inferenceBeside(product.row())).isPresent();
        assertThat(product.inferenceBeside(less)).isEqualTo(Optional.empty());
    }

    @Test
    void aValueThatWasGivenWhereInferenceSaysNothingIsWrittenOnceAndForAll() throws Exception {
        Path file = events().write(folder.resolve("events.fits"));
        assertThat(row(file).get(ObsCoreColumn.T_MIN).isPresent()).isFalse();
        Annotator annotator = new Annotator(RECALLING);
        annotator.annotate(
                file,
                file,
                Siblings.none(),
                row -> row.with()
                        .set(ObsCoreColumn.T_MIN, 51544.0, new Origin.Given("--set"))
                        .build(),
                WriteOptions.DEFAULT);
        byte[] once = Files.readAllBytes(file);

        annotator.annotate(file, file, Siblings.none(), row -> row, WriteOptions.DEFAULT);

        assertThat(file).hasBinaryContent(once);
    }
}
