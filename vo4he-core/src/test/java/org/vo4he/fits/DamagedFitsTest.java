// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;

/// [FitsFile] on files that are cut, changed or blown up: what comes before the damage is read, and nothing
/// is thrown but what the contract names.
class DamagedFitsTest {

    @TempDir
    Path folder;

    private static FitsBuilder fits() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("OBJECT", "Crab").card("LONG", "x".repeat(100));
        fits.table("EVENTS")
                .column("TIME", "D", 1, 2, 3)
                .unit("s")
                .column("PI", "J", 10, 20, 30)
                .column("FLAG", "4A", "a", "b", "c")
                .vectors("SPAN", "PE", new double[] {1}, new double[] {1, 2}, new double[] {});
        fits.image("SKY", -32, 4, 4).wcs(10, 20, 0.1);
        return fits;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.fits"), bytes);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static List<String> codes(FitsFile file) {
        return file.findings().stream().map(f -> f.code().id()).toList();
    }

    /// Opens the file and reads all it can be asked for.
    ///
    /// @return the number of HDUs, 0 when it could not be opened
    private static int readAll(Path path) {
        try (FitsFile file = FitsFile.open(path)) {
            for (Hdu hdu : file.hdus()) {
                hdu.header().cards().forEach(card -> hdu.header().integer(card.keyword()));
                for (TableColumn column : hdu.columns()) {
                    readColumn(hdu, column);
                }
            }
            assertThat(file.fingerprint()).hasSize(24);
            FitsTail.of(file);
            return file.hdus().size();
        } catch (IOException | NotFitsException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            return 0;
        }
    }

    private static void readColumn(Hdu hdu, TableColumn column) {
        attempt(() -> hdu.numbers(column, 0, 1000));
        attempt(() -> hdu.range(column));
        attempt(() -> hdu.texts(column, 0, 1000));
        attempt(() -> hdu.cell(column, 0, 1 << 20));
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void attempt(Reading reading) {
        try {
            reading.read();
        } catch (IOException | IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutAtAnyByteTheHdusBeforeAreRead(boolean gzip) throws Exception {
        byte[] whole = gzip ? fits().gzipped() : fits().bytes();
        int most = 0;
        for (int length = 0; length < whole.length; length += gzip || length < 3000 ? 1 : 7) {
            Path path = write(Damage.cutAt(whole, length));
            int hdus = readAll(path);
            if (!gzip) {
                assertThat(hdus).as("cut at %d", length).isGreaterThanOrEqualTo(most);
                if (length >= 2880) {
                    assertThat(hdus).as("cut at %d", length).isPositive();
                }
            }
            most = Math.max(most, hdus);
        }
        assertThat(most).isEqualTo(3);
    }

    @Test
    void ofAFileThatIsCutTheFindingNamesHduAndBytes() throws Exception {
        byte[] whole = fits().bytes();
        try (FitsFile file = FitsFile.open(write(Damage.cutAt(whole, whole.length - 2820)))) {
            assertThat(file.hdus()).hasSize(3);
            assertThat(file.hdus().getLast().isComplete()).isFalse();
            Finding finding = file.findings().getFirst();
            assertThat(finding.code()).isEqualTo(FitsFinding.TRUNCATED);
            assertThat(finding.where()).isEqualTo("file.fits SKY");
            assertThat(finding.message()).contains("64").contains("60");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHeaderWithoutDataWhoseLastBlockIsNotFilledIsAFinding(boolean gzip) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("OBJECT", "Crab");
        byte[] whole = fits.bytes();
        for (int length : new int[] {whole.length, whole.length - 1, 480}) {
            byte[] cut = Arrays.copyOf(whole, length);
            try (FitsFile file = FitsFile.open(write(gzip ? gzipped(cut) : cut))) {
                assertThat(file.hdus()).hasSize(1);
                assertThat(codes(file))
                        .as("%d bytes", length)
                        .containsExactlyElementsOf(
                                length == whole.length ? List.of() : List.of(FitsFinding.SHORT_PADDING.id()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BITPIX, BITPIX  =                   13, fits-structure",
        "NAXIS1, NAXIS1  =                   -4, fits-structure",
        "NAXIS1, NAXIS1  =  9223372036854775807, fits-structure",
        "NAXIS2, NAXIS2  = 'three   ', fits-structure",
        "PCOUNT, PCOUNT  =         999999999999, fits-truncated",
        "TFIELDS, TFIELDS =                 1000, fits-structure",
        "TFORM1, TFORM1  = 'ZZ      ', fits-structure",
        "TTYPE1, TTYPE1  = 'TIME, fits-bad-card",
    })
    void aCardThatCantBeIsAFindingThatNamesIt(String keyword, String card, String code) throws Exception {
        byte[] whole = fits().bytes();
        byte[] primary = Arrays.copyOf(whole, 2880);
        byte[] rest = Damage.withCard(Arrays.copyOfRange(whole, 2880, whole.length), keyword, card);
        try (FitsFile file = FitsFile.open(write(Damage.withTail(primary, rest)))) {
            assertThat(codes(file)).contains(code);
            assertThat(file.hdus().getFirst().header().text("OBJECT")).contains("Crab");
            assertThat(file.findings().getFirst().where()).startsWith("file.fits EVENTS");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OBJECT  = 'Crab, ''",
        "OBJECT  = 'Cr\u00e9ab', ''",
        "OBJECT  = 'Cr\tab', ''",
        "OBJECT  = Cr\u00e9ab, ''",
        "OBJECT  = 'Crab'  / n\u00e9buleuse, Crab"
    })
    void aStringWithoutEndOrOutsideAsciiIsNoValue(String card, String value) throws Exception {
        byte[] changed = Damage.withCard(fits().bytes(), "OBJECT", card);
        try (FitsFile file = FitsFile.open(write(changed))) {
            assertThat(codes(file)).contains("fits-bad-card");
            assertThat(file.hdus().getFirst().header().text("OBJECT").orElse(""))
                    .isEqualTo(value);
            assertThat(file.hdus()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"OBJECT  ='Crab', has no blank after its '='", "object  = 'Crab', so it does not state OBJECT"})
    void aCardThatOthersWouldReadAsAValueIsAFinding(String card, String message) throws Exception {
        byte[] changed = Damage.withCard(fits().bytes(), "OBJECT", card);
        try (FitsFile file = FitsFile.open(write(changed))) {
            assertThat(file.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(FitsFinding.BAD_CARD);
                assertThat(finding.message()).contains(message);
            });
            assertThat(file.hdus().getFirst().header().text("OBJECT")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "10.0F", "10.0d", "NaN", "1-1", "."})
    void whatIsNoNumberOfFitsIsNone(String text) {
        assertThat(new Card("RA", text, true, "").number()).isNull();
    }

    @Test
    void aLongStringWhoseContinuationHasNoEndIsNoValue() throws Exception {
        byte[] whole = fits().bytes();
        try (FitsFile file = FitsFile.open(write(Damage.withCard(whole, "CONTINUE", "CONTINUE  'xxx")))) {
            assertThat(codes(file)).contains("fits-bad-card");
            assertThat(file.hdus().getFirst().header().text("LONG")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "'hello', does not begin",
        "'BZh9', bzip2",
        "'\u001f\u009d\u0090', .Z",
        "'XTENSION= ', without a primary header"
    })
    void whatIsNoFitsIsRefusedWithWhatItSeemsToBe(String content, String message) throws Exception {
        Path path = write(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FitsFile.open(path))
                .isInstanceOf(NotFitsException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("file.fits");
    }

    /// 400 seeded mutants, plain and gzip: bytes changed anywhere, mostly in headers.
    @Test
    void aChangedFileThrowsNothingElseAndNeverHangs() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            String likely = "0123456789-'=/ TFEDPQ()ANX.";
            for (int number = 0; number < 400; number++) {
                Random random = new Random(number);
                byte[] bytes = (number % 4 == 0 ? fits().gzipped() : fits().bytes()).clone();
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 9000));
                    bytes[at] = random.nextInt(10) == 0
                            ? (byte) random.nextInt(256)
                            : (byte) likely.charAt(random.nextInt(likely.length()));
                }
                readAll(write(bytes));
            }
        });
    }

    /// Else the FITS library reserves 757 MB for a tile of a file of 11 kB.
    @Test
    void aTileThatLiesOutsideOfTheHeapIsRefusedBeforeMemoryIsReservedForIt() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("COMPRESSED_IMAGE")
                .vectors("COMPRESSED_DATA", "PB", new double[] {1, 2, 3}, new double[] {4, 5})
                .card("ZIMAGE", true)
                .card("ZCMPTYPE", "GZIP_1")
                .card("ZBITPIX", 16)
                .card("ZNAXIS", 2)
                .card("ZNAXIS1", 4)
                .card("ZNAXIS2", 2);
        byte[] whole = fits.bytes();
        int secondRow = whole.length - 2880 + 8;
        Path path = write(Damage.overwritten(whole, secondRow, "----".getBytes(StandardCharsets.US_ASCII)));
        try (FitsFile file = FitsFile.open(path)) {
            Hdu image = file.hdus().get(1);
            assertThatThrownBy(() -> image.forEachPixels((_, _, _) -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("COMPRESSED_IMAGE (HDU 1) row 2 points at 757935405 elements");
        }
    }

    /// Else the FITS library makes millions of tiles before it reads the first.
    @ParameterizedTest
    @CsvSource({
        "ZTILE1, 1, its axes make more tiles than the 2 rows",
        "ZTILE2, 0, its axes make more tiles than the 2 rows",
        "ZBITPIX, 9999999999, HDU 1"
    })
    void anImageOfOtherTilesThanItsTableHasRowsIsRefused(String card, long value, String why) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("COMPRESSED_IMAGE")
                .vectors("COMPRESSED_DATA", "PB", new double[] {1, 2, 3}, new double[] {4, 5})
                .card("ZIMAGE", true)
                .card("ZCMPTYPE", "GZIP_1")
                .card("ZNAXIS", 2)
                .card("ZNAXIS1", 8000)
                .card("ZNAXIS2", 2)
                .card(card, value);
        try (FitsFile file = FitsFile.open(write(fits.bytes()))) {
            Hdu image = file.hdus().get(1);
            assertThatThrownBy(() -> image.forEachPixels((_, _, _) -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void aGzipBombIsReadUpToTheLimitAndNoFurther() throws Exception {
        Path path = Files.write(folder.resolve("bomb.gz"), GzipMembers.compressed(new byte[50_000_000]));
        assertThat(FitsBytes.Gzip.limit(Files.size(path))).isEqualTo(1L << 30);
        try (FitsBytes bytes = new FitsBytes.Gzip(path, 1_000_000);
                FileChannel channel = FileChannel.open(path)) {
            assertThat(bytes.read(900_000, new byte[10], 0, 10)).isEqualTo(10);
            assertThatThrownBy(() -> bytes.read(40_000_000, new byte[10], 0, 10))
                    .isInstanceOf(FitsBytes.TooLarge.class)
                    .hasMessageContaining("1000000");
            assertThatThrownBy(() -> GzipMembers.scan(channel, 1_000_000)).isInstanceOf(FitsBytes.TooLarge.class);
        }
    }

    @Test
    void manyMembersOfAGzipFileAreOneStream() throws Exception {
        byte[] whole = fits().bytes();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int from = 0; from < whole.length; from += 1000) {
            members.writeBytes(
                    GzipMembers.compressed(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 1000))));
        }
        try (FitsFile file = FitsFile.open(write(members.toByteArray()))) {
            assertThat(file.hdus()).hasSize(3);
            assertThat(file.findings()).isEmpty();
            assertThat(file.hdus().get(1).numbers(file.hdus().get(1).columns().getFirst(), 0, 5))
                    .containsExactly(1, 2, 3);
        }
    }

    /// A second pass over the file would fail, for it is gone.
    @Test
    void aSmallTableOfAGzipFileIsNotDecompressedTwice() throws Exception {
        Path path = write(fits().gzipped());
        try (FitsFile file = FitsFile.open(path)) {
            Files.delete(path);
            Hdu events = file.hdus().get(1);
            assertThat(events.numbers(events.columns().getFirst(), 0, 5)).containsExactly(1, 2, 3);
            assertThat(events.texts(events.columns().get(2), 0, 5)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void theFingerprintIgnoresVoTagsAndNothingElse() throws Exception {
        String before = fingerprint(fits().bytes());
        FitsBuilder tagged = fits();
        tagged.image("VO-TAGS", 8).card("TARG_NM", "Crab");
        FitsBuilder other = fits();
        other.primary().card("OBJECT2", "Vela");

        assertThat(fingerprint(tagged.bytes())).isEqualTo(before);
        assertThat(fingerprint(fits().gzipped())).isEqualTo(before);
        assertThat(fingerprint(other.bytes())).isNotEqualTo(before);
    }

    private String fingerprint(byte[] bytes) throws Exception {
        try (FitsFile file = FitsFile.open(write(bytes))) {
            return file.fingerprint();
        }
    }
}
