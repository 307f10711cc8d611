// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.testkit.FitsBuilder;

/// What [Rules] make of header cards and of file names, on one small event list; numbers are checked by sums on paper.
class RuleFormsTest {

    @TempDir
    Path folder;

    private Path product;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void writeProduct() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "SVOM").card("OBS_ID", "0042").card("RUN", 7);
        fits.table("EVENTS")
                .column("TIME", "D", 1, 2)
                .card("EXPNAME", "Slew B")
                .card("OBJECT", "Unknown")
                .card("E_MIN", 0.2)
                .card("E_MAX", 10.0, "[keV] upper end")
                .card("EXPOSURE", 1.5, "[ks]")
                .card("TSTART", 86400.0)
                .card("MJDREFI", 57754)
                .card("MJDREFF", 0.0)
                .card("TIMESYS", "UTC")
                .card("RA_PNT", 400.0)
                .card("SUFFIXED", "10F")
                .card("CALLEV", "two");
        fits.table("GTI").column("START", "D", 1).column("STOP", "D", 2).card("OBS_ID", "of the GTI");
        product = fits.write(folder.resolve("2024/lc_soft_012.fits"));
    }

    private ObsCoreRow apply(String yaml) throws Exception {
        Rules rules = Rules.read(Files.writeString(folder.resolve("rules.yaml"), yaml));
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        row.set(ObsCoreColumn.OBS_ID, "lc_soft_012", new Origin.Minted("obs_id from the file name"));
        row.set(ObsCoreColumn.OBS_TITLE, "Its own", new Origin.Card("EVENTS", "TITLE"));
        try (FitsFile fits = FitsFile.open(product)) {
            HeaderChain headers = HeaderChain.of(fits.hdus().get(1), fits.hdus().getFirst());
            findings.addAll(rules.apply(fits, headers, Optional.of(ProductKind.EVENT_LIST), row));
        }
        return row.build();
    }

    private ObsCoreRow set(String setting) throws Exception {
        return apply("rules:\n  - match: \"lc_<band>_<part:3>.fits\"\n    set:\n      " + setting + "\n");
    }

    private static String text(ObsCoreRow row, String column) {
        return String.valueOf(row.get(ObsCoreColumn.named(column).orElseThrow()).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            obs_id: "{OBS_ID}-{EXPNAME}"                    | obs_id | 0042-Slew B
            obs_id: "{GTI.OBS_ID}"                          | obs_id | of the GTI
            obs_id: "{PRIMARY.OBS_ID}/{band:upper}"         | obs_id | 0042/SOFT
            obs_id: "{EXPNAME:lower} {RUN:04d} {E_MAX:.2f}" | obs_id | slew b 0007 10.00
            obs_id: "{stem}, {file}, {part}"                | obs_id | lc_soft_012, lc_soft_012.fits, 012
            obs_id: "{{{RUN}}}"                             | obs_id | {7}
            obs_id: {keyword: EXPNAME}                      | obs_id | Slew B
            obs_id: {keyword: [EXP_ID, GTI.OBS_ID]}         | obs_id | of the GTI
            s_region: "CIRCLE ICRS 10 20 {E_MIN}"           | s_region | CIRCLE ICRS 10 20 0.2
            t_exptime: {keyword: EXPOSURE, unit: s}         | t_exptime | 1.5
            t_exptime: {keyword: EXPOSURE}                  | t_exptime | 1500.0
            t_exptime: {keyword: NO, otherwise: 12}         | t_exptime | 12.0
            obs_title: {keyword: NO, otherwise: keep}       | obs_title | Its own
            obs_title: {template: "{NO}", otherwise: "{RUN}"} | obs_title | 7
            calib_level: {keyword: RUN, otherwise: 2}       | calib_level | null
            """)
    void aColumnIsMadeOfKeywordsAndPartsOfTheName(String setting, String column, String value) throws Exception {
        assertThat(text(set(setting), column)).isEqualTo(value);
    }

    @Test
    void energiesBecomeWavelengthsAndTheHighestTheShortest() throws Exception {
        ObsCoreRow row = apply("""
                rules:
                  - match: "*"
                    set:
                      em_min: {keyword: E_MAX, unit: keV}
                      em_max: {keyword: EVENTS.E_MIN, unit: keV}
                """);

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1.239841984332e-10, within(1e-22));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(6.19920992166e-9, within(1e-20));
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin()).isEqualTo(new Origin.Rule("rules.yaml", 4));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {keyword: TSTART, unit: s, since: MJDREF}            | 57755.0
            {keyword: TSTART, since: MJDREF}                     | 57755.0
            {keyword: TSTART, since: MJDREF, scale: TT}          | 57754.99919926
            {keyword: TSTART, unit: s, since: 50000}             | 50001.0
            {keyword: MJDREFI}                                   | 57754.0
            """)
    void aMomentIsCountedFromItsReferenceInItsScale(String value, double mjdUtc) throws Exception {
        assertThat(set("t_min: " + value).number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(mjdUtc, within(1e-8));
    }

    @Test
    void aMissingKeywordMakesTheColumnNullAndIsNamed() throws Exception {
        ObsCoreRow row = set("em_max: {keyword: [EMAX, OBJECT]}");

        assertThat(row.get(ObsCoreColumn.EM_MAX).origin())
                .isEqualTo(new Origin.Absent("rules.yaml line 4 takes EMAX or OBJECT, which this file states none of"));
        assertThat(set("obs_title: \"{OBJECT} in {EXPNAME}\"")
                        .get(ObsCoreColumn.OBS_TITLE)
                        .origin())
                .isEqualTo(new Origin.Absent("rules.yaml line 4 takes OBJECT, which this file does not state"));
        assertThat(findings).isEmpty();
    }

    @Test
    void whatMayNotBeNullKeepsItsValueAndTheRuleIsTold() throws Exception {
        ObsCoreRow row = set("obs_id: \"{OBSID}\"");

        assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("lc_soft_012");
        assertThat(findings)
                .singleElement()
                .hasToString("warning mapping-rule-without-value lc_soft_012.fits by rules.yaml line 4: obs_id may not"
                        + " be NULL and stays 'lc_soft_012': the rule takes OBSID, which this file does not state");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s_ra: {keyword: RA_PNT, unit: deg}   | s_ra is 400.0 by RA_PNT of EVENTS = 400.0 deg, expected a right ascension in degrees from 0 to 360
            calib_level: {keyword: RUN}          | calib_level is 7.0 by RUN of PRIMARY = 7.0, expected a level from 0 to 4
            calib_level: {keyword: CALLEV}       | calib_level: CALLEV of EVENTS is 'two', no number
            s_fov: {keyword: EXPOSURE}           | s_fov: the comment of EXPOSURE of EVENTS says ks, which can't be brought to 'deg'; a 'unit' in the rule decides
            dataproduct_type: "{EXPNAME}"        | dataproduct_type is 'Slew B', which is none of image, cube, spectrum, sed, timeseries, visibility, event, measurements
            t_min: {keyword: TSTART, unit: d}    | t_min: TSTART of EVENTS is '86400.0', no date of the years 1960 to 2050
            obs_title: "{SUFFIXED:.1f}"          | obs_title wants a number in its template: '10F' is no number
            obs_title: "{EXPNAME:05d}"           | obs_title wants a number in its template: 'Slew B' is no whole number
            """)
    void aValueThatDoesNotFitIsRefusedWithAFinding(String setting, String message) throws Exception {
        ObsCoreRow row = set(setting);

        String column = setting.substring(0, setting.indexOf(':'));
        assertThat(text(row, column)).isEqualTo("null");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(MappingFinding.RULE_VALUE_REFUSED);
            assertThat(finding.where()).isEqualTo("lc_soft_012.fits by rules.yaml line 4");
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void aUnitThatTheCardContradictsIsTold() throws Exception {
        set("t_exptime: {keyword: EXPOSURE, unit: s}");

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("t_exptime takes EXPOSURE of EVENTS in s, its comment says ks"));
    }

    @Test
    void crossedLimitsAreTakenAway() throws Exception {
        ObsCoreRow row = apply("""
                rules:
                  - match: "*"
                    set:
                      em_min: {keyword: E_MIN, unit: keV}
                      em_max: {keyword: E_MAX, unit: keV}
                """);

        assertThat(row.get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.EM_MAX).isPresent()).isFalse();
        assertThat(findings).extracting(Finding::code).containsExactly(MappingFinding.RULE_LIMITS_CROSSED);
        assertThat(findings.getFirst().message()).endsWith("em_min, is that of the highest energy");
    }

    @Test
    void sectionsForEveryFileAndForTypesComeBeforeTheRules() throws Exception {
        ObsCoreRow row = apply("""
                rules:
                  - match: "*.fits"
                    set: {target_name: by the rule}
                types:
                  event: {set: {target_name: by the type, target_class: by the type}}
                  image: {set: {bib_reference: by another type}}
                set: {target_class: by the file, facility_name: by the file}
                """);

        assertThat(text(row, "target_name")).isEqualTo("by the rule");
        assertThat(text(row, "target_class")).isEqualTo("by the type");
        assertThat(text(row, "facility_name")).isEqualTo("by the file");
        assertThat(text(row, "bib_reference")).isEqualTo("null");
    }

    @Test
    void aDefaultFillsOnlyWhatNothingStates() throws Exception {
        ObsCoreRow row = apply("""
                default:
                  obs_title: Title of last resort
                  obs_id: "{OBS_ID}"
                  data_rights: public
                """);

        assertThat(text(row, "obs_title")).isEqualTo("Its own");
        assertThat(text(row, "obs_id")).isEqualTo("0042");
        assertThat(text(row, "data_rights")).isEqualTo("public");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "{TELESCOP: [XMM, svom]}"        | true
            "{GTI.OBS_ID: 'of*'}"            | true
            "{OBJECT: null}"                 | true
            "{TELESCOP: null}"               | false
            "{TELESCOP: [XMM, SWIFT]}"       | false
            "{dataproduct_type: [event, image]}" | true
            """)
    void conditionsTakeListsHdusAndAbsence(String when, boolean holds) throws Exception {
        ObsCoreRow row = apply(
                "rules:\n  - match: \"*\"\n    when: " + when.replace("\"", "") + "\n    set: {target_name: A}\n");

        assertThat(row.get(ObsCoreColumn.TARGET_NAME).isPresent()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            em_min: {keyword: E_MAX, unit: s}        | line 4, column 38: em_min can't be made of a number in s, which is in m
            em_min: {keyword: E_MAX, unit: kev2}     | line 4, column 38: em_min has the unit 'kev2', which is not known
            obs_title: {keyword: A, unit: s}         | line 4, column 37: obs_title can't be made of a number in s, which has no unit
            t_exptime: {keyword: A, since: MJDREF}   | line 4, column 31: 'since' is for t_min and t_max
            t_min: {keyword: A, since: launch}       | line 4, column 34: t_min counts since 'launch', expected MJDREF or an MJD in days
            t_min: {keyword: A, scale: LST}          | line 4, column 34: t_min has a scale that is none of TT, TDB, TAI, UTC, GPS, TCB, TCG
            t_min: 86400000                          | line 4, column 14: t_min is '86400000', expected an MJD in days of the years 1960 to 2050
            s_dec: 95                                | line 4, column 14: s_dec is 95, outside -90 to 90
            energy_min: -5                           | line 4, column 19: energy_min is -5, below 0
            s_ref_oaa: 270                           | line 4, column 18: s_ref_oaa is 270, outside 0 to 180
            messenger_pdgid: photon                  | line 4, column 24: messenger_pdgid is 'photon', not a number of the Particle Data Group such as +22
            obs_title: n/a                           | line 4, column 18: obs_title is 'n/a', expected a value, or null
            t_exptime: 0x1p3                         | line 4, column 18: t_exptime is '0x1p3', not a number
            obs_id: "{OBS_ID"                        | line 4, column 15: '{OBS_ID' has a { without }
            obs_id: "{phase}"                        | line 4, column 15: '{phase}' is no part of 'match'; keywords are written in upper case
            obs_id: "{Obs_Id}"                       | line 4, column 15: 'Obs_Id' is no keyword: up to 8 of A-Z 0-9 _ -, after the name of an HDU and a dot if need be
            obs_id: "{OBS_ID:title}"                 | line 4, column 15: 'title' is no format: upper, lower, 05d for a whole number, .3f or .3e for another
            obs_id: {otherwise: 3}                   | line 4, column 15: obs_id needs either 'keyword' or 'template'
            obs_id: {keyword: A, otherwise: null}    | line 4, column 39: obs_id may not be null
            obs_title: [A, B]                        | line 4, column 18: obs_title needs a value, a template such as "{OBS_ID}", or {keyword: EXPOSURE, unit: ks, otherwise: null}
            """, quoteCharacter = '`')
    void whatCanNeverBeRightIsRefusedOnLoadingWithLineAndColumn(String setting, String message) {
        assertThatThrownBy(() -> set(setting))
                .isInstanceOf(RulesException.class)
                .hasMessage("rules.yaml " + message);
    }

    @Test
    void aColumnOrAPartTwiceAndAnAliasAreRefused() {
        assertThatThrownBy(() -> apply("set: {obs_id: a, obs_id: b}\n"))
                .hasMessage("rules.yaml line 1, column 18: 'obs_id' stands here twice");
        assertThatThrownBy(() -> apply("rules:\n  - match: \"<a>_<a>\"\n    set: {obs_id: a}\n"))
                .hasMessage("rules.yaml line 2, column 12: match '<a>_<a>' names the part <a> twice");
        assertThatThrownBy(() -> apply("set: {obs_id: &x a, obs_title: *x}\n")).hasMessageContaining("aliases");
    }

    @Test
    void whatEachEntryDoesCanBeTold() throws Exception {
        Rules rules = Rules.read(Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - match: "*.evt"
                    set: {obs_title: A}
                  - match: "*.fits"
                    when: {TELESCOP: XMM}
                    set: {obs_title: A}
                  - match: "*.fits"
                    set: {obs_title: "{OBJECT}", target_name: B}
                """));
        List<RuleReport> reports;
        try (FitsFile fits = FitsFile.open(product)) {
            HeaderChain headers = HeaderChain.of(fits.hdus().get(1), fits.hdus().getFirst());
            reports = rules.explain(fits, headers, Optional.empty(), ObsCoreRow.builder());
        }

        assertThat(reports)
                .extracting(RuleReport::line, RuleReport::obstacle)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "the path does not end as the pattern says"),
                        org.assertj.core.groups.Tuple.tuple(4, "TELESCOP is 'SVOM', not XMM"),
                        org.assertj.core.groups.Tuple.tuple(7, ""));
        assertThat(reports.getLast().said())
                .extracting(RuleReport.Said::outcome)
                .containsExactly("is NULL: the rule takes OBJECT, which this file does not state", "is set to B");
    }

    @Test
    void theRulesThatMayConcernAFileAreKnownByItsNameAlone() throws IOException, RulesException {
        Rules rules = Rules.read(Files.writeString(
                folder.resolve("rules.yaml"), "rules:\n  - match: \"*.evt\"\n    set: {obs_id: a}\n"));

        assertThat(rules.mayConcern(Path.of("a/b.evt"))).isTrue();
        assertThat(rules.mayConcern(Path.of("a/b.fits"))).isFalse();
    }
}
