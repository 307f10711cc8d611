// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.testkit.FitsBuilder;

/// [Rules] on a file of one XMM header.
class RulesTest {

    @TempDir
    Path folder;

    private Path product;

    @BeforeEach
    void writeProduct() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM");
        product = fits.write(folder.resolve("obs/2024/pn.evt"));
    }

    private Rules rules(String yaml) throws IOException, RulesException {
        return Rules.read(Files.writeString(folder.resolve("rules.yaml"), yaml));
    }

    private ObsCoreRow apply(Rules rules) throws Exception {
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        try (FitsFile fits = FitsFile.open(product)) {
            rules.apply(fits, HeaderChain.of(fits.hdus().getFirst()), Optional.of(ProductKind.EVENT_LIST), row);
        }
        return row.build();
    }

    @Test
    void aConstantIsSetWithItsLine() throws Exception {
        ObsCoreRow row = apply(rules("""
                rules:
                  - match: "*.evt*"
                    set:
                      obs_collection: Our archive
                      calib_level: 2
                      t_exptime: 1200.5
                      s_region: circle 10 20 0.5
                """));

        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).value()).isEqualTo("Our archive");
        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).origin()).isEqualTo(new Origin.Rule("rules.yaml", 4));
        assertThat(row.get(ObsCoreColumn.CALIB_LEVEL).value()).isEqualTo(2);
        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(1200.5);
        assertThat(row.text(ObsCoreColumn.S_REGION)).contains("CIRCLE ICRS 10 20 0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "'*.evt*', true",
        "'*.fits', false",
        "'2024/*.evt', true",
        "'obs/**', true",
        "'2023/*.evt', false",
    })
    void aPatternMatchesTheEndOfThePath(String glob, boolean expected) throws Exception {
        ObsCoreRow row = apply(rules("""
                rules:
                  - match: "%s"
                    set: {obs_collection: A}
                """.formatted(glob)));

        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).isPresent()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TELESCOP: xmm, true",
        "TELESCOP: X*, true",
        "TELESCOP: SWIFT, false",
        "INSTRUME: '*', false",
        "dataproduct_type: event, true",
        "dataproduct_type: image, false",
    })
    void aConditionLooksAtTheHeader(String condition, boolean expected) throws Exception {
        ObsCoreRow row = apply(rules("""
                rules:
                  - match: "*"
                    when: {%s}
                    set: {obs_collection: A}
                """.formatted(condition)));

        assertThat(row.get(ObsCoreColumn.OBS_COLLECTION).isPresent()).isEqualTo(expected);
    }

    @Test
    void theLastWordWinsAndNullTakesAValueAway() throws Exception {
        ObsCoreRow row = apply(rules("""
                rules:
                  - match: "*"
                    set: {target_name: One, obs_title: Kept}
                  - match: "*"
                    set: {target_name: null}
                """));

        assertThat(row.get(ObsCoreColumn.TARGET_NAME).origin())
                .isEqualTo(new Origin.Absent("rules.yaml line 5 says null"));
        assertThat(row.text(ObsCoreColumn.OBS_TITLE)).contains("Kept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calib_level: high     | rules.yaml line 4, column 20: calib_level is 'high', not a number
            calib_level: 7        | rules.yaml line 4, column 20: calib_level is 7, outside 0 to 4
            s_ra: north           | rules.yaml line 4, column 13: s_ra is 'north', not a number
            dataproduct_type: pic | rules.yaml line 4, column 25: dataproduct_type is 'pic', which is none of image, cube, spectrum, sed, timeseries, visibility, event, measurements
            obs_creation_date: x  | rules.yaml line 4, column 26: obs_creation_date is 'x', expected a date such as 2024-02-29T12:00:00
            s_region: everywhere  | rules.yaml line 4, column 17: s_region is 'everywhere', expected a region such as CIRCLE ICRS 83.63 22.01 0.5
            s_region: CIRCLE 1 91 2 | rules.yaml line 4, column 17: s_region is 'CIRCLE 1 91 2', expected a region such as CIRCLE ICRS 83.63 22.01 0.5
            colour: red           | rules.yaml line 4, column 7: ObsCore 1.1 has no column 'colour'
            access_url: http://x  | rules.yaml line 4, column 7: access_url is made by the harvest and can't be set
            obs_id: null          | rules.yaml line 4, column 15: obs_id may not be null
            """)
    void aWrongSettingIsRefusedWithLineAndValue(String setting, String message) {
        assertThatThrownBy(() -> rules("rules:\n  - match: \"*\"\n    set:\n      " + setting + "\n"))
                .isInstanceOf(RulesException.class)
                .hasMessage(message);
    }

    @Test
    void aWrongShapeIsRefusedWithItsLine() {
        assertThatThrownBy(() -> rules("rules:\n  - set: {obs_id: a}\n"))
                .hasMessage("rules.yaml line 2, column 5: the entry has no 'match'");
        assertThatThrownBy(() -> rules("rules:\n  - match: \"*\"\n"))
                .hasMessage("rules.yaml line 2, column 5: the entry for '*' sets nothing");
        assertThatThrownBy(() -> rules("files: 1\n"))
                .hasMessageStartingWith("rules.yaml line 1, column 1: 'files' is not known");
        assertThatThrownBy(() -> rules("rules:\n  - match: \"[\"\n    set: {obs_id: a}\n"))
                .hasMessageStartingWith("rules.yaml line 2, column 12: match '[' is no pattern");
        assertThatThrownBy(() -> rules("rules: [\n")).hasMessageStartingWith("rules.yaml line ");
    }

    @Test
    void theHashChangesWithTheRules() throws Exception {
        Rules one = rules("rules:\n  - match: \"*\"\n    set: {obs_id: a}\n");
        Rules other = rules("rules:\n  - match: \"*\"\n    set: {obs_id: b}\n");

        assertThat(one.hash()).isNotEqualTo(other.hash()).hasSize(64);
        assertThat(Rules.none().hash()).isNotEqualTo(one.hash());
    }
}
