// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// [ArgumentVector]: words and places of a command line.
class ArgumentVectorTest {

    private static final StepDefinition STEP = new StepDefinition(
            "evselect",
            "1",
            "",
            List.of(
                    Parameter.input("table", ""),
                    Parameter.value("expression", ParameterType.TEXT, ""),
                    Parameter.value("shift", ParameterType.REAL, "").optional()));

    private static List<String> filled(ArgumentVector vector, Map<String, String> values) throws StepException {
        return vector.fill(Arguments.of(STEP, values), Map.of("table", "events.fits"), "/run/7");
    }

    private static Map<String, String> values(String expression) {
        return Map.of("table", "/data/events.fits", "expression", expression);
    }

    @Test
    void aPlaceWithinAWordIsFilledAndBracesAreDoubled() throws StepException {
        ArgumentVector vector =
                ArgumentVector.of("evselect", "table={table}", "expression={expression}", "{{x}}", "{folder}/o");

        assertThat(filled(vector, values("-X {shift} $1")))
                .containsExactly("evselect", "table=events.fits", "expression=-X {shift} $1", "{x}", "/run/7/o");
    }

    @Test
    void allArgumentsFollowInTheirOrder() throws StepException {
        assertThat(filled(ArgumentVector.of("run", "{arguments}"), values("PI>5")))
                .containsExactly("run", "events.fits", "PI>5");
    }

    @Test
    void aGroupOfWordsIsLeftOutWithItsArgument() throws StepException {
        ArgumentVector vector =
                new ArgumentVector(List.of(List.of("run"), List.of("--shift", "{shift}"), List.of("{expression}")));

        assertThat(filled(vector, values("a"))).containsExactly("run", "a");
        assertThat(filled(vector, Map.of("table", "t", "expression", "a", "shift", "-2")))
                .containsExactly("run", "--shift", "-2", "a");
    }

    @Test
    void aPlaceForNoArgumentIsRefused() {
        assertThatThrownBy(() -> filled(ArgumentVector.of("run", "{radius}"), values("a")))
                .hasMessage("the command of evselect has a place for {radius}, which is no argument of the step");
    }

    @Test
    void noArgumentChoosesTheProgram() {
        assertThatThrownBy(() -> ArgumentVector.of("{expression}"))
                .hasMessage("the program of a command is fixed, '{expression}' is not");
    }
}
