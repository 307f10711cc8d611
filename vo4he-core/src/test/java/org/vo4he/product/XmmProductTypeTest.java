// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.SharedData;

/// [XmmProductType], [XmmBand] and what [XmmColumns] makes of them, against the XMM-Newton Data Files Handbook, table
/// 37, names
/// that the archive gives, and every such name in the shared data.
class XmmProductTypeTest {

    private static final Pattern LIKE_A_NAME =
            Pattern.compile("\\b[PC]\\d{10}[A-Z0-9]{2}[SUX][0-9A-Z]{3}[A-Z0-9_]{6}[0-9A-Z]{4}\\.[A-Z]{3}\\b");

    private static Optional<XmmProductType> type(String name) {
        return XmmName.parse(name).flatMap(XmmProductType::of);
    }

    @Test
    void theTableHas124Kinds() {
        Map<XmmProductType.Group, Long> counts = XmmProductType.all().stream()
                .collect(Collectors.groupingBy(XmmProductType::group, Collectors.counting()));

        assertThat(counts)
                .containsOnly(
                        Map.entry(XmmProductType.Group.EPIC, 54L),
                        Map.entry(XmmProductType.Group.RGS, 23L),
                        Map.entry(XmmProductType.Group.OBSERVATION, 14L),
                        Map.entry(XmmProductType.Group.OM, 33L));
        assertThat(XmmProductType.all()).doesNotHaveDuplicates().allSatisfy(type -> {
            assertThat(type.code()).matches("[A-Z0-9_]{6}");
            assertThat(type.format()).matches("FTZ|PNG|PDF|ASC|HTM");
            assertThat(type.meaning()).isNotBlank();
        });
    }

    @Test
    void everyNameThatTheTableCanMakeIsReadBackAsItsKind() {
        for (XmmProductType type : XmmProductType.all()) {
            for (String instrument : type.instruments()) {
                String observation = type.meaning().contains("slew") ? "9100500002" : "0112880201";
                String name = "P" + observation + instrument + "S001" + type.code() + "1000." + type.format();

                assertThat(type(name)).as(name).contains(type);
            }
        }
    }

    /// One code, two things.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P0112880201EPX000OBSMLI0000.FTZ | EPIC: summary of the sources of the observation
            P0112880201OMX000OBSMLI0000.FTZ | optical monitor: sources of the observation
            P0405320501PNS001SRSPEC0092.FTZ | EPIC: spectrum of a source, background not subtracted
            P0112880201R1S004SRSPEC1003.FTZ | RGS: spectrum of a source, background subtracted
            P0405320501PNS001IMAGE_8000.FTZ | EPIC: image in one energy band
            P9100500002PNS001IMAGE_8000.FTZ | EPIC: image of a slew step
            P0405320501PNS001IMAGE_8000.PNG | EPIC: picture of an image in one energy band
            P0405320501OBX000CALIND0000.FTZ | observation: index of the calibration files that were used
            """)
    void instrumentFormatAndKindOfObservationTellWhatACodeMeans(String name, String words) {
        assertThat(type(name).map(XmmProductType::inWords)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0405320501PNS001NEWONE0000.FTZ", "P0405320501R1S001SRCARF0001.FTZ"})
    void aCodeThatTheHandbookDoesNotKnowForTheInstrumentHasNoKind(String name) {
        assertThat(XmmName.parse(name)).isPresent();
        assertThat(type(name)).isEmpty();
    }

    @Test
    void aBandWhoseDefinitionChangedSaysNothing() {
        assertThat("12345678"
                        .chars()
                        .filter(band -> XmmBand.unambiguous((char) band).isPresent())
                        .mapToObj(band -> (char) band))
                .containsExactly('1', '6', '7', '8');
        assertThat(XmmBand.definitions('9')).isEmpty();
    }

    private static ObsCoreRow filled(String name, String type) {
        ObsCoreRow.Builder row =
                ObsCoreRow.builder().set(ObsCoreColumn.DATAPRODUCT_TYPE, type, new Origin.Derived("content"));
        XmmColumns.fill(XmmName.parse(name).orElseThrow(), row);
        return row.build();
    }

    @Test
    void theSubtypeIsTheCodeOfTheName() {
        ObsCoreRow row = filled("P0405320501PNS001SRSPEC0092.FTZ", "spectrum");

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("SRSPEC");
        assertThat(row.get(ObsCoreColumn.DATAPRODUCT_SUBTYPE).origin())
                .isEqualTo(new Origin.Derived("file name of XMM-Newton's pipeline, EPIC: spectrum of a source,"
                        + " background not subtracted"));
    }

    @Test
    void aNameWhoseKindTheContentIsNotGivesNoSubtype() {
        ObsCoreRow row = filled("P0405320501PNS001SRSPEC0092.FTZ", "image");

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).isEmpty();
        assertThat(row.get(ObsCoreColumn.DATAPRODUCT_SUBTYPE).origin().detail())
                .contains("contradicted by the content");
    }

    @Test
    void anImageOfABandThatWasNeverDefinedOtherwiseHasItsEnergies() {
        ObsCoreRow row = filled("P0405320501PNS001IMAGE_8000.FTZ", "image");

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1.03320165e-10, within(1e-8));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(6.19920992e-9, within(1e-8));
    }

    @Test
    void anImageOfAnotherBandHasNoneAndSaysWhy() {
        ObsCoreRow row = filled("P0405320501PNS001IMAGE_3000.FTZ", "image");

        assertThat(row.number(ObsCoreColumn.EM_MIN)).isEmpty();
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin().detail())
                .isEqualTo("band 3 in the file name may be 2.0-4.5 keV (1XMM) or 1.0-2.0 keV (2XMM)");
    }

    private static org.assertj.core.data.Percentage within(double fraction) {
        return org.assertj.core.data.Percentage.withPercentage(fraction * 100);
    }

    /// Names of files, and names that tables, scripts and documents of the shared data and its reference mention.
    @Test
    void everySuchNameOfTheSharedDataAndItsReferenceIsOfAKnownKind() throws IOException {
        Path data = SharedData.root();
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                names.addAll(in(file.getFileName().toString()));
                if (file.toString().matches(".*\\.(tsv|md|txt|py|csv|json)")) {
                    names.addAll(in(text(file)));
                }
            });
        }

        System.out.println("XMM-Newton names: " + names);
        assertThat(names).hasSizeGreaterThanOrEqualTo(4).allSatisfy(name -> {
            assertThat(XmmName.parse(name).map(XmmName::fileName)).contains(name);
            assertThat(type(name)).isPresent();
        });
    }

    private static List<String> in(String text) {
        return LIKE_A_NAME.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > 4_000_000
                    ? ""
                    : new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void theRgsSpectraOfTheSharedDataAreOfTheKindsOfTheirNames() throws IOException {
        Path folder = SharedData.data("sherpa-test-data/xmmrgs");
        ProductDescriber describer = new ProductDescriber(Rules.none());

        Map<String, String> subtypes;
        try (Stream<Path> files = Files.list(folder)) {
            subtypes = files.map(Path::toString)
                    .collect(Collectors.toMap(
                            Function.identity(),
                            file -> describer
                                    .describe(Path.of(file), Siblings.sameFolder())
                                    .products()
                                    .getFirst()
                                    .row()
                                    .text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)
                                    .orElse("")));
        }

        assertThat(subtypes.values()).containsExactlyInAnyOrder("SRSPEC", "SBSPEC", "BGSPEC");
    }
}
