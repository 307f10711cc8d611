// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.HduSums;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;

/// The grades of one event list to which rules add what it lacks, step by step.
class AssessmentTest {

    private static final Assessment.Circumstances ALL_WELL = new Assessment.Circumstances(true, List.of(), List.of());

    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void writeEvents() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("EVENTS")
                .column("TIME", "D", 1, 2)
                .column("PI", "J", 30, 40)
                .card("OBS_ID", "42")
                .card("TIMESYS", "TT");
        events = fits.write(folder.resolve("a.evt"));
    }

    private Assessment assess(Assessment.Circumstances circumstances, String... set) throws Exception {
        String yaml = set.length == 0 ? "" : "set:\n  " + String.join("\n  ", set) + "\n";
        Rules rules = Rules.read(Files.writeString(folder.resolve("rules.yaml"), yaml));
        return Assessment.of(new ProductDescriber(rules).describe(events, Siblings.none()), circumstances);
    }

    private static final String[] PLACE = {"s_ra: 83.6", "s_dec: 22.0"};
    private static final String[] SEARCH = {
        "s_ra: 83.6",
        "s_dec: 22.0",
        "t_min: 57000",
        "t_max: 57001",
        "em_min: 1e-10",
        "em_max: 1e-9",
        "facility_name: SVOM",
        "instrument_name: MXT"
    };
    private static final String[] COMPLETE = {
        "s_ra: 83.6",
        "s_dec: 22.0",
        "t_min: 57000",
        "t_max: 57001",
        "em_min: 1e-10",
        "em_max: 1e-9",
        "facility_name: SVOM",
        "instrument_name: MXT",
        "target_name: Crab",
        "s_fov: 1",
        "s_region: CIRCLE 83.6 22 0.5",
        "t_exptime: 100"
    };

    @Test
    void eachGradeNamesWhatStandsAgainstTheNext() throws Exception {
        Assessment listed = assess(ALL_WELL);
        Assessment placed = assess(ALL_WELL, PLACE);
        Assessment found = assess(ALL_WELL, SEARCH);

        assertThat(listed.grade()).contains(Grade.E);
        assertThat(listed.reasons()).hasSize(2).allMatch(reason -> reason.matches("s_(ra|dec) has no value: .+"));
        assertThat(placed.grade()).contains(Grade.D);
        assertThat(placed.reasons()).anyMatch(reason -> reason.startsWith("em_min has no value: "));
        assertThat(found.grade()).contains(Grade.C);
        assertThat(found.reasons()).anyMatch(reason -> reason.startsWith("target_name has no value: "));
    }

    @Test
    void aCompleteProductIsOfGradeBUntilTheFileSaysItAllItself() throws Exception {
        assertThat(assess(ALL_WELL, COMPLETE)).isEqualTo(new Assessment(java.util.Optional.of(Grade.A), List.of()));

        Assessment untagged = assess(
                new Assessment.Circumstances(false, List.of("EVENTS (HDU 1) has no CHECKSUM and DATASUM"), List.of()),
                COMPLETE);

        assertThat(untagged.grade()).contains(Grade.B);
        assertThat(untagged.reasons())
                .containsExactly(
                        "the file has no VO-TAGS: 'vo4he annotate' writes them",
                        "EVENTS (HDU 1) has no CHECKSUM and DATASUM");
    }

    @Test
    void aFileThatIsNotThereKeepsAProductFromB() throws Exception {
        Assessment without = assess(
                new Assessment.Circumstances(true, List.of(), List.of(new Reference("RESPFILE", "pn.rmf"))), COMPLETE);

        assertThat(without.grade()).contains(Grade.C);
        assertThat(without.reasons()).containsExactly("RESPFILE names 'pn.rmf', which is not in the folder");
    }

    @Test
    void whatIsNoProductIsOfGradeFOrNotGraded() throws Exception {
        events = Files.writeString(folder.resolve("a.txt"), "no FITS");
        assertThat(assess(ALL_WELL).grade()).contains(Grade.F);

        FitsBuilder goodTimes = new FitsBuilder();
        goodTimes.table("GTI").column("START", "D", 1).column("STOP", "D", 2).card("HDUCLAS1", "GTI");
        events = goodTimes.write(folder.resolve("gti.fits"));
        assertThat(assess(ALL_WELL).grade()).isEmpty();
    }

    @Test
    void checksumsAreCountedOverEachHdu() throws Exception {
        Path tagged = folder.resolve("tagged.fits");
        VoTags.write(events, tagged, ObsCoreRow.builder().build(), WriteOptions.DEFAULT);
        byte[] bytes = Files.readAllBytes(tagged);
        bytes[bytes.length - 2880] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.fits"), bytes);

        assertThat(faults(tagged))
                .noneMatch(fault -> fault.startsWith("VO-TAGS"))
                .hasSize(2);
        assertThat(faults(damaged))
                .anyMatch(fault -> fault.matches("VO-TAGS .*: DATASUM is \\d+, the data sum up to \\d+"))
                .anyMatch(fault -> fault.matches("VO-TAGS .*: CHECKSUM is not true"));
    }

    @Test
    void anEmptyCardSaysThatTheSumIsNotKnown() throws Exception {
        FitsBuilder file = new FitsBuilder();
        file.primary().card("DATASUM", "").card("CHECKSUM", "");

        assertThat(faults(file.write(folder.resolve("blank.fits"))))
                .singleElement()
                .asString()
                .endsWith("has no CHECKSUM and DATASUM");
    }

    private static List<String> faults(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            return HduSums.faults(fits);
        }
    }
}
