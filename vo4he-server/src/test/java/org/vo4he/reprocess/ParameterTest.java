// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.diagnostics.Finding;

/// [Parameter] and [StepDefinition]: what texts a step takes, by the words of its definition.
class ParameterTest {

    private static final Parameter RADIUS = Parameter.value("radius", ParameterType.REAL, "radius of the source region")
            .withUnit("arcsec")
            .withRange("0.5", "600");

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "600", "20", "2e1", "+20.", ".5e1", "600.0"})
    void aNumberWithinItsInclusiveRangeIsGood(String value) {
        assertThat(RADIUS.check(value, "/edits/0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.49", "600.0000000000000000001", "-20", "1e300"})
    void aNumberOutsideIsRefusedWithItsPathTheRangeAndTheUnit(String value) {
        assertThat(RADIUS.check(value, "/edits/0"))
                .containsExactly(new Finding(
                        ReprocessFinding.RANGE, "/edits/0", "radius takes from 0.5 to 600 arcsec, not " + value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twenty", "NaN", "Infinity", "0x20", "20 ", "2,5", "1e9999", "1e400", "1d", "２０"})
    void whatIsNoNumberIsRefused(String value) {
        assertThat(RADIUS.check(value, "/edits/0")).extracting(Finding::code).containsExactly(ReprocessFinding.TYPE);
    }

    @Test
    void aBoundThatIsNoNumberBoundsNothing() {
        assertThat(RADIUS.withRange("n.a.", "600").check("0", "")).isEmpty();
    }

    @Test
    void anIntegerIsNoFractionAndAFlagIsTrueOrFalse() {
        Parameter counts = Parameter.value("counts", ParameterType.INTEGER, "").withRange("1", "");
        Parameter quiet = Parameter.value("quiet", ParameterType.BOOLEAN, "");

        assertThat(counts.check("25", "")).isEmpty();
        assertThat(counts.check("25.0", "")).extracting(Finding::code).containsExactly(ReprocessFinding.TYPE);
        assertThat(counts.check("0", "")).extracting(Finding::message).containsExactly("counts takes from 1, not 0");
        assertThat(quiet.check("true", "")).isEmpty();
        assertThat(quiet.check("TRUE", "")).extracting(Finding::code).containsExactly(ReprocessFinding.TYPE);
    }

    @Test
    void aTextOfSeveralLinesIsRefusedAndShownAsOne() {
        Parameter title = Parameter.value("title", ParameterType.TEXT, "");

        assertThat(title.check("Crab\nNebula\0", "/edits/1"))
                .extracting(Finding::message)
                .containsExactly("title takes text of one line, not 'Crab Nebula '");
    }

    @Test
    void choicesAreTheOnlyValuesAllowed() {
        Parameter band = Parameter.value("band", ParameterType.TEXT, "").withChoices("soft", "hard");

        assertThat(band.check("soft", "")).isEmpty();
        assertThat(band.check("Soft", "/a"))
                .containsExactly(
                        new Finding(ReprocessFinding.CHOICE, "/a", "band takes one of soft, hard, not 'Soft'"));
    }

    @Test
    void aStepTellsEachMissingAndEachUnknownArgument() {
        StepDefinition step = new StepDefinition(
                "extract",
                "1",
                "",
                List.of(
                        Parameter.input("events", "the event list"),
                        RADIUS.withDefault("20"),
                        Parameter.output("image", "the image").optional()));

        assertThat(step.check(Map.of("radios", "20"), "/steps/2/"))
                .extracting(Finding::where)
                .containsExactly("/steps/2/radios", "/steps/2/events");
        assertThat(step.check(Map.of("events", "a.fits"), "")).isEmpty();
    }

    @Test
    void valuesLeftOutHoldTheirDefaultsAndWhatHasNoneIsAbsent() {
        StepDefinition step = new StepDefinition(
                "extract",
                "1",
                "",
                List.of(RADIUS.withDefault("20"), Parameter.output("image", "").optional()));
        Arguments arguments = Arguments.of(step, Map.of());

        assertThat(arguments.real("radius")).contains(20.0);
        assertThat(arguments.file("image")).isEmpty();
        assertThat(arguments.wantedOutputs()).isEmpty();
        assertThatThrownBy(() -> arguments.text("radios")).hasMessage("step extract declares no argument radios");
        assertThatThrownBy(() -> Arguments.of(step, Map.of("radius", "0")))
                .hasMessage("radius takes from 0.5 to 600 arcsec, not 0");
    }

    @Test
    void aNameDeclaredTwiceIsAFaultOfTheDefinition() {
        assertThatThrownBy(() -> new StepDefinition("extract", "1", "", List.of(RADIUS, RADIUS)))
                .hasMessage("step extract declares the argument radius twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.fits", "/etc/passwd", ".hidden", "-rf", "a/b", "", "a\nb", "a b", "..", "\\..\\a"})
    void anOutputsNameNeverLeadsOutOfTheFolder(String name) {
        assertThat(Workspace.isName(name)).isFalse();
    }

    @Test
    void plainNamesAreNamesOfOutputs() {
        assertThat(List.of("spectrum.fits", "P0405320501PNS001SRSPEC0092.FTZ", "été_2.pha", "a-b+c@d~e=1,2%.gz"))
                .allMatch(Workspace::isName);
    }
}
