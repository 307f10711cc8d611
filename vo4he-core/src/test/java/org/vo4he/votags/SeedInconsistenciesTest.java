// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vo4he.votags.TaggedFiles.value;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.FitsBuilder;

/// The two keyword lists that SVOM has shown contradict each other and themselves in fifteen places: what the reader
/// makes of each, and of the other habits it must expect.
class SeedInconsistenciesTest {

    @TempDir
    Path folder;

    private VoTags read(String... cards) throws Exception {
        return TaggedFiles.tags(TaggedFiles.foreign(folder.resolve("file.fits"), "[]", List.of(cards)));
    }

    private static List<VoTagsFinding> codes(VoTags tags) {
        return tags.findings().stream().map(f -> (VoTagsFinding) f.code()).toList();
    }

    private static String message(VoTags tags, VoTagsFinding code) {
        return tags.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void row1DiscTypIsNoColumnButStandsInForAnUnsetType() throws Exception {
        VoTags unset = read("DISC_TYP= 'spectral'", "DP_STYPE= 'QPO_MXT'");
        assertThat(value(unset, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(value(unset, ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("QPO_MXT");
        assertThat(unset.others()).extracting(card -> card.keyword()).containsExactly("DISC_TYP");
        assertThat(codes(unset)).containsExactly(VoTagsFinding.DISC_TYP);

        VoTags set = read("DP_TYPE = 'image   '", "DISC_TYP= 'spectral'");
        assertThat(value(set, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RLEA_DAT= ", "RELEADAT= ", "RELEA_DA= ", "HIERARCH RELEA_DAT = ", "RELEA_DAT= "})
    void row2TheReleaseDateIsReadUnderEverySpellingEvenOfNineCharacters(String card) throws Exception {
        VoTags tags = read(card + "'2027-03-04T05:06:07' / obs_release_date");

        assertThat(value(tags, ObsCoreColumn.OBS_RELEASE_DATE)).contains("2027-03-04T05:06:07");
        assertThat(codes(tags).contains(VoTagsFinding.NINE_CHARACTERS)).isEqualTo(card.equals("RELEA_DAT= "));
    }

    @Test
    void row3PubIdIsPublisherOrRightsByItsValue() throws Exception {
        assertThat(value(read("PUB_ID  = 'Secure  ' / data_rights"), ObsCoreColumn.DATA_RIGHTS))
                .contains("secure");
        VoTags ivoid = read("PUB_ID  = 'ivo://svom.fr' / data_rights");
        assertThat(ivoid.declared()).containsEntry(ObsCoreColumn.PUBLISHER_ID, "ivo://svom.fr");
        assertThat(codes(ivoid)).isEmpty();
        VoTags neither = read("PUB_ID  = 'Strasbourg'");
        assertThat(neither.declared()).containsEntry(ObsCoreColumn.PUBLISHER_ID, "Strasbourg");
        assertThat(codes(neither)).containsExactly(VoTagsFinding.PUBLISHER_ID);
    }

    @Test
    void row4ACalibrationLevelIsANumberHoweverWrittenOrNone() throws Exception {
        for (String written : List.of("2", "'2'", "2.0", "'2.0'", "2.0D0")) {
            assertThat(value(read("CAL_LV  = " + written), ObsCoreColumn.CALIB_LEVEL))
                    .as(written)
                    .contains(2);
        }
        assertThat(read("CAL_LV  = 'NotSet'").values()).isEmpty();
    }

    @Test
    void row5AWordOfAVocabularyIsReadInAnyCase() throws Exception {
        VoTags tags = read("DP_TYPE = ' SPECTRUM '", "T_CALST = 'Calibrated'", "SCN_MODE= 'SLEW    '");

        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(value(tags, ObsCoreColumn.T_CALIB_STATUS)).contains("calibrated");
        assertThat(value(tags, ObsCoreColumn.SCAN_MODE)).contains("slew");
        assertThat(codes(tags).stream().filter(VoTagsFinding.LETTER_CASE::equals))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "hea-event-list", "Event-List", "hea-event-bundle"})
    void row6EventsInAnyDialectAreEventAndTheFindingKeepsTheWord(String written) throws Exception {
        VoTags tags = read("DP_TYPE = '" + written + "'");

        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("event");
        assertThat(message(tags, VoTagsFinding.OLD_WORD)).contains("'" + written + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'NotSet'",
                "'NOTSET'",
                "'null'",
                "'nan'",
                "'NaN'",
                "'Infinity'",
                "'-infinity'",
                "'inf'",
                "2147483647",
                "'2147483647'",
                "2147483647.0",
                "'n.a'",
                "'N.A.'",
                "'n/a'",
                "'   '",
                ""
            })
    void row7EveryWordForNoValueIsNoValueInTextAndNumber(String written) throws Exception {
        VoTags tags = read("EV_XEL  = " + written, "EN_MIN  = " + written, "OBS_MODE= " + written);

        assertThat(tags.values()).isEmpty();
        if (!written.isEmpty()) {
            assertThat(codes(tags)).containsExactly(VoTagsFinding.UNSET);
            assertThat(message(tags, VoTagsFinding.UNSET)).contains("EV_XEL", "EN_MIN", "OBS_MODE");
        }
    }

    @Test
    void row8ValuesAreOfTheTypeOfTheirColumnNotOfTheirCard() throws Exception {
        VoTags tags = read("S_RA    = '83.633'", "EV_XEL  = '25000'", "OBS_ID  = 0105070101", "EN_MAX  = '1.2D4'");

        assertThat(value(tags, ObsCoreColumn.S_RA)).contains(83.633);
        assertThat(value(tags, ObsCoreColumn.EV_XEL)).contains(25000L);
        assertThat(value(tags, ObsCoreColumn.OBS_ID)).contains("0105070101");
        assertThat(value(tags, ObsCoreColumn.ENERGY_MAX)).contains(12000.0);
        assertThat(codes(tags))
                .containsExactly(
                        VoTagsFinding.NUMBER_AS_TEXT, VoTagsFinding.NUMBER_AS_TEXT, VoTagsFinding.NUMBER_AS_TEXT);
    }

    @Test
    void row9CommentsAreNeverAskedWhatAKeywordMeans() throws Exception {
        VoTags tags = read("SOMETHIN= 'image   ' / dataprodct_type", "OBS_TITL= 'Afterglow' / obs_tittle");

        assertThat(tags.values()).containsOnlyKeys(ObsCoreColumn.OBS_TITLE);
    }

    @Test
    void row10TheOnlyColumnIsTheProvenanceAlsoWithoutItsName() throws Exception {
        Path file = TaggedFiles.foreign(folder.resolve("file.fits"), "[]", List.of());
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("TTYPE1");
        bytes[at + 1] = 'I';

        VoTags tags = TaggedFiles.tags(Files.write(file, bytes));

        assertThat(tags.provenanceJson()).contains("[]");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.LAYOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T_EXPT  ", "T_EXPTIM", "T_EXP   "})
    void row11TheExposureThatTheListsLackIsReadUnderItsLikelyNames(String keyword) throws Exception {
        assertThat(value(read(keyword + "= 1234.5", "T_XEL   = -1"), ObsCoreColumn.T_EXPTIME))
                .contains(1234.5);
    }

    @Test
    void row12WhatAPipelineCantKnowIsDeclaredAndNoValue() throws Exception {
        VoTags tags = read("URL     = 'https://x.org/f'", "EST_SIZE= '12'", "PUB_DID = 'ivo://x/y'");

        assertThat(tags.values()).isEmpty();
        assertThat(tags.declared())
                .containsEntry(ObsCoreColumn.ACCESS_URL, "https://x.org/f")
                .containsEntry(ObsCoreColumn.ACCESS_ESTSIZE, "12")
                .containsEntry(ObsCoreColumn.OBS_PUBLISHER_DID, "ivo://x/y");
    }

    @Test
    void row13ADefaultIsKeptAndFlaggedWhereNothingAroundItIsSet() throws Exception {
        VoTags alone = read("S_UNIT  = 'deg     '", "T_CALST = 'calibrated'");
        assertThat(value(alone, ObsCoreColumn.S_UNIT)).contains("deg");
        assertThat(codes(alone)).containsExactly(VoTagsFinding.DEFAULT_ONLY, VoTagsFinding.DEFAULT_ONLY);

        assertThat(codes(read("S_UNIT  = 'deg     '", "S_RA    = 1.5"))).isEmpty();
    }

    @Test
    void row14AKeywordOfNoListIsKeptAndNotInterpreted() throws Exception {
        VoTags tags = read("SDB_SRCH= T", "PRDM_VER= 1.2");

        assertThat(tags.values()).isEmpty();
        assertThat(tags.others()).extracting(card -> card.keyword()).containsExactly("SDB_SRCH", "PRDM_VER");
    }

    @Test
    void row15NoVersionIsTheSeedsAndAnotherVersionIsSaid() throws Exception {
        assertThat(codes(read("TARG_NM = 'Crab    '"))).isEmpty();
        VoTags later = read("VOT_VER = '9.1     '", "TARG_NM = 'Crab    '");
        assertThat(value(later, ObsCoreColumn.TARGET_NAME)).contains("Crab");
        assertThat(codes(later)).containsExactly(VoTagsFinding.VERSION);
    }

    @Test
    void missionSecondsAreConvertedByTheClockOfTheFile() throws Exception {
        VoTags tags = clocked("TT", 57754);

        assertThat((Double) value(tags, ObsCoreColumn.T_MIN).orElseThrow())
                .as("2.5e8 s after MJD 57754, TT, in UTC")
                .isCloseTo(57754 + (2.5e8 - 69.184) / 86400, within(1e-9));
        assertThat((Double) value(tags, ObsCoreColumn.T_MAX).orElseThrow())
                .isCloseTo(57754 + (2.5e8 + 1000 - 69.184) / 86400, within(1e-9));
        assertThat(codes(tags)).containsExactly(VoTagsFinding.SECONDS_CONVERTED, VoTagsFinding.SECONDS_CONVERTED);
        assertThat(message(tags, VoTagsFinding.SECONDS_CONVERTED)).contains("2.5E8", "MJDREFI", "TT");
    }

    @Test
    void missionSecondsWithoutOneClockAreLeftOut() throws Exception {
        VoTags without = read("T_MIN   = 2.5E8");
        assertThat(without.values()).isEmpty();
        assertThat(codes(without)).containsExactly(VoTagsFinding.SECONDS_FOR_DAYS);

        assertThat(clocked("TT", 57754, 50814).values()).as("two clocks").isEmpty();
    }

    /// Tags in mission seconds behind a table for each clock.
    private VoTags clocked(String timesys, int... references) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "SVOM");
        for (int reference : references) {
            fits.table("EVENTS")
                    .column("TIME", "D", 1, 2)
                    .card("MJDREFI", reference)
                    .card("MJDREFF", 0.0)
                    .card("TIMESYS", timesys)
                    .card("TIMEUNIT", "s");
        }
        fits.image("VO-TAGS", 8).card("T_MIN", 2.5e8).card("T_MAX", 2.5e8 + 1000);
        VoTags tags = TaggedFiles.tags(fits.write(folder.resolve("clocked.fits")));
        List<Finding> findings = new ArrayList<>(tags.findings());
        findings.removeIf(finding -> finding.code() == VoTagsFinding.LAYOUT);
        return new VoTags(
                tags.values(),
                tags.recorded(),
                tags.inference(),
                tags.declared(),
                tags.others(),
                tags.provenanceJson(),
                tags.provenance(),
                findings);
    }

    @Test
    void energyAndWavelengthOfOnePhotonMustAgree() throws Exception {
        assertThat(codes(read("EN_MIN  = 200.0", "EM_MAX  = 6.1992E-9"))).isEmpty();

        VoTags tags = read("EN_MIN  = 0.2", "EM_MAX  = 6.1992E-9", "EN_MAX  = 12000.0", "EM_MIN  = 1.0332E-10");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.ENERGY_CONTRADICTION);
        assertThat(message(tags, VoTagsFinding.ENERGY_CONTRADICTION)).contains("EN_MIN = 0.2 eV", "EM_MAX", "200.0");
        assertThat(value(tags, ObsCoreColumn.ENERGY_MIN)).contains(0.2);
    }

    @Test
    void energiesInKeVWhereMetresBelongAgreeWithEnergiesInElectronvolts() throws Exception {
        assertThat(codes(read(
                        "EM_MIN  = 0.2", "EM_MAX  = 12.0", "EM_UNIT = 'keV'", "EN_MIN  = 200.0", "EN_MAX  = 12000.0")))
                .containsExactly(VoTagsFinding.ENERGY_FOR_WAVELENGTH);
    }

    @Test
    void theNumberOfAParticleHasItsSignHoweverItWasWritten() throws Exception {
        for (String written : List.of("22", "'22'", "'+22'", "+22")) {
            assertThat(value(read("MSG_PDG = " + written), ObsCoreColumn.MESSENGER_PDGID))
                    .as(written)
                    .contains("+22");
        }
        assertThat(value(read("MSG_PDG = -11"), ObsCoreColumn.MESSENGER_PDGID)).contains("-11");
        assertThat(codes(read("MSG_PDG = '+22'"))).isEmpty();
        assertThat(codes(read("MSG_PDG = 22"))).containsExactly(VoTagsFinding.OLD_WORD);
        VoTags word = read("MSG_PDG = 'photon'");
        assertThat(word.values()).isEmpty();
        assertThat(codes(word)).containsExactly(VoTagsFinding.BAD_VALUE);
    }

    @Test
    void anOpenVocabularyTakesOtherWordsAndAClosedOneDoesNot() throws Exception {
        VoTags tags = read("PNT_MODE= 'convergent-5d'", "MSG_NM  = 'PHOTON  '", "DATA_RGT= 'mine    '");

        assertThat(value(tags, ObsCoreColumn.POINTING_MODE)).contains("convergent-5d");
        assertThat(value(tags, ObsCoreColumn.MESSENGER_NAME)).contains("photon");
        assertThat(value(tags, ObsCoreColumn.DATA_RIGHTS)).isEmpty();
    }

    @Test
    void keywordsOfThePrimaryHeaderWithTheSameNamesAreOfSomethingElse() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("OBS_MODE", "POINTING").card("OBS_ID", "1").card("FORMAT", "x");
        fits.image("VO-TAGS", 8).card("TARG_NM", "Crab");
        Path file = fits.write(folder.resolve("primary.fits"));

        try (FitsFile open = FitsFile.open(file)) {
            assertThat(VoTagsReader.read(open).orElseThrow().values()).containsOnlyKeys(ObsCoreColumn.TARGET_NAME);
        }
    }
}
