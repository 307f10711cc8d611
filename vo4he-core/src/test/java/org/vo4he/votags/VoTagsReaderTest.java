// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vo4he.votags.TaggedFiles.value;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// [VoTagsReader] against the two keyword lists of the SVOM slides, transcribed card by card, and against one
/// small header for each way in which a header may depart from the rules.
class VoTagsReaderTest {

    /// The header dump of the slides, with its nine-character keyword and all its slips.
    static final List<String> SEED_DUMP = """
            DP_TYPE = 'SPECTRUM'  / dataproduct_type
            CAL_LV  = 'NotSet'    / calib_level (0 to 4)
            TARG_NM = 'NotSet'    / target_name
            TARG_CLA= 'NotSet'    / target_class
            OBS_ID  = 'NotSet'    / obs_id
            OBS_TITL= 'NotSet'    / obs_tittle
            COLL_NM = 'NotSet'    / obs_collection
            CREA_DAT= 'NotSet'    / obs_creation_date (ISO 8601)
            RELEA_DAT= 'NotSet'   / obs_release_date (ISO 8601)
            PUB_DID = 'NotSet'    / obs_publisher_did
            PUB_ID  = 'NotSet'    / data_rights
            BIB_REF = 'NotSet'    / bib_reference
            URL     = 'NotSet'    / access_url
            FORMAT  = 'application/fits' / access_format
            EST_SIZE= 'NotSet'    / access_estsize
            S_RA    = 'NotSet'    / s_ra ICRS (deg)
            S_DEC   = 'NotSet'    / s_dec ICRS (deg)
            S_FOV   = 'NotSet'    / s_fov (deg)
            S_REGION= 'NotSet'    / s_region ICRS
            S_RES   = 'NotSet'    / s_resolution (arcsec)
            S_UCD   = 'NotSet'    / s_ucd
            S_UNIT  = 'deg'       / s_unit
            S_CALST = 'calibrated' / s_calib_status
            S_STERR = 'NotSet'    / s_stat_error
            S_XEL1  = 'NotSet'    / s_xel1
            S_XEL2  = 'NotSet'    / s_xel2
            T_MIN   = 'NotSet'    / t_min (MJD)
            T_MAX   = 'NotSet'    / t_max (MJD)
            T_RES   = 'NotSet'    / t_resolution (s)
            T_CALST = 'calibrated' / t_calib_status
            T_STERR = 'NotSet'    / t_stat_error
            """.lines().toList();

    /// The product description of the slides, with a value for each keyword.
    static final List<String> SEED_TABLE = """
            DP_TYPE = 'events'     / dataprodct_type: file content
            DP_STYPE= 'QPO_MXT'    / dataprodct_subtype: Data product specific type
            CAL_LV  =                    2 / calib_level: Calibration level of the observation
            TARG_NM = 'GRB 250101A' / target_name: Object of interest
            TARG_CLA= 'n.a'        / target_class: Class of the Target object as in SSA
            OBS_ID  = '0105070101' / obs_id: Internal ID given by the ObsTAP service
            OBS_TITL= 'n.a'        / obs_title: Brief free description of the dataset
            COLL_NM = 'SVOM'       / obs_collection: Name of the data collection
            CREA_DAT= '2025-01-01T12:00:00' / obs_creation_date (ISO 8601)
            RLEA_DAT= '2026-01-01' / obs_release_date (ISO 8601)
            PUB_DID = 'ivo://svom/x?1' / obs_publisher_did: Dataset ID by the publisher
            PUB_ID  = 'ivo://svom' / obs_publisher_id: IVOA-ID for the Publisher
            BIB_REF = 'n.a.'       / bib_reference: Service bibliographic reference
            DISC_TYP= 'timeseries' / disc_type: data type
            """.lines().toList();

    @TempDir
    Path folder;

    private VoTags read(String... cards) throws Exception {
        return read("[]", List.of(cards));
    }

    private VoTags read(String json, List<String> cards) throws Exception {
        return TaggedFiles.tags(TaggedFiles.foreign(folder.resolve("file.fits"), json, cards));
    }

    private static List<VoTagsFinding> codes(VoTags tags) {
        return tags.findings().stream().map(f -> (VoTagsFinding) f.code()).toList();
    }

