// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ranges, marks and places of axes.
class AxesTest {

    private static List<String> numbers(Ticks ticks) {
        return ticks.major().stream()
                .map(tick -> tick.label().runs().stream()
                        .map(run -> run.raised() ? "^" + run.text() : run.text())
                        .reduce("", String::concat))
                .toList();
    }

    @Test
    void aLinearAxisIsMarkedAtRoundNumbers() {
        assertThat(numbers(Ticks.of(Scale.LINEAR, new Range(-0.03, 1.07), 6)))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    }

    @Test
    void largeNumbersShareAPowerOfTen() {
        Ticks ticks = Ticks.of(Scale.LINEAR, new Range(0, 4.2e8), 5);
        assertThat(numbers(ticks)).containsExactly("0", "1", "2", "3", "4");
        assertThat(ticks.power()).isEqualTo(8);
    }

    @Test
    void aLogarithmicAxisOfOneDecadeIsMarkedWithinIt() {
        assertThat(numbers(Ticks.of(Scale.LOG, new Range(0.3, 11), 10))).containsExactly("0.5", "1", "2", "5", "10");
    }

    @Test
    void aLogarithmicAxisOfManyDecadesIsMarkedAtPowersOfTen() {
        assertThat(numbers(Ticks.of(Scale.LOG, new Range(1e-7, 1e5), 8)))
                .containsExactly("10^−6", "10^−4", "10^−2", "10^0", "10^2", "10^4");
    }

