// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;

/// The three forms of a profile. The seed's table is the one of its slides, word for word; the card has the head and
/// the columns of the public product cards of SVOM.
class ProfileFormsTest {

    static final String SEED = """
            {"keywords": [
              {"name": "DP_TYPE", "description": "dataprodct_type: file content", "format": "string", "unit": "", "default_value": "n.a",
               "expected values": ["spectrum", "image", "cube", "sed", "timeseries", "visibility", "events", "measurements"]},
              {"name": "DP_STYPE", "description": "dataprodct_subtype: Data product specific type", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "CAL_LV", "description": "calib_level: Calibration level of the observation", "format": "integer", "unit": "", "default_value": 2, "expected values": [0, 1, 2, 3, 4]},
              {"name": "TARG_NM", "description": "target_name: Object of interest", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "TARG_CLA", "description": "target_class: Class of the Target object as in SSA", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "OBS_ID", "description": "obs_id: Internal ID given by the ObsTAP service", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "OBS_TITL", "description": "obs_title: Brief free description of the dataset", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "COLL_NM", "description": "obs_collection: Name of the data collection", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "CREA_DAT", "description": "obs_creation_date (ISO 8601)", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "RLEA_DAT", "description": "obs_release_date (ISO 8601)", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "PUB_DID", "description": "obs_publisher_did: Dataset ID by the publisher", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "PUB_ID", "description": "obs_publisher_id: IVOA-ID for the Publisher", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "BIB_REF", "description": "bib_reference: Service bibliographic reference", "format": "string", "unit": "", "default_value": "n.a", "expected values": []},
              {"name": "DISC_TYP", "description": "disc_type: data type", "format": "string", "unit": "", "default_value": "n.a", "expected values": ["spectral", "image", "timeseries"]}
            ]}
            """;

    static final String CARD = """
            {"card": "SPEC_MXT", "contact": "n.a.", "description": "Spectrum of a burst", "dp_level": "L1", "dstream": "XBand",
             "instrument": "MXT", "name": "MXT spectrum", "prdm_ver": "1.2", "programs": ["CoreProgram", "GeneralProgram"],
             "unicity_rule": {"CoreProgram": ["OBS_ID", "BURST_ID"], "All": ["OBS_ID"]},
             "keywords": [
               {"name": "TELESCOP", "description": "Mission", "extension": "PRIMARY", "data_type": "string", "unit": "n.a.",
                "default": "SVOM", "range": ["SVOM"], "sdb_search": false, "ba_search": false},
               {"name": "BURST_ID", "description": "Burst", "extension": "PRIMARY", "data_type": "string", "unit": "n.a.",
                "default": "n.a.", "range": "n.a.", "sdb_search": true, "ba_search": true},
               {"name": "RA_OBJ", "description": "Right ascension", "extension": "SPECTRUM", "data_type": "float", "unit": "deg",
                "default": "", "range": {"min": 0.0, "max": 360.0}, "sdb_search": true, "ba_search": false}
             ]}
            """;

