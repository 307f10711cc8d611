// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.MappingFinding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// Files with the header habits of missions that the shared data lack, as their handbooks describe them. Times
/// in UTC were computed with astropy.
class OtherMissionsTest extends DescribedFiles {

    private static final double MILLISECOND = 1e-3 / 86400;

    @Test
    void aGbmTriggerHasTheEnergiesOfItsEboundsAndThePositionOfTheBurst() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "GLAST").card("INSTRUME", "GBM").card("OBJECT", "GRB170817529");
        ogip(fits.table("EBOUNDS"), "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .column("CHANNEL", "I", 0, 1)
                .column("E_MIN", "E", 4.5, 100)
                .unit("keV")
                .column("E_MAX", "E", 100, 2000)
                .unit("keV");
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TSTART", 524666421.0)
                .card("TSTOP", 524666904.0)
                .card("MJDREFI", 51910)
                .card("MJDREFF", "7.428703703703703D-4")
                .card("TIMESYS", "TT")
                .card("RA_OBJ", 197.45)
                .card("DEC_OBJ", -23.38)
                .column("TIME", "D", 524666421.5, 524666900.0)
                .column("PHA", "I", 3, 77);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("event");
        assertThat(row.get(ObsCoreColumn.CALIB_LEVEL).value()).isEqualTo(1);
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(197.45, within(1e-9));
        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(6.19920992e-13, within(1e-20));
        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(51910 + (524666421.0 - 5) / 86400, within(MILLISECOND));
        assertThat(row.text(ObsCoreColumn.FACILITY_NAME)).contains("GLAST");
    }

    @Test
    void aSequenceOfGbmSpectraHasATimeAxisAndTheSumOfItsExposures() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("HDUCLAS4", "PHA:II")
                .card("DETCHANS", 2)
                .vectors("COUNTS", "2J", new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6})
                .column("EXPOSURE", "E", 1.0, 1.0, 0.5)
                .column("TIME", "D", 10, 11, 12);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(row.get(ObsCoreColumn.T_XEL).value()).isEqualTo(3L);
        assertThat(row.get(ObsCoreColumn.EM_XEL).value()).isEqualTo(2L);
        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(2.5);
    }

    @Test
    void anErositaPiColumnIsAnEnergyBecauseItsUnitSaysSo() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", "eROSITA")
                .card("RA_CEN", 130.5)
                .card("DEC_CEN", 1.2)
                .card("RA_PNT", 0.0)
                .card("DEC_PNT", 0.0)
                .column("TIME", "D", 1, 2)
                .column("PI", "E", 200, 8000)
                .unit("eV");

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1.549802480e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(6.199209922e-9, within(1e-17));
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(130.5, within(1e-9));
        assertThat(description.findings()).anyMatch(finding -> finding.code() == MappingFinding.POSITION_UNSET);
    }

    @Test
    void anXmmEventListHasItsSkyInReferenceCards() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", "XMM")
                .card("OBS_ID", "0105070101")
                .card("DATE-OBS", "2001-01-30T15:44:46", "Start Time (UTC) of exposure")
                .card("DATE-END", "2001-01-31T06:00:22", "End Time (UTC) of exposure")
                .card("TIMESYS", "TT")
                .card("RADECSYS", "FK5")
                .card("EQUINOX", 2000.0)
                .card("REFXCTYP", "RA---TAN")
                .card("REFXCRPX", 25921)
                .card("REFXCRVL", 49.9778)
                .card("REFXCDLT", -1.38888888888889e-05)
                .card("REFXLMIN", 1)
                .card("REFXLMAX", 51840)
                .card("REFYCTYP", "DEC--TAN")
                .card("REFYCRPX", 25921)
                .card("REFYCRVL", 41.4933)
                .card("REFYCDLT", 1.38888888888889e-05)
                .card("REFYLMIN", 1)
                .card("REFYLMAX", 51840)
                .card("FRMTIME", 73, "[ms] Frame Time, nearest integer")
                .card("LIVETI01", 900.5)
                .card("LIVETI04", 1000.5)
                .column("TIME", "D", 1, 2)
                .column("X", "J", 20000, 30000)
                .column("Y", "J", 20000, 30000)
                .column("PI", "I", 300, 9000);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(49.9778, within(2e-5));
        assertThat(row.get(ObsCoreColumn.S_RA).origin()).isEqualTo(new Origin.Wcs("EVENTS"));
        assertThat(row.number(ObsCoreColumn.S_FOV).orElseThrow()).isCloseTo(1.018, within(0.001));
        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(1000.5);
        assertThat(row.number(ObsCoreColumn.T_RESOLUTION).orElseThrow()).isCloseTo(0.073, within(1e-12));
        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(51939 + (15 * 3600 + 44 * 60 + 46) / 86400.0, within(MILLISECOND));
        assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("0105070101");
        assertThat(row.get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    @Test
    void anIntegralImageCountsInDaysAndItsVarianceIsNoProductOfItsOwn() {
        FitsBuilder fits = new FitsBuilder();
        for (String type : List.of("INTENSITY", "VARIANCE")) {
            fits.image("ISGR-SKY.-IMA", -32, 8, 8)
                    .wcs(83.63, 22.01, 0.08)
                    .card("IMATYPE", type)
                    .card("E_MIN", 20.0, "[keV] lower energy limit")
                    .card("E_MAX", 40.0, "[keV] upper energy limit")
                    .card("TSTART", 1323.5, "[d] start time")
                    .card("TSTOP", 1323.6)
                    .card("MJDREF", 51544.0)
                    .card("TIMEUNIT", "d")
                    .card("TIMESYS", "TT");
        }

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(52867.5 - 64.184 / 86400, within(MILLISECOND));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(6.19920992e-11, within(1e-18));
        assertThat(row.number(ObsCoreColumn.S_DEC).orElseThrow()).isCloseTo(22.01, within(0.1));
    }

    @Test
    void aNicerClockIsCorrectedByItsTimezero() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", "NICER")
                .card("TSTART", 126230400.0)
                .card("TSTOP", 126231400.0)
                .card("TIMEZERO", -1.0)
                .card("MJDREFI", 56658)
                .card("MJDREFF", 0.000777592592592593)
                .card("TIMESYS", "TT")
                .column("TIME", "D", 126230401.0)
                .column("PI", "J", 100);

        assertThat(row(fits).number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(56658 + (126230400.0 - 1 - 2) / 86400, within(MILLISECOND));
    }

    @Test
    void aRosatClockWithoutAScaleIsTerrestrialTimeByOgipAndSaysSo() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("STDEVT"), "EVENTS")
                .card("TIMESYS", "MJD")
                .card("MJDREFI", 48043)
                .card("MJDREFF", 0.879745370370074)
                .card("TSTART", 1000.0)
                .card("TSTOP", 2000.0)
                .column("TIME", "D", 1001.0)
                .column("PHA", "I", 12);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.T_MIN)
                        .isPresent())
                .isTrue();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("ogip-timesys-unknown"));
    }
}
