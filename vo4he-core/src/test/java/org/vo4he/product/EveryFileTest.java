// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.diagnostics.Severity;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.sphere.Region;
import org.vo4he.testkit.SharedData;

/// All files of the shared data, the broken ones of astropy and nom-tam-fits among them.
class EveryFileTest {

    private static final List<FileDescription> ALL = new ArrayList<>();

    @BeforeAll
    static void describeAll() throws IOException {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        try (Stream<Path> files = Files.walk(SharedData.data())) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> ALL.add(describer.describe(file, Siblings.sameFolder())));
        }
    }

    private static Stream<ObsCoreRow> rows() {
        return ALL.stream()
                .flatMap(file -> file.products().stream())
                .filter(product -> product.role() == ProductRole.PRODUCT)
                .map(Product::row);
    }

    @Test
    void everyFileEndsInOneOutcomeAndTheCountsAddUp() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        ALL.forEach(file -> counts.merge(file.outcome(), 1, Integer::sum));
        System.out.println(ALL.size() + " files: " + counts);

        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ALL.size());
        assertThat(counts.get(Outcome.PUBLISHED)).isGreaterThanOrEqualTo(170);
        assertThat(counts.get(Outcome.ASSOCIATED)).isGreaterThanOrEqualTo(100);
    }

    @Test
    void everyProductOfAKnownMissionHasAMessenger() {
        System.out.println(new CoverageTable(rows().toList()));

        assertThat(rows().filter(row -> row.text(ObsCoreColumn.FACILITY_NAME)
                        .filter(name -> name.matches("(?i)CHANDRA|XMM|SWIFT|NuSTAR|GLAST|HESS|ASCA|ROSAT|XTE|eROSITA"))
                        .isPresent()))
                .hasSizeGreaterThan(80)
                .allMatch(row -> row.text(ObsCoreColumn.MESSENGER_NAME).isPresent());
    }

    @Test
    void wavelengthsAndEnergiesAgree() {
        assertThat(rows().filter(row -> row.number(ObsCoreColumn.EM_MAX).isPresent()))
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()
                                * row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow())
                        .isCloseTo(1.239841984332e-6, Percentage.withPercentage(1e-10)));
    }

    @Test
    void noFileMeetsAFaultOfOurs() {
        assertThat(ALL.stream().flatMap(file -> file.findings().stream()))
                .noneMatch(finding -> finding.code() == ProductFinding.INTERNAL);
    }

    @Test
    void outcomeAndProductsGoTogether() {
        assertThat(ALL).allSatisfy(file -> {
            switch (file.outcome()) {
                case PUBLISHED -> assertThat(file.products()).isNotEmpty();
                case ASSOCIATED -> {
                    assertThat(file.products()).hasSize(1);
                    assertThat(file.products().getFirst().role()).isNotEqualTo(ProductRole.PRODUCT);
                }
                case NOT_FITS -> assertThat(file.products()).isEmpty();
                case FAILED -> {
                    assertThat(file.products()).isEmpty();
                    assertThat(file.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
                }
            }
        });
    }

    @Test
    void theFourColumnsThatMayNotBeNullAreSetButForTheHarvestersTwo() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get(ObsCoreColumn.CALIB_LEVEL).isPresent()).isTrue();
            assertThat(row.get(ObsCoreColumn.OBS_ID).isPresent()).isTrue();
        });
    }

    @Test
    void everyNullHasAReason() {
        assertThat(rows().flatMap(row -> row.values().values().stream()))
                .filteredOn(value -> !value.isPresent())
                .allSatisfy(value -> assertThat(value.origin()).isInstanceOf(Origin.Absent.class));
    }

    @Test
    void numbersArePhysical() {
        assertThat(rows()).allSatisfy(row -> {
            within(row, ObsCoreColumn.S_RA, 0, 360);
            within(row, ObsCoreColumn.S_DEC, -90, 90);
            within(row, ObsCoreColumn.S_FOV, 0, 360);
            within(row, ObsCoreColumn.T_MIN, 36934, 70000);
            within(row, ObsCoreColumn.T_MAX, 36934, 70000);
            within(row, ObsCoreColumn.T_EXPTIME, 1e-9, 1e9);
            within(row, ObsCoreColumn.EM_MIN, 1e-22, 1e-6);
            within(row, ObsCoreColumn.EM_MAX, 1e-22, 1e-6);
            ordered(row, ObsCoreColumn.T_MIN, ObsCoreColumn.T_MAX);
            ordered(row, ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX);
            row.text(ObsCoreColumn.S_REGION)
                    .ifPresent(text -> assertThat(Region.parse(text)).hasToString(text));
        });
    }

    private static void within(ObsCoreRow row, ObsCoreColumn column, double least, double most) {
        row.number(column)
                .ifPresent(value -> assertThat(value).as(column.columnName()).isBetween(least, most));
    }

    private static void ordered(ObsCoreRow row, ObsCoreColumn low, ObsCoreColumn high) {
        Optional<Double> upper = row.number(high);
        row.number(low)
                .filter(_ -> upper.isPresent())
                .ifPresent(value -> assertThat(value).isLessThanOrEqualTo(upper.get()));
    }

    @Test
    void wordsAreThoseOfTheStandard() {
        assertThat(rows())
                .allSatisfy(row -> row.values().forEach((column, value) -> {
                    if (value.isPresent() && !column.allowed().isEmpty()) {
                        assertThat(column.allowed()).contains((String) value.value());
                    }
                }));
    }
}