    static final String OWN = """
            name: MXT spectrum
            card: SPEC_MXT
            match: "*_spec.fits"
            description: Spectrum of a burst
            level: L1
            unicity:
              CoreProgram: [OBS_ID, BURST_ID]
              All: [OBS_ID]
            newest: [PROC_VER]
            defaults:
              obs_collection: SVOM
              calib_level: 2
            keywords:
              - name: RA_OBJ
                extension: SPECTRUM
                type: float
                unit: deg
                range: [0, 360]
                search: [science]
              - name: MODE
                expected: [FF, EV]
                required: false
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    static ProductProfile profile(String file, String content) throws ProfileException {
        return ProfileReader.read(file, content.getBytes(StandardCharsets.UTF_8))
                .profiles()
                .getFirst();
    }

    private static ProfileKeyword keyword(ProductProfile profile, String name) {
        return profile.keywords().stream()
                .filter(keyword -> keyword.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSeedsTableGivesDefaultsAndExpectedWords() throws Exception {
        ProductProfile profile = profile("sdb_upload_Obscore.json", SEED);

        assertThat(profile.name()).isEqualTo("sdb_upload_Obscore");
        assertThat(profile.keywords()).hasSize(14);
        assertThat(profile.allDefaults()).isEqualTo(Map.of(ObsCoreColumn.CALIB_LEVEL, 2));
        assertThat(keyword(profile, "CAL_LV").expected())
                .isEqualTo(new Expected.OneOf(List.of("0", "1", "2", "3", "4")));
        assertThat(keyword(profile, "TARG_NM"))
                .isEqualTo(new ProfileKeyword(
                        "TARG_NM",
                        "VO-TAGS",
                        "target_name: Object of interest",
                        ProfileKeyword.Type.STRING,
                        "",
                        Optional.empty(),
                        new Expected.Anything(),
                        false,
                        false,
                        false));
    }

    @Test
    void theSeedsTableIsWrittenAsItWasRead() throws Exception {
        String written = ProfileWriter.write(profile("x.json", SEED), ProfileForm.SEED);

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(SEED));
    }

    @Test
    void aProductCardIsWrittenAsItWasRead() throws Exception {
        ProductProfile profile = profile("card.json", CARD);

        assertThat(profile.cards()).containsExactly("SPEC_MXT");
        assertThat(profile.searchable()).extracting(ProfileKeyword::name).containsExactly("BURST_ID", "RA_OBJ");
        assertThat(keyword(profile, "RA_OBJ").required()).isTrue();
        assertThat(JSON.readTree(ProfileWriter.write(profile, ProfileForm.CARD)))
                .isEqualTo(JSON.readTree(CARD));
    }

    @ParameterizedTest
    @EnumSource(ProfileForm.class)
    void nothingOfAProfileIsLostInOurOwnForm(ProfileForm form) throws Exception {
        ProductProfile profile = switch (form) {
            case OWN -> profile("a.yaml", OWN);
            case SEED -> profile("a.json", SEED);
            case CARD -> profile("a.json", CARD);
        };

        String yaml = ProfileWriter.write(profile, ProfileForm.OWN);

        assertThat(profile("b.yaml", yaml)).as(yaml).isEqualTo(profile);
        assertThat(ProfileWriter.lost(profile, ProfileForm.OWN)).isEmpty();
    }

    @Test
    void whatAFormCantHoldIsNamed() throws Exception {
        ProductProfile profile = profile("a.yaml", OWN);

        assertThat(ProfileWriter.lost(profile, ProfileForm.CARD)).containsExactly("match", "defaults");
        assertThat(ProfileWriter.lost(profile, ProfileForm.SEED))
                .containsExactly(
                        "match",
                        "defaults",
                        "card",
                        "the head",
                        "unicity rule",
                        "search flags",
                        "2 keywords of other extensions than VO-TAGS");
    }

    @Test
    void cardsAreReadAsTheyAreMet() throws Exception {
        ProfileReader.Read read = ProfileReader.read("many.json", """
                [{"card": "A|B", "unicity_rule": "{CoreProgram:[OBS_ID,BURST_ID], All:[PASS_ID]}", "prdm_ver": "n.a", "programs": "n.a.",
                  "keywords": {"PRIMARY": [
                    {"name": "GLDM_VER", "data_type": "float", "default": "n.a", "range": "n.a"},
                    {"name": "ORIGIN", "data_type": "string", "range": "FSC|GRM-IC|CS"},
                    {"name": "PROC_VER", "data_type": "int", "range": "[0, 99]", "sdb_search": "Y"},
                    {"name": "too long a name", "data_type": "int"}]}},
                 {"card": "C", "unicity_rule": "one per day", "keywords": []}]
                """.getBytes(StandardCharsets.UTF_8));

        ProductProfile first = read.profiles().getFirst();
        assertThat(read.form()).isEqualTo(ProfileForm.CARD);
        assertThat(first.cards()).containsExactly("A", "B");
        assertThat(first.unicity().byProgram())
                .isEqualTo(Map.of("CoreProgram", List.of("OBS_ID", "BURST_ID"), "All", List.of("PASS_ID")));
        assertThat(keyword(first, "ORIGIN").expected()).isEqualTo(new Expected.OneOf(List.of("FSC", "GRM-IC", "CS")));
        assertThat(keyword(first, "PROC_VER").expected()).isEqualTo(new Expected.Between(0, 99));
        assertThat(keyword(first, "PROC_VER").scienceSearch()).isTrue();
        assertThat(keyword(first, "GLDM_VER").required()).isFalse();
        assertThat(read.remarks())
                .containsExactly(
                        "many.json line 6, column 5: 'too long a name' is no keyword of FITS: up to 8 of A-Z 0-9 _ -",
                        "many.json line 7, column 32: the unicity rule is not understood; expected {All: [OBS_ID]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0, 360]", "0..360", "0 - 360", "0 to 360", "0:360"})
    void aRangeOfNumbersIsReadAsCardsWriteIt(String text) {
        assertThat(Expected.parse(text, true)).isEqualTo(new Expected.Between(0, 360));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "naem: x"                                   | p.yaml line 1, column 1: 'naem' is not known; a profile has card, contact, defaults, description, instrument, keywords, level, match, name, newest, programs, stream, unicity, version
            "defaults: {calib_level: 9}"                | p.yaml line 1, column 25: calib_level is 9, outside 0 to 4
            "defaults: {colour: red}"                   | p.yaml line 1, column 12: ObsCore has no column 'colour'
            "keywords: [{name: A, typ: x}]"             | p.yaml line 1, column 22: 'typ' is not known of a keyword
            "keywords: [{name: A, type: complex}]"      | p.yaml line 1, column 12: A has the type 'complex', expected string, integer, float, boolean or date
            "match: '['"                                | p.yaml line 1, column 8: match '[' is no pattern: [ without ]
            "unicity: daily"                            | p.yaml line 1, column 10: the unicity rule is not understood; expected {All: [OBS_ID]}
            """)
    void ourOwnFormIsReadStrictly(String yaml, String message) {
        assertThatThrownBy(() -> profile("p.yaml", yaml.replaceAll("^\"|\"$", "")))
                .isInstanceOf(ProfileException.class)
                .hasMessage(message);
    }
}