    @Test
    void marksAlwaysLieWithinTheAxisWhateverItsRange() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double low = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(600) - 300);
            double high = low + Math.abs(low) * Math.pow(10, random.nextInt(20) - 12) + Double.MIN_NORMAL;
            if (!(high > low) || Double.isInfinite(high)) {
                continue;
            }
            Range range = new Range(low, high);
            double slack = range.length() * 1e-5;
            assertThat(Ticks.of(Scale.LINEAR, range, 8).major())
                    .as(range.toString())
                    .hasSizeLessThan(30)
                    .allMatch(tick -> tick.value() >= low - slack && tick.value() <= high + slack);
            if (low > 0) {
                assertThat(Ticks.of(Scale.LOG, range, 8).major())
                        .as(range.toString())
                        .hasSizeLessThan(60);
            }
        }
    }

    @Test
    void theRangeHoldsAllValuesWithAMargin() {
        Range range = new Extent(Scale.LINEAR)
                .with(new double[] {3, 1, Double.NaN, 2})
                .range(Optional.empty(), 0.1);
        assertThat(range.low()).isCloseTo(0.8, within(1e-9));
        assertThat(range.high()).isCloseTo(3.2, within(1e-9));
    }

    @Test
    void valuesThatAreAllTheSameStillHaveARange() {
        for (double value : new double[] {0, 1, -5, 1e300, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE}) {
            assertThat(new Extent(Scale.LINEAR)
                            .with(value)
                            .range(Optional.empty(), 0.1)
                            .length())
                    .as("%s", value)
                    .isPositive();
            assertThat(new Extent(Scale.LOG)
                            .with(value)
                            .range(Optional.empty(), 0.1)
                            .length())
                    .as("%s", value)
                    .isPositive();
        }
    }

    @Test
    void aLogarithmicAxisNeverBeginsAtZero() {
        Extent extent = new Extent(Scale.LOG).with(new double[] {-1, 0, 5, 50});
        assertThat(extent.range(Optional.of(new Range(-10, 100)), 0)).isEqualTo(new Range(5, 100));
        assertThat(extent.range(Optional.of(new Range(-10, -1)), 0)).isEqualTo(new Range(5, 50));
        assertThat(new Extent(Scale.LOG).range(Optional.empty(), 0).low()).isPositive();
    }

    @Test
    void placesAndValuesBelongTogether() {
        AxisMap map = new AxisMap(Scale.LOG, new Range(0.1, 10), 100, 300);
        assertThat(map.at(1)).isCloseTo(200, within(1e-9));
        assertThat(map.valueAt(200)).isCloseTo(1, within(1e-9));
        assertThat(map.at(0)).isLessThan(-1000).isGreaterThan(-1e6);
        assertThat(map.at(1e300)).isLessThan(1e6);
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new Range(2, 2)).hasMessage("no range: 2.0 to 2.0");
        assertThatThrownBy(() -> new Range(0, Double.NaN)).hasMessage("no range: 0.0 to NaN");
    }

    @Test
    void aPictureHasASizeWithinLimits() {
        assertThatThrownBy(() -> PlotOptions.standard().withSize(63, 500))
                .hasMessage("width 63 is not from 64 to 2048 pixels");
        assertThatThrownBy(() -> PlotOptions.standard().withSize(800, 2049))
                .hasMessage("height 2049 is not from 64 to 2048 pixels");
    }

    @Test
    void unitsAreWrittenAsInPrintWhereTheyAreUnderstood() {
        assertThat(UnitText.marked("count.s**-1.keV**-1")).isEqualTo("count s^{−1} keV^{−1}");
        assertThat(UnitText.marked("cm**2")).isEqualTo("cm^{2}");
        assertThat(UnitText.marked("erg/cm^2/s")).isEqualTo("erg/cm^{2}/s");
        assertThat(UnitText.marked("ph cm-2 s-1")).isEqualTo("ph cm^{−2} s^{−1}");
        assertThat(UnitText.marked("furlong per fortnight")).isEqualTo("furlong per fortnight");
    }

    @Test
    void unitsInSentencesHaveNoSignsOfPrograms() {
        assertThat(UnitText.plain("count.s**-1.keV**-1")).isEqualTo("count s-1 keV-1");
        assertThat(UnitText.plain("cm**2")).isEqualTo("cm2");
        assertThat(UnitText.of("3.5", "")).isEqualTo("3.5");
    }

    @Test
    void wordsOfUnitsAreSpelledInOneWayUnlessTheyMayMeanTwo() {
        assertThat(UnitText.plain("cm**-2.sec**-1.KEV**-1")).isEqualTo("cm-2 s-1 keV-1");
        assertThat(UnitText.plain("ANGSTROM")).isEqualTo("ANGSTROM");
        assertThat(UnitText.plain("angstroms")).isEqualTo("Å");
        assertThat(UnitText.plain("Msec")).isEqualTo("Msec");
        assertThat(UnitText.plain("adu")).isEqualTo("adu");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void noRangeIsTooShortOrTooLongForAnAxis(Scale scale) {
        double[] ends = {-Double.MAX_VALUE, -1, -1e-320, 0, Double.MIN_VALUE, 1e-322, 1e-310, 1, 1 + 1e-15, 1e305};
        for (double low : ends) {
            for (double high : ends) {
                if (low < high) {
                    Range chosen = new Range(low, high);
                    Range range = new Extent(scale).with(new double[] {1, 2}).range(Optional.of(chosen), 0);
                    PlotData.Axis axis = new PlotData.Axis("", "", scale, range);
                    assertThat(axis.range()).as(chosen.toString()).isEqualTo(range);
                    assertThat(new AxisMap(scale, range, 0, 100).at(range.high()))
                            .as(chosen.toString())
                            .isCloseTo(100, within(1.0));
                    assertThat(Ticks.of(scale, range, 8).major())
                            .as(chosen.toString())
                            .hasSizeLessThan(60);
                }
            }
        }
    }

    @Test
    void marksOfALogarithmicAxisThatReachesZeroAreRefused() {
        assertThatThrownBy(() -> Ticks.of(Scale.LOG, new Range(0, 1e-322), 8))
                .hasMessage("a logarithmic axis can't begin at 0.0");
    }

    @Test
    void wordsOfAFileCannotBreakTheXml() {
        assertThat(SvgCanvas.escaped("a<b>&\"c\"\u0000\u001b\uFFFF"))
                .isEqualTo("a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\uFFFD\uFFFD");
    }
}
