// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// Copies of all FITS files of the shared data, annotated, before fitsverify (CFITSIO) and astropy.
class AnnotatedFilesJudgedTest {

    private static final Pattern VERDICT =
            Pattern.compile("verification (?:OK|FAILED): (\\S+?)(?:\\s*, (\\d+) warnings? and (\\d+) errors?)?\\s*");

    /// Judges the checksums of VO-TAGS in one file.
    private static final String ASTROPY_CHECKSUM = """
            import sys
            from astropy.io import fits
            tags = fits.open(sys.argv[1], checksum=True)['VO-TAGS']
            print(tags.verify_checksum(), tags.verify_datasum())
            """;

    /// Prints, for each file: name, number of HDUs, and what differs from the values told, nothing if all
    /// agree.
    private static final String ASTROPY = """
            import json, sys
            from astropy.io import fits
            for line in open(sys.argv[1]):
                path, hdus, values = json.loads(line)
                with fits.open(path) as f:
                    tags = f['VO-TAGS']
                    wrong = [(k, v, tags.header.get(k)) for k, v in values.items() if tags.header.get(k) != v]
                    if len(f) != hdus + 1: wrong.append(('HDUs', hdus, len(f)))
                    json.loads(tags.data['provenance'][0])
                print('OK' if not wrong else 'DIFFERS', path, wrong)
            """;

    @TempDir
    static Path folder;

    /// The original and the number of its HDUs, by the annotated copy.
    private static final Map<Path, Original> COPIES = new LinkedHashMap<>();

    private record Original(Path file, int hdus) {}

