// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.plot.EnergyAxisUnit;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.Range;
import org.vo4he.plot.Scale;
import org.vo4he.plot.Stretch;
import org.vo4he.plot.Theme;

/// [PreviewParameters] against the words of docs/reference/http.md.
class PreviewParametersTest {

    @Test
    void withoutParametersThePictureIsTheStandardOne() {
        assertThat(PreviewParameters.of(new Parameters(Map.of())).options()).isEqualTo(PlotOptions.standard());
        assertThat(PreviewParameters.of(new Parameters(Map.of())).kind()).isEmpty();
    }

    @Test
    void everyParameterIsUnderstoodInAnyCase() {
        PreviewParameters wanted = PreviewParameters.of(new Parameters(Map.ofEntries(
                Map.entry("PLOT", List.of("Light-Curve")),
                Map.entry("width", List.of("64")),
                Map.entry("Height", List.of("2048")),
                Map.entry("theme", List.of("DARK")),
                Map.entry("xmin", List.of("-1.5e3")),
                Map.entry("xmax", List.of("+2")),
                Map.entry("ymin", List.of("0")),
                Map.entry("ymax", List.of("1E9")),
                Map.entry("xscale", List.of("log")),
                Map.entry("yscale", List.of("LINEAR")),
                Map.entry("unit", List.of("angstrom")),
                Map.entry("stretch", List.of("ASINH")),
                Map.entry("row", List.of("12")))));

        assertThat(wanted.kind()).contains(PlotKind.LIGHT_CURVE);
        assertThat(wanted.options())
                .isEqualTo(PlotOptions.standard()
                        .withSize(64, 2048)
                        .withTheme(Theme.DARK)
                        .withX(new Range(-1500, 2))
                        .withY(new Range(0, 1e9))
                        .withXScale(Scale.LOG)
                        .withYScale(Scale.LINEAR)
                        .withEnergyUnit(EnergyAxisUnit.ANGSTROM)
                        .withStretch(Stretch.ASINH)
                        .withRow(12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    plot    | histogram | parameter plot must be one of spectrum, light-curve, image, profile, sky, response, found 'histogram'
                    width   | 63        | parameter width must be a whole number of pixels from 64 to 2048, found '63'
                    width   | 2049      | parameter width must be a whole number of pixels from 64 to 2048, found '2049'
                    height  | 1e3       | parameter height must be a whole number of pixels from 64 to 2048, found '1e3'
                    height  | -100      | parameter height must be a whole number of pixels from 64 to 2048, found '-100'
                    height  | 99999999999 | parameter height must be a whole number of pixels from 64 to 2048, found '99999999999'
                    theme   | pink      | parameter theme must be one of light, dark, found 'pink'
                    xscale  | cubic     | parameter xscale must be one of linear, log, found 'cubic'
                    unit    | furlong   | parameter unit must be one of keV, Angstrom, Hz, found 'furlong'
                    stretch | wide      | parameter stretch must be one of linear, sqrt, log, asinh, found 'wide'
                    row     | 0         | parameter row must be the number of a spectrum, from 1, found '0'
                    xmin    | left      | parameter xmin must be a number, found 'left'
                    ymax    | NaN       | parameter ymax must be a number, found 'NaN'
                    ymax    | 1e999     | parameter ymax must be a number, found '1e999'
                    ymax    | 0x1p3     | parameter ymax must be a number, found '0x1p3'
                    xmin    | 1         | parameters xmin and xmax go together, found only xmin
                    """)
    void whatCanNotBeReadIsASentenceNamingParameterAndValue(String name, String value, String sentence) {
        assertThatThrownBy(() -> PreviewParameters.of(new Parameters(Map.of(name, List.of(value)))))
                .isInstanceOf(ServiceException.Usage.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, 1.0869E-322", "1, 1.000000000000001", "-1e300, 1e300"})
    void aRangeWithoutPlacesForTicksIsRefused(String low, String high) {
        assertThatThrownBy(
                        () -> PreviewParameters.of(new Parameters(Map.of("ymin", List.of(low), "ymax", List.of(high)))))
                .isInstanceOf(ServiceException.Usage.class)
                .hasMessageContaining("parameters ymin and ymax must be numbers of a usual size that differ, found");
    }

    @Test
    void anEmptyRangeIsRefusedWithBothEnds() {
        assertThatThrownBy(
                        () -> PreviewParameters.of(new Parameters(Map.of("xmin", List.of("2"), "xmax", List.of("2")))))
                .hasMessage("parameter xmin must be below xmax, found 2.0 and 2.0");
    }
}