    @Test
    void theSeedsHeaderDumpHasFourValuesAndOneDeclaration() throws Exception {
        VoTags tags = read("{\"provenance\": []}", SEED_DUMP);

        assertThat(tags.values().keySet())
                .containsExactlyInAnyOrder(
                        ObsCoreColumn.DATAPRODUCT_TYPE,
                        ObsCoreColumn.S_UNIT,
                        ObsCoreColumn.S_CALIB_STATUS,
                        ObsCoreColumn.T_CALIB_STATUS);
        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(tags.declared()).isEqualTo(Map.of(ObsCoreColumn.ACCESS_FORMAT, "application/fits"));
        assertThat(tags.others()).isEmpty();
        assertThat(codes(tags))
                .containsExactlyInAnyOrder(
                        VoTagsFinding.LETTER_CASE,
                        VoTagsFinding.NINE_CHARACTERS,
                        VoTagsFinding.ALIAS,
                        VoTagsFinding.UNSET,
                        VoTagsFinding.DEFAULT_ONLY,
                        VoTagsFinding.DEFAULT_ONLY,
                        VoTagsFinding.DEFAULT_ONLY);
        assertThat(tags.findings())
                .filteredOn(f -> f.code() == VoTagsFinding.UNSET)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("CAL_LV = 'NotSet'", "RELEA_DAT = 'NotSet'", "T_STERR = 'NotSet'");
    }

    @Test
    void theSeedsProductTableIsReadBack() throws Exception {
        VoTags tags = read("[]", SEED_TABLE);

        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("event");
        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("QPO_MXT");
        assertThat(value(tags, ObsCoreColumn.CALIB_LEVEL)).contains(2);
        assertThat(value(tags, ObsCoreColumn.OBS_ID)).contains("0105070101");
        assertThat(value(tags, ObsCoreColumn.OBS_RELEASE_DATE)).contains("2026-01-01T00:00:00");
        assertThat(value(tags, ObsCoreColumn.TARGET_CLASS)).isEmpty();
        assertThat(tags.declared())
                .isEqualTo(Map.of(
                        ObsCoreColumn.OBS_PUBLISHER_DID, "ivo://svom/x?1", ObsCoreColumn.PUBLISHER_ID, "ivo://svom"));
        assertThat(tags.others()).extracting(card -> card.keyword()).containsExactly("DISC_TYP");
        assertThat(codes(tags)).containsExactlyInAnyOrder(VoTagsFinding.OLD_WORD, VoTagsFinding.UNSET);
    }

