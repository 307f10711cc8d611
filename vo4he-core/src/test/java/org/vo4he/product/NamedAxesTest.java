// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsImage;

/// Axes of images and cubes that are not on the sky: what CTYPE names is counted, of the others nothing is said.
class NamedAxesTest extends DescribedFiles {

    private static final double HC_KEV_METRES = 1.239841984332e-9;

    @Test
    void aCubeCoversTheEnergiesOfItsPlanesFromEdgeToEdge() {
        ObsCoreRow row = row(cube("ENER", "keV", 1.0, 0.5));

        assertThat(row.get(ObsCoreColumn.EM_XEL).value()).isEqualTo(10L);
        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(HC_KEV_METRES / 5.75, within(1e-20));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(HC_KEV_METRES / 0.75, within(1e-20));
        assertThat(row.get(ObsCoreColumn.EM_UCD).value()).isEqualTo("em.energy");
        assertThat(row.get(ObsCoreColumn.T_XEL).value()).isEqualTo(1L);
    }

    @Test
    void wavelengthsAndFrequenciesAreSpectralAxesToo() {
        ObsCoreRow wave = row(cube("WAVE", "Angstrom", 10.0, 1.0));
        ObsCoreRow frequency = row(cube("FREQ", "Hz", 1e18, 1e17));

        assertThat(wave.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(9.5e-10, within(1e-18));
        assertThat(wave.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(19.5e-10, within(1e-18));
        assertThat(frequency.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(299792458 / 1.95e18, within(1e-18));
    }

    @Test
    void anAxisThatIsNotEvenOrHasNoUnitGivesNoEnergies() {
        for (FitsBuilder cube : new FitsBuilder[] {
            cube("ENER-LOG", "keV", 1.0, 0.5), cube("ENER", "", 1.0, 0.5), cube("AWAV", "nm", 500.0, 1.0)
        }) {
            ObsCoreRow row = row(cube);

            assertThat(row.get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
            assertThat(row.get(ObsCoreColumn.EM_MIN).origin().detail()).startsWith("CTYPE3 names a spectral axis");
            assertThat(row.get(ObsCoreColumn.EM_XEL).value()).isEqualTo(10L);
        }
    }

    @Test
    void planesInTimeAreSamplesOfTime() {
        ObsCoreRow row = row(cube("TIME", "s", 0.0, 100.0));

        assertThat(row.get(ObsCoreColumn.T_XEL).value()).isEqualTo(10L);
        assertThat(row.get(ObsCoreColumn.EM_XEL).value()).isEqualTo(1L);
        assertThat(row.get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    @Test
    void planesOfPolarisationAreNamedInTheOrderOfObsCore() {
        ObsCoreRow linear = row(cube("STOKES", "", 1.0, 1.0, 3));
        ObsCoreRow correlations = row(cube("STOKES", "", -5.0, -1.0, 4));
        ObsCoreRow strange = row(cube("STOKES", "", 0.0, 1.0, 3));

        assertThat(linear.get(ObsCoreColumn.POL_STATES).value()).isEqualTo("/I/Q/U/");
        assertThat(linear.get(ObsCoreColumn.POL_XEL).value()).isEqualTo(3L);
        assertThat(correlations.get(ObsCoreColumn.POL_STATES).value()).isEqualTo("/XX/YY/XY/YX/");
        assertThat(strange.get(ObsCoreColumn.POL_XEL).value()).isEqualTo(3L);
        assertThat(strange.get(ObsCoreColumn.POL_STATES).isPresent()).isFalse();
    }

    @Test
    void ofAnAxisThatNothingNamesNothingIsSaid() {
        ObsCoreRow row = row(cube("PHASE", "", 0.0, 0.1));

        assertThat(row.get(ObsCoreColumn.T_XEL).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.EM_XEL).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.POL_XEL).isPresent()).isFalse();
    }

    @Test
    void anImageOfEnergiesOverTimeHasSamplesOfBoth() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", "TIME")
                .card("CTYPE2", "ENER")
                .card("CUNIT2", "keV")
                .card("CRPIX2", 0.5)
                .card("CRVAL2", 2.0)
                .card("CDELT2", 0.1);

        ObsCoreRow row = row(fits);

        assertThat(row.get(ObsCoreColumn.T_XEL).value()).isEqualTo(40L);
        assertThat(row.get(ObsCoreColumn.EM_XEL).value()).isEqualTo(30L);
        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(HC_KEV_METRES / 5, within(1e-20));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(HC_KEV_METRES / 2, within(1e-20));
    }

    private static FitsBuilder cube(String ctype, String unit, double value, double step) {
        return cube(ctype, unit, value, step, 10);
    }

    private static FitsBuilder cube(String ctype, String unit, double value, double step, int planes) {
        FitsBuilder fits = new FitsBuilder();
        FitsImage cube = fits.primary()
                .axes(16, 6, 4, planes)
                .wcs(83.6, 22.0, 0.01)
                .card("CTYPE3", ctype)
                .card("CRPIX3", 1.0)
                .card("CRVAL3", value)
                .card("CDELT3", step);
        if (!unit.isEmpty()) {
            cube.card("CUNIT3", unit);
        }
        return fits;
    }
}