    @BeforeAll
    static void annotateCopies() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SharedData.data())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = COPIES.size() + "-" + file.getFileName().toString().replace(' ', '_');
            Path copy = folder.resolve(name);
            try {
                WriteReport report = VoTagsWriter.annotate(file, copy, everyColumn(), WriteOptions.DEFAULT);
                if (report.outcome() == WriteReport.Outcome.WRITTEN) {
                    COPIES.put(copy, new Original(file, hdus(file)));
                }
            } catch (NotFitsException _) {
                // not one of the files this test is about
            }
        }
        assertThat(COPIES).hasSizeGreaterThan(200);
    }

    @Test
    void noFileGetsAnErrorOrAWarningItDidNotHave() {
        Map<String, Integer> after = faults(COPIES.keySet());
        Map<String, Integer> before =
                faults(COPIES.values().stream().map(Original::file).toList());

        Map<String, String> worse = new TreeMap<>();
        COPIES.forEach((copy, original) -> {
            Integer now = after.get(copy.toString());
            Integer then = before.get(original.file().toString());
            if (now == null || then == null || now > then) {
                worse.put(original.file().toString(), then + " -> " + now);
            }
        });
        assertThat(worse).isEmpty();
    }

    @Test
    void strippingGivesTheOriginalBytes() throws Exception {
        for (var copy : COPIES.entrySet()) {
            Path stripped = folder.resolve("stripped");
            WriteReport report = VoTagsWriter.strip(copy.getKey(), stripped, WriteOptions.DEFAULT);
            assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
            assertThat(Files.mismatch(stripped, copy.getValue().file()))
                    .as("%s", copy)
                    .isEqualTo(-1);
            Files.delete(stripped);
        }
    }

    @Test
    void astropyAgreesWithBothChecksums() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        VoTagsWriter.annotate(file, file, everyColumn(), WriteOptions.DEFAULT);

        assertThat(Judges.python(ASTROPY_CHECKSUM, file.toString()).out()).isEqualToIgnoringWhitespace("1 1");
    }

    /// CFITSIO reads a column of 28,799 characters and no more.
    @Test
    void fitsverifyAcceptsTheLongestProvenanceAndBothChecksums() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        VoTagsWriter.annotate(file, file, ObsCoreRow.builder().build(), VoTagsWriterTest.withProvenanceOf(28_799));

        assertThat(Judges.fitsverify(file).out()).contains("verification OK").doesNotContain("warning");
    }

    /// Every column of ObsCore and its extension, with CONTINUE cards and without.
    @ParameterizedTest
    @EnumSource(
            value = WriteOptions.LongText.class,
            names = {"CONTINUE", "JSON"})
    void fitsverifyHasNothingToSayOfWhatWeWriteAndNomTamFitsReadsEveryValue(WriteOptions.LongText longText)
            throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        VoTagsWriter.annotate(file, file, everyColumn(), WriteOptions.DEFAULT.withLongText(longText));

        assertThat(Judges.fitsverify(file).out()).contains("verification OK").doesNotContain("arning");
        Map<String, Object> differing = new TreeMap<>();
        try (Fits fits = new Fits(file.toFile())) {
            Header header = fits.getHDU("VO-TAGS").getHeader();
            everyColumn().values().forEach((column, value) -> {
                String keyword = VoTagsKeyword.of(column).name();
                Object read = switch (column.type()) {
                    case TEXT, TIMESTAMP, REGION -> header.getStringValue(keyword);
                    case INTEGER -> header.getIntValue(keyword, -1);
                    case BIGINT -> header.getLongValue(keyword, -1);
                    case DOUBLE -> header.getDoubleValue(keyword, Double.NaN);
                };
                boolean elsewhere = read == null && longText == WriteOptions.LongText.JSON;
                if (!value.value().equals(read) && !elsewhere) {
                    differing.put(keyword, String.valueOf(read));
                }
            });
        }
        assertThat(differing).isEmpty();
        assertThat(VoTags.read(file)
                        .orElseThrow()
                        .values()
                        .get(ObsCoreColumn.S_REGION)
                        .value())
                .isEqualTo(everyColumn().get(ObsCoreColumn.S_REGION).value());
    }

    @Test
    void astropyReadsEveryValueBack() throws Exception {
        List<String> lines = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        everyColumn()
                .values()
                .forEach((column, value) -> values.put(VoTagsKeyword.of(column).name(), value.value()));
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        for (var copy : COPIES.entrySet()) {
            lines.add(json.writeValueAsString(
                    List.of(copy.getKey().toString(), copy.getValue().hdus(), values)));
        }
        Path list = Files.write(folder.resolve("list.jsonl"), lines);

        Verdict verdict = Judges.python(ASTROPY, list.toString());

        assertThat(verdict.exitCode()).as(verdict.text()).isZero();
        assertThat(verdict.out().lines().toList()).hasSize(COPIES.size()).allMatch(line -> line.startsWith("OK"));
    }

    /// Every column that a pipeline may write, each with a value of its type.
    static ObsCoreRow everyColumn() {
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        for (ObsCoreColumn column : ObsCoreColumn.values()) {
            row.set(column, sample(column), new Origin.Given("--set " + column.columnName()));
        }
        return row.build();
    }

    private static Object sample(ObsCoreColumn column) {
        int n = column.ordinal();
        return switch (column.type()) {
            case TEXT ->
                column.allowed().isEmpty()
                        ? "it's " + "long ".repeat(n) + column
                        : column.allowed().getFirst();
            case INTEGER -> 3;
            case BIGINT -> (1L << 40) + n;
            case DOUBLE -> n % 2 == 0 ? Math.PI * 1e-10 * n : 83.63 + n;
            case TIMESTAMP -> "2026-11-23T00:00:00.125";
            case REGION -> "POLYGON ICRS" + " 83.6331 -22.0145".repeat(30) + " 1.0 2.0";
        };
    }

    private static int hdus(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            return fits.hdus().size();
        }
    }

    /// Errors and warnings together.
    private static Map<String, Integer> faults(Iterable<Path> files) {
        List<Path> list = new ArrayList<>();
        files.forEach(list::add);
        Verdict verdict = Judges.fitsverify(list.toArray(Path[]::new));
        Map<String, Integer> errors = new TreeMap<>();
        for (String line : verdict.out().lines().toList()) {
            Matcher matcher = VERDICT.matcher(line);
            if (matcher.matches()) {
                errors.put(
                        matcher.group(1),
                        matcher.group(2) == null
                                ? 0
                                : Integer.parseInt(matcher.group(2)) + Integer.parseInt(matcher.group(3)));
            }
        }
        return errors;
    }
}