    @Test
    void theCardOfNineCharactersIsRecovered() throws Exception {
        VoTags tags = read("RELEA_DAT= '2027-03-04'   / obs_release_date (ISO 8601)");

        assertThat(tags.values().get(ObsCoreColumn.OBS_RELEASE_DATE).value()).isEqualTo("2027-03-04T00:00:00");
        assertThat(tags.values().get(ObsCoreColumn.OBS_RELEASE_DATE).origin()).isEqualTo(new Origin.Tag("RELEA_DAT"));
        assertThat(codes(tags)).contains(VoTagsFinding.NINE_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({
        "RELEADAT, obs_release_date, 2027-03-04, 2027-03-04T00:00:00",
        "RELEA_DA, obs_release_date, 2027-03-04, 2027-03-04T00:00:00",
        "HIERARCH RELEA_DAT, obs_release_date, 2027-03-04, 2027-03-04T00:00:00",
        "T_EXPTIM, t_exptime, 12.5, 12.5",
        "T_EXP, t_exptime, 12.5, 12.5",
        "FAC_NM, facility_name, XMM, XMM",
        "INSTR_NM, instrument_name, EPN, EPN",
        "POL_ST, pol_states, /I/, /I/",
        "EM_RPOW, em_res_power, 20, 20.0",
    })
    void anotherSpellingIsReadWithAFinding(String keyword, String column, String written, String read)
            throws Exception {
        VoTags tags = read("%-8s= '%s'".formatted(keyword, written));

        assertThat(value(tags, ObsCoreColumn.named(column).orElseThrow())).get().hasToString(read);
        assertThat(codes(tags)).contains(VoTagsFinding.ALIAS);
    }

    @ParameterizedTest
    @CsvSource({
        "public, , public",
        "PROPRIETARY, , proprietary",
        "ivo://svom.fr, ivo://svom.fr, ",
        "Strasbourg, Strasbourg, "
    })
    void pubIdIsWhatItsValueSays(String written, String publisher, String rights) throws Exception {
        VoTags tags = read("PUB_ID  = '%s' / data_rights".formatted(written));

        assertThat(tags.declared().get(ObsCoreColumn.PUBLISHER_ID)).isEqualTo(publisher);
        assertThat(value(tags, ObsCoreColumn.DATA_RIGHTS).orElse(null)).isEqualTo(rights);
        assertThat(codes(tags).contains(VoTagsFinding.PUBLISHER_ID)).isEqualTo(!written.startsWith("ivo:"));
    }

    @Test
    void rightsUnderTheirOwnKeywordCountBeforePubId() throws Exception {
        VoTags tags = read("PUB_ID  = 'public  '", "DATA_RGT= 'secure  '");

        assertThat(value(tags, ObsCoreColumn.DATA_RIGHTS)).contains("secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "'2'", "2.0", "'2.0'", "2.0D0"})
    void aLevelMayBeWrittenInManyWays(String written) throws Exception {
        assertThat(value(read("CAL_LV  = " + written), ObsCoreColumn.CALIB_LEVEL))
                .contains(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'NotSet'",
                "'NULL'",
                "'NaN'",
                "'Infinity'",
                "2147483647",
                "'n.a'",
                "'n.a.'",
                "''",
                "'notset  '",
                ""
            })
    void wordsForNoValueAreNoValue(String written) throws Exception {
        assertThat(read("S_XEL1  = " + written).values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CAL_LV, 7, OUT_OF_RANGE",
        "CAL_LV, 2.5, BAD_VALUE",
        "CAL_LV, 'two', BAD_VALUE",
        "S_DEC, 100, OUT_OF_RANGE",
        "S_RA, -5, OUT_OF_RANGE",
        "S_RA, '05:34:32', BAD_VALUE",
        "S_RA, '0x1p3', BAD_VALUE",
        "T_EXPT, -1, OUT_OF_RANGE",
        "S_XEL1, -2, OUT_OF_RANGE",
        "CREA_DAT, 'yesterday', BAD_VALUE",
        "CREA_DAT, '2025-13-01', BAD_VALUE",
        "S_REGION, 'BOX ICRS 1 2 3 4', BAD_VALUE",
        "S_REGION, 'CIRCLE GALACTIC 1 2 3', BAD_VALUE",
        "S_REGION, 'POLYGON ICRS 1 2 3 4 5', BAD_VALUE",
        "S_REGION, 'POLYGON ICRS 1 2 3 4 5 91', BAD_VALUE",
        "S_REGION, 'CIRCLE ICRS 700 2 3', BAD_VALUE",
        "S_REGION, 'CIRCLE ICRS 1 2 -3', BAD_VALUE",
        "DP_TYPE, 'photograph', VOCABULARY",
        "DATA_RGT, 'free', VOCABULARY",
        "T_MIN, 7.6E8, SECONDS_FOR_DAYS",
    })
    void aValueThatCantBeMeantIsLeftOutWithAFinding(String keyword, String written, VoTagsFinding code)
            throws Exception {
        String literal = Character.isLetter(written.charAt(0))
                        || written.contains(":")
                        || written.contains(" ")
                        || written.contains("x")
                        || written.chars().filter(c -> c == '-').count() > 1
                ? "'" + written + "'"
                : written;

        VoTags tags = read("%-8s= %s".formatted(keyword, literal));

        assertThat(tags.values()).isEmpty();
        assertThat(codes(tags)).containsExactly(code);
        assertThat(tags.findings().getFirst().message()).startsWith(keyword).contains(written);
    }

    @Test
    void aLogicalValueIsNoValueOfAColumn() throws Exception {
        VoTags tags = read("TARG_NM =                    T", "S_RA    =                    F");

        assertThat(tags.values()).isEmpty();
        assertThat(tags.findings())
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "TARG_NM is the logical value T, which no column has",
                        "S_RA is the logical value F, which no column has");
        assertThat(read("TARG_NM = 'T'").values()).as("in quotes").hasSize(1);
    }

    @Test
    void aNumberOutsideItsRangeIsToldWithTheLimits() throws Exception {
        assertThat(read("T_EXPT  = -1").findings().getFirst().message()).isEqualTo("T_EXPT is -1, below 0");
        assertThat(read("S_DEC   = 91").findings().getFirst().message()).isEqualTo("S_DEC is 91, outside -90 to 90");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Circle ICRS 1 2 0.5|CIRCLE ICRS 1 2 0.5",
                "CIRCLE 1 2 0.5|CIRCLE ICRS 1 2 0.5",
                "Polygon ICRS GEOCENTER 1 2 3 4 5 -6.5|POLYGON ICRS 1 2 3 4 5 -6.5",
                "POLYGON ICRS 1,2 3,4 5,6|POLYGON ICRS 1 2 3 4 5 6",
            })
    void regionsOfStcAndDaliBecomeOneForm(String written, String read) throws Exception {
        assertThat(value(read("S_REGION= '" + written + "'"), ObsCoreColumn.S_REGION))
                .contains(read);
    }

    @Test
    void energiesInThePlaceOfWavelengthsAreConverted() throws Exception {
        VoTags tags = read("EM_MIN  = 0.2", "EM_MAX  = 12.0", "EM_UNIT = 'keV'");

        assertThat((Double) value(tags, ObsCoreColumn.EM_MIN).orElseThrow())
                .as("h c over 12 keV")
                .isCloseTo(1.03320165e-10, within(1e-18));
        assertThat((Double) value(tags, ObsCoreColumn.EM_MAX).orElseThrow())
                .as("h c over 0.2 keV")
                .isCloseTo(6.19920992e-9, within(1e-17));
        assertThat(codes(tags)).containsExactly(VoTagsFinding.ENERGY_FOR_WAVELENGTH);
    }

    @Test
    void wavelengthsBesideAnEnergyUnitStayAsTheyAre() throws Exception {
        VoTags tags = read("EM_MIN  = 1.0E-10", "EM_MAX  = 6.2E-9", "EM_UNIT = 'keV'");

        assertThat(value(tags, ObsCoreColumn.EM_MIN)).contains(1e-10);
        assertThat(tags.findings()).isEmpty();
    }

    @Test
    void oneEnergyAloneIsNotGuessedAt() throws Exception {
        VoTags tags = read("EM_MIN  = 0.2", "EM_UNIT = 'keV'");

        assertThat(tags.values()).containsOnlyKeys(ObsCoreColumn.EM_UNIT);
        assertThat(codes(tags)).containsExactly(VoTagsFinding.ENERGY_FOR_WAVELENGTH);
    }

    @Test
    void anEndBeforeItsStartIsLeftOut() throws Exception {
        VoTags tags = read("T_MIN   = 59001.0", "T_MAX   = 59000.0");

        assertThat(tags.values()).isEmpty();
        assertThat(codes(tags)).containsExactly(VoTagsFinding.OUT_OF_RANGE);
    }

    @Test
    void ofAKeywordThatStandsTwiceTheLastCounts() throws Exception {
        VoTags tags = read("TARG_NM = 'first   '", "TARG_NM = 'second  '");

        assertThat(value(tags, ObsCoreColumn.TARGET_NAME)).contains("second");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.DUPLICATE);
    }

    @Test
    void aDefaultIsFlaggedOnlyWhereNothingElseIsSet() throws Exception {
        assertThat(codes(read("S_UNIT  = 'deg     '"))).containsExactly(VoTagsFinding.DEFAULT_ONLY);
        assertThat(codes(read("S_UNIT  = 'deg     '", "S_RA    = 10.5"))).isEmpty();
    }

    @Test
    void discTypStandsInForAnUnsetProductType() throws Exception {
        VoTags tags = read("DP_TYPE = 'n.a     '", "DISC_TYP= 'spectral'");

        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(codes(tags)).contains(VoTagsFinding.DISC_TYP);
    }

    @Test
    void commentsAndThePrimaryHeaderAreNeverAskedForAValue() throws Exception {
        VoTags tags = read("ZZ_TYPE = 'image   ' / dataproduct_type");

        assertThat(tags.values()).as("OBS_ID stands in the primary header").isEmpty();
    }

    @Test
    void aFileWithoutTheExtensionHasNoTags() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("EXTNAME", "VO-TAGS");
        Path file = fits.write(folder.resolve("none.fits"));
        try (FitsFile open = FitsFile.open(file)) {
            assertThat(VoTagsReader.read(open))
                    .as("the primary HDU can't be the extension")
                    .isEmpty();
        }
    }

    @Test
    void ofSeveralExtensionsTheHighestVersionIsRead() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.image("VO-TAGS", 8).card("EXTVER", 2).card("TARG_NM", "second");
        fits.image("vo-tags", 8).card("EXTVER", 1).card("TARG_NM", "first");

        VoTags tags = TaggedFiles.tags(fits.write(folder.resolve("two.fits")));

        assertThat(value(tags, ObsCoreColumn.TARGET_NAME)).contains("second");
        assertThat(codes(tags)).containsExactly(VoTagsFinding.SEVERAL, VoTagsFinding.LAYOUT);
    }
}
