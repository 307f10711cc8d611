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

/// Clocks, dates and exposures as headers of many missions write them. Times in UTC were computed with astropy.
class ClockHabitsTest extends DescribedFiles {

    private static final double MILLISECOND = 1e-3 / 86400;

    @Test
    void aClockThatReadsZeroTwiceIsNotSet() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TSTART", 0.0)
                .card("TSTOP", 0.0)
                .card("MJDREFI", 51910)
                .column("TIME", "D", 1.0)
                .column("PI", "J", 100);

        assertThat(row(fits).get(ObsCoreColumn.T_MIN).isPresent()).isFalse();
    }

    @Test
    void aCommentThatSaysUtcOfOneDateSaysItOfBothAlsoWhereTheCardCutsItOff() {
        FitsBuilder fits = spectrumWithDates(
                "2008-08-04T15:43:36.0000", "start date and time of the observation (U",
                "2013-08-04T00:00:00.0000", "end date and time of the observation (UTC");
        fits.primary().card("TIMESYS", "TT");

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(54682 + (15 * 3600 + 43 * 60 + 36) / 86400.0, within(MILLISECOND));
        assertThat(row.number(ObsCoreColumn.T_MAX)).contains(56508.0);
    }

    @Test
    void aCommentThatSaysUniversalTimeInAnotherWordIsBelieved() {
        for (String comment : List.of("UT date of Observation", "start (GMT)", "utc")) {
            FitsBuilder fits = spectrumWithDates("2008-08-04T12:00:00", comment, "2008-08-04T13:00:00", "OUTPUT");
            fits.primary().card("TIMESYS", "TT");

            assertThat(row(fits).number(ObsCoreColumn.T_MIN)).as(comment).contains(54682.5);
        }
    }

    @Test
    void datesWithoutAScaleAreUtcByFitsAndTerrestrialTimeByOgip() {
        FitsBuilder plain = spectrumWithDates("2008-08-04T12:00:00", "start", "2008-08-04T13:00:00", "OUTPUT");
        FitsBuilder ogip = spectrumWithDates("2008-08-04T12:00:00", "start", "2008-08-04T13:00:00", "end");
        ogip.primary().card("HDUCLASS", "OGIP");

        FileDescription description = describe(plain);
        Product product = description.products().getFirst();

        assertThat(product.row().number(ObsCoreColumn.T_MIN)).contains(54682.5);
        assertThat(product.nativeValues()).containsEntry("TIMESYS", "none: UTC by FITS 4.0, section 9.2.1");
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("ogip-date-utc-by-default"));
        assertThat(row(ogip).number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(54682.5 - 65.184 / 86400, within(MILLISECOND));
    }

    @Test
    void aFreeClockIsNotDatedAndTheRowSaysWhy() {
        FitsBuilder fits = spectrumWithDates("2008-08-04T12:00:00", "start", "2008-08-04T13:00:00", "end");
        fits.primary().card("TIMESYS", "LOCAL");

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.T_MIN)
                        .origin())
                .isEqualTo(new Origin.Absent("TIMESYS names a clock that can't be brought to UTC"));
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("ogip-timesys-unconvertible"));
    }

    @Test
    void aUnitInTheCommentOfAnExposureOrOfAClockReadingIsHonoured() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("EXPOSURE", 2.5, "[ks] live time")
                .card("TSTART", 1323.5, "[d] start time")
                .card("TSTOP", 1323.6, "[d] end time")
                .card("MJDREF", 51544.0)
                .card("TIMESYS", "TT")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.number(ObsCoreColumn.T_EXPTIME)).contains(2500.0);
        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(52867.5 - 64.184 / 86400, within(MILLISECOND));
        assertThat(description.findings()).noneMatch(finding -> finding.code() == MappingFinding.EXPOSURE_EXCEEDS_SPAN);
    }

    @Test
    void anExposureLongerThanTheObservationIsDoubted() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("EXPOSURE", 1003.0)
                .card("TSTART", 524666000.0)
                .card("TSTOP", 524667000.0)
                .card("MJDREFI", 51910)
                .card("TIMESYS", "TT")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        assertThat(describe(fits).findings())
                .anyMatch(finding -> finding.code() == MappingFinding.EXPOSURE_EXCEEDS_SPAN);
    }

    private static FitsBuilder spectrumWithDates(String begin, String beginComment, String end, String endComment) {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("DATE-OBS", begin, beginComment)
                .card("DATE-END", end, endComment)
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);
        return fits;
    }

    @Test
    void aClockMayStartAtAJulianDateOrADateAndLaterByAnOffset() {
        FitsBuilder julian = clock();
        julian.primary().card("JDREFI", 2455000).card("JDREFF", 0.5);
        FitsBuilder single = clock();
        single.primary().card("JDREF", 2455000.5).card("DATEREF", "1999-01-01");
        FitsBuilder date = clock();
        date.primary().card("DATEREF", "2009-06-18T00:00:00");
        FitsBuilder later = clock();
        later.primary().card("MJDREF", 54999.0).card("TIMEOFFS", 86400.0);

        for (FitsBuilder fits : List.of(julian, single, date, later)) {
            // astropy: Time(55000, 1e8 / 86400, format="mjd", scale="tt").utc.mjd
            assertThat(row(fits).number(ObsCoreColumn.T_MIN).orElseThrow())
                    .isCloseTo(56157.40662981482, within(MILLISECOND));
        }
    }

    @Test
    void readingsInAUnitThatNobodyKnowsAreNotTakenForSeconds() {
        FitsBuilder unknown = clock();
        unknown.primary().card("MJDREF", 55000.0).card("TIMEUNIT", "fortnight").card("TIMEDEL", 2.0);

        ObsCoreRow row = row(unknown);

        assertThat(row.get(ObsCoreColumn.T_MIN).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.T_RESOLUTION).isPresent()).isFalse();
        assertThat(describe(unknown).findings())
                .extracting(finding -> finding.code().id())
                .contains("ogip-timeunit-unknown")
                .doesNotContain("ogip-mjdref-missing");
    }

    @Test
    void theTimeOfDayBesideADateIsFoundInBothSpellings() {
        for (String joint : List.of("-", "_")) {
            FitsBuilder fits = new FitsBuilder();
            ogip(fits.table("EVENTS"), "EVENTS")
                    .card("TIMESYS", "UTC")
                    .card("DATE" + joint + "OBS", "08/06/91")
                    .card("TIME" + joint + "OBS", "06:00:00")
                    .card("DATE" + joint + "END", "09/06/91")
                    .card("TIME" + joint + "END", "12:00:00")
                    .column("TIME", "D", 1.0)
                    .column("PI", "J", 100);

            assertThat(row(fits).number(ObsCoreColumn.T_MIN)).contains(48415.25);
            assertThat(row(fits).number(ObsCoreColumn.T_MAX)).contains(48416.5);
        }
    }

    private static FitsBuilder clock() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("TIMESYS", "TT")
                .card("TSTART", 1e8)
                .card("TSTOP", 1e8 + 5000)
                .column("TIME", "D", 1.0)
                .column("PI", "J", 100);
        return fits;
    }
}
