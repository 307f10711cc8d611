// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.mapping.MappingFinding;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Files with the header habits of missions that the shared data lack, as their handbooks describe them. Times
/// in UTC were computed with astropy.
class OtherMissionsTest {

    private static final double MILLISECOND = 1e-3 / 86400;

    @TempDir
    Path folder;

    private FileDescription describe(FitsBuilder fits) {
        return new ProductDescriber(Rules.none()).describe(fits.write(folder.resolve("file.fits")), Siblings.none());
    }

    private ObsCoreRow row(FitsBuilder fits) {
        FileDescription description = describe(fits);
        assertThat(description.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(description.products()).hasSize(1);
        return description.products().getFirst().row();
    }

    private static FitsTable ogip(FitsTable table, String first) {
        return table.card("HDUCLASS", "OGIP").card("HDUCLAS1", first);
    }

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

    @Test
    void aSourceListIsATableOfMeasurements() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("RA_PNT", 10.0).card("DEC_PNT", -20.0).card("OBS_ID", "0400620101");
        fits.table("SRCLIST")
                .column("RA", "D", 10.1, 10.2)
                .column("DEC", "D", -20.1, -20.2)
                .column("EP_8_FLUX", "E", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("measurements");
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(10.0, within(1e-9));
    }

    @Test
    void aDetectorImageIsNotReadAsSky() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(16, 40, 30)
                .card("CTYPE1", "DETX")
                .card("CRVAL1", -18243.5)
                .card("CRPIX1", 1)
                .card("CDELT1", 80)
                .card("CTYPE2", "DETY")
                .card("CRVAL2", -17000.5)
                .card("CRPIX2", 1)
                .card("CDELT2", 80)
                .card("RA_PNT", 49.97)
                .card("DEC_PNT", 41.49);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(49.97, within(1e-9));
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_XEL1).value()).isEqualTo(40L);
    }

    @Test
    void anEnergyRangeWithoutAUnitIsNotGuessed() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("RATE"), "LIGHTCURVE")
                .card("E_MIN", 0.3)
                .card("E_MAX", 10.0)
                .column("TIME", "D", 1, 2)
                .column("RATE", "E", 1, 2)
                .unit("count/s");

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.EM_MIN)
                        .isPresent())
                .isFalse();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("ogip-energy-unit-missing"));
    }

    @Test
    void twoSpectraOfOneFileAreTwoProducts() {
        FitsBuilder fits = new FitsBuilder();
        for (String backfile : List.of("self.pha", "none")) {
            ogip(fits.table("SPECTRUM"), "SPECTRUM")
                    .card("BACKFILE", backfile)
                    .card("RESPFILE", "a.rmf[2]")
                    .column("CHANNEL", "I", 1, 2)
                    .column("COUNTS", "J", 1, 2);
        }

        FileDescription description = describe(fits);

        assertThat(description.products()).hasSize(2);
        assertThat(description.products().getFirst().references())
                .containsExactly(new Reference("BACKFILE", "self.pha"), new Reference("RESPFILE", "a.rmf"));
        assertThat(description.products().getLast().references()).containsExactly(new Reference("RESPFILE", "a.rmf"));
        assertThat(description.consulted()).isEmpty();
    }

    @Test
    void aSpectrumTakesItsEnergiesFromTheResponseBesideIt() {
        FitsBuilder response = new FitsBuilder();
        ogip(response.table("MATRIX"), "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .column("ENERG_LO", "E", 0, 0.5)
                .unit("keV")
                .column("ENERG_HI", "E", 0.5, 12)
                .unit("keV");
        Path rmf = response.write(folder.resolve("a.rmf"));
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RESPFILE", "/data/of/another/host/a.rmf")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);
        Path spectrum = fits.write(folder.resolve("a.pha"));

        FileDescription description = new ProductDescriber(Rules.none()).describe(spectrum, Siblings.sameFolder());
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(description.consulted()).containsExactly(rmf);
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin())
                .isEqualTo(new Origin.LinkedFile("/data/of/another/host/a.rmf", "MATRIX ENERG_LO+ENERG_HI"));
        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1.03320165e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.47968397e-9, within(1e-17));
        assertThat(row.get(ObsCoreColumn.S_RA).value()).isNull();
    }

    @Test
    void aGratingSpectrumHasTheWavelengthsOfItsBins() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2)
                .column("BIN_LO", "D", 21.5, 1.0)
                .unit("angstrom")
                .column("BIN_HI", "D", 22.0, 1.5)
                .unit("angstrom");

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.2e-9, within(1e-17));
        assertThat(row.text(ObsCoreColumn.EM_UCD)).contains("em.wl");
    }

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
    void aWordForUnknownIsNoValue() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("TELESCOP", "unknown")
                .card("OBJECT", "NotSet")
                .card("OBS_ID", "n.a")
                .column("CHANNEL", "I", 1, 2)
                .column("RATE", "E", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.get(ObsCoreColumn.FACILITY_NAME).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.TARGET_NAME).isPresent()).isFalse();
        assertThat(row.text(ObsCoreColumn.OBS_ID)).isEqualTo(Optional.of("file"));
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

    @Test
    void aPositionInIcrsStaysAsItIsWritten() {
        for (double ra : new double[] {249.97, 83.633, 0.1, 359.99}) {
            FitsBuilder fits = new FitsBuilder();
            ogip(fits.table("SPECTRUM"), "SPECTRUM")
                    .card("RA_OBJ", ra)
                    .card("DEC_OBJ", -23.38)
                    .column("CHANNEL", "I", 1, 2)
                    .column("COUNTS", "J", 1, 2);

            ObsCoreRow row = row(fits);

            assertThat(row.number(ObsCoreColumn.S_RA)).contains(ra);
            assertThat(row.number(ObsCoreColumn.S_DEC)).contains(-23.38);
        }
    }

    @Test
    void anImageInAUnitThatIsNoAngleHasNoPositionOfItsCoordinates() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().axes(16, 40, 30).card("CUNIT1", "hourangle").wcs(5.5, 22.01, 0.08);

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.S_RA)
                        .isPresent())
                .isFalse();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("wcs-unit-unknown"));
    }

    @Test
    void aPositionInHoursMinutesAndSecondsIsRead() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RA_OBJ", "05:34:31.9")
                .card("DEC_OBJ", "-00:30:36")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(83.6329166667, within(1e-9));
        assertThat(row.number(ObsCoreColumn.S_DEC).orElseThrow()).isCloseTo(-0.51, within(1e-9));
    }

    @Test
    void aCardThatHoldsNoNumberIsNamedWithItsValueAndIsTheReasonOfTheNull() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RA_OBJ", "late")
                .card("DEC_OBJ", "-00:30:36")
                .card("TSTART", "NaN")
                .card("TSTOP", 524667000.0)
                .card("MJDREFI", 51910)
                .card("EXPOSURE", "1E+400")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.get(ObsCoreColumn.T_MIN).origin())
                .isEqualTo(new Origin.Absent("TSTART holds 'NaN', no number that can be used"));
        assertThat(row.get(ObsCoreColumn.T_EXPTIME).origin())
                .isEqualTo(new Origin.Absent("EXPOSURE holds '1E+400', no number that can be used"));
        assertThat(row.get(ObsCoreColumn.S_RA).isPresent()).isFalse();
        assertThat(description.findings())
                .filteredOn(finding -> finding.code() == MappingFinding.VALUE_NOT_A_NUMBER)
                .hasSize(3);
    }

    @Test
    void anEventWithoutAnEnergyDoesNotHideTheEnergiesOfTheOthers() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .column("TIME", "D", 1, 2, 3)
                .column("ENERGY", "E", -1, 0.5, 8)
                .unit("keV");

        assertThat(row(fits).number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.47968397e-9, within(1e-17));
    }

    @Test
    void anImageWhoseReferenceWasLeftAtZeroHasASizeAndNoPlace() {
        FitsBuilder unset = new FitsBuilder();
        unset.image("IMAGE", -32, 40, 30).wcs(0, 0, 0.01);
        FitsBuilder supported = new FitsBuilder();
        supported
                .image("IMAGE", -32, 40, 30)
                .wcs(0, 0, 0.01)
                .card("RA_PNT", 0.01)
                .card("DEC_PNT", 0.0);

        ObsCoreRow row = row(unset);

        assertThat(row.get(ObsCoreColumn.S_RA).isPresent()).isFalse();
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
        assertThat(row.number(ObsCoreColumn.S_PIXEL_SCALE).orElseThrow()).isCloseTo(36, within(1e-6));
        assertThat(row(supported).get(ObsCoreColumn.S_REGION).isPresent()).isTrue();
    }
}
