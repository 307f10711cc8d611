// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.mapping.MappingFinding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// What the dialect of a mission adds to its headers: numbers from the documents named in the dialects, times in UTC
/// from astropy 5.2.1.
class MissionDialectsTest extends DescribedFiles {

    private static final double HC_EV_METRES = 1.239841984332e-6;
    private static final double MILLISECOND = 1e-3 / 86400;

    private static FitsTable events(FitsBuilder fits, String telescop, String instrume) {
        return ogip(fits.table("EVENTS"), "EVENTS")
                .card("TELESCOP", telescop)
                .card("INSTRUME", instrume)
                .column("TIME", "D", 1, 2, 3);
    }

    /// Channel n of Chandra ends at n * 14.6 eV; channel n of NuSTAR starts at 1.6 keV + n * 40 eV. ROSAT's are
    /// those of EBOUNDS in pspcc_gain1_256.rsp.
    @ParameterizedTest
    @CsvSource({
        "XMM, EPN, 300, 9000, 300, 9001",
        "CHANDRA, ACIS, 35, 479, 496.4, 6993.4",
        "SWIFT, XRT, 30, 999, 300, 10000",
        "NuSTAR, FPMA, 35, 1909, 3000, 78000",
        "NICER, XTI, 25, 1199, 250, 12000",
        "ASCA, SIS0, 200, 2000, 730, 7303.65",
        "ROSAT, PSPCB, 11, 235, 114.0844, 2344.4644",
        "SUZAKU, XIS1, 200, 2000, 730, 7303.65",
        "XRISM, RESOLVE, 4000, 19999, 2000, 10000",
    })
    void channelsHaveTheEnergiesThatTheMissionDocuments(
            String telescop, String instrume, int first, int last, double lowEv, double highEv) {
        FitsBuilder fits = new FitsBuilder();
        events(fits, telescop, instrume).column("PI", "J", last, first, first);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(lowEv, within(1e-6));
        assertThat(row.number(ObsCoreColumn.ENERGY_MAX).orElseThrow()).isCloseTo(highEv, within(1e-6));
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin().kind()).isEqualTo("derived");
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin().detail())
                .startsWith("EVENTS PI: events in channels " + first + " to " + last);
    }

    @Test
    void channelsOfEventsWithoutAnEnergyAreLeftOut() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI").column("PI", "J", -1, 0, 500);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(5000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"ELSEWHERE, XTI", "NICER, OTHER", "CHANDRA, HRC", "XMM, RGS1", "GLAST, GBM"})
    void channelsOfInstrumentsWithoutADocumentedRelationAreNoEnergies(String telescop, String instrume) {
        FitsBuilder fits = new FitsBuilder();
        events(fits, telescop, instrume).column("PI", "J", 100, 200, 300);

        assertThat(row(fits).get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    @Test
    void aClockWhoseZeroTheFileLeavesOutHasThatOfTheMission() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI").card("TSTART", 3.0e8).card("TSTOP", 3.0e8 + 600);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow()).isCloseTo(60130.22219907407, within(MILLISECOND));
        assertThat(row.get(ObsCoreColumn.T_MIN).origin()).isInstanceOf(Origin.Standard.class);
        assertThat(row.get(ObsCoreColumn.T_MIN).origin().detail())
                .contains(
                        "HEASARC, analysis thread Definition of TIME in NICER Data Files",
                        "TSTART with MJDREF 56658.000777593");
    }

    @Test
    void integralCountsDays() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "INTEGRAL", "IBIS").card("TSTART", 6000.25).card("TSTOP", 6000.5);

        assertThat(row(fits).number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(57544.24921083333, within(MILLISECOND));
    }

    @Test
    void aClockThatIsNotTheMissionsStaysUndated() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI")
                .card("TSTART", 3.0e8)
                .card("TSTOP", 3.0e8 + 600)
                .card("TIMESYS", "UTC");

        assertThat(row(fits).get(ObsCoreColumn.T_MIN).isPresent()).isFalse();
    }

    @Test
    void readingsFromBeforeTheLaunchAreThoseOfAnotherClock() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "XMM", "EPN").card("TSTART", 80000.0).card("TSTOP", 100000.0);

        assertThat(row(fits).get(ObsCoreColumn.T_MIN).isPresent()).isFalse();
    }

    @Test
    void theProposalOfXmmNewtonIsTheStartOfItsObservation() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "XMM", "EPN").card("OBS_ID", "0405320501");
        FitsBuilder other = new FitsBuilder();
        events(other, "NuSTAR", "FPMA").card("OBS_ID", "0405320501");
        FitsBuilder odd = new FitsBuilder();
        events(odd, "XMM", "EPN").card("OBS_ID", "040532");

        assertThat(row(fits).text(ObsCoreColumn.PROPOSAL_ID)).contains("040532");
        assertThat(row(other).text(ObsCoreColumn.PROPOSAL_ID)).isEmpty();
        assertThat(row(odd).text(ObsCoreColumn.PROPOSAL_ID)).isEmpty();
    }

    @Test
    void aRoundFieldOfViewLiesAroundThePointing() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI").card("RA_PNT", 83.63).card("DEC_PNT", 22.01);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.S_FOV).orElseThrow()).isCloseTo(6.18 / 60, within(1e-12));
        assertThat(row.text(ObsCoreColumn.S_REGION).orElseThrow()).startsWith("CIRCLE ICRS 83.63 22.01 0.0515");
        assertThat(row.get(ObsCoreColumn.S_FOV).origin().detail())
                .isEqualTo(
                        "field of view of XTI around EVENTS RA_PNT+DEC_PNT; "
                                + "NICER Mission Guide, overview of the X-ray Timing Instrument: field of view 30 square arcmin");
    }

    @Test
    void aRectangularFieldOfViewHasADiagonalAndNoRegion() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "SVOM", "ECLAIRs").card("RA_PNT", 83.63).card("DEC_PNT", 22.01);

        ObsCoreRow row = row(fits);

        // 2 atan(sqrt(2) tan(44.5 deg))
        assertThat(row.number(ObsCoreColumn.S_FOV).orElseThrow()).isCloseTo(108.5257, within(1e-4));
        assertThat(row.get(ObsCoreColumn.S_REGION).isPresent()).isFalse();
    }

    @Test
    void aFieldOfViewNeedsAPointing() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI").card("RA_OBJ", 83.63).card("DEC_OBJ", 22.01);

        assertThat(row(fits).get(ObsCoreColumn.S_FOV).isPresent()).isFalse();
    }

    @Test
    void theCentreOfATileIsAPointingOfErositaOnly() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "eROSITA", "MERGED").card("RA_CEN", 130.5).card("DEC_CEN", 1.2);
        FitsBuilder other = new FitsBuilder();
        events(other, "NuSTAR", "FPMA").card("RA_CEN", 130.5).card("DEC_CEN", 1.2);

        assertThat(row(fits).number(ObsCoreColumn.S_RA)).isEqualTo(Optional.of(130.5));
        assertThat(row(other).number(ObsCoreColumn.S_RA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(RAWY > 12) && (FLAG == 0 || FLAG & 0x10000 != 0) && (PI in [500:2000]) && (PATTERN in [0:4]); 500; 2001",
                "PI in (200:12000)&&PATTERN<=12; 200; 12001",
                "(PI in [500:2000]) || (PATTERN == 0); ;",
                "(PI in [500:2000]) && (PI > 700); ;",
                "!(PI in [500:2000]); ;",
                "((PI in [500:2000]) && (FLAG == 0)); ;",
            })
    void anImageHasTheEnergiesThatItsExpressionSelects(String expression, Double lowEv, Double highEv) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(32, 4, 4)
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("SLCTEXPR", expression);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).map(Math::rint).orElse(null))
                .isEqualTo(lowEv);
        assertThat(row.number(ObsCoreColumn.ENERGY_MAX).map(Math::rint).orElse(null))
                .isEqualTo(highEv);
    }

    @Test
    void aLightCurveHasTheEnergiesOfTheChannelsSelected() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("RATE"), "LIGHTCURVE")
                .card("TELESCOP", "CHANDRA")
                .card("INSTRUME", "ACIS")
                .card("DSTYP1", "PI")
                .card("DSVAL1", "35:479")
                .column("TIME", "D", 1, 2)
                .column("RATE", "E", 1, 2);

        assertThat(row(fits).number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(496.4, within(1e-6));
    }

    @Test
    void aSpectrumWithoutAResponseHasTheEnergiesOfAllChannels() {
        FitsBuilder fits = new FitsBuilder();
        spectrum(fits, 1024);
        FitsBuilder regrouped = new FitsBuilder();
        spectrum(regrouped, 512);

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(row.number(ObsCoreColumn.ENERGY_MAX).orElseThrow()).isCloseTo(10240, within(1e-6));
        assertThat(description.findings()).anyMatch(finding -> finding.code() == MappingFinding.CHANNELS_AS_BAND);
        assertThat(row(regrouped).get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    private static void spectrum(FitsBuilder fits, int channels) {
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("TELESCOP", "SWIFT")
                .card("INSTRUME", "XRT")
                .card("CHANTYPE", "PI")
                .card("DETCHANS", channels)
                .column("CHANNEL", "I", 0, 1)
                .column("COUNTS", "J", 3, 4);
    }

    @Test
    void anImageInDetectorAxesLiesInTheFieldOfItsEvents() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .axes(32, 4, 4)
                .card("CTYPE1", "DETX")
                .card("CTYPE2", "DETY")
                .card("CRVAL1", -18243.5)
                .card("CRVAL2", -16493.5)
                .card("RA_PNT", 49.98)
                .card("DEC_PNT", 41.49)
                .card("RADECSYS", "FK5")
                .card("EQUINOX", 2000.0);
        for (String axis : new String[] {"X", "Y"}) {
            fits.primary()
                    .card("REF" + axis + "CTYP", axis.equals("X") ? "RA---TAN" : "DEC--TAN")
                    .card("REF" + axis + "CRPX", 25921)
                    .card("REF" + axis + "CRVL", axis.equals("X") ? 49.9778 : 41.4933)
                    .card("REF" + axis + "CDLT", axis.equals("X") ? -1.38888888888889e-05 : 1.38888888888889e-05)
                    .card("REF" + axis + "LMIN", 1)
                    .card("REF" + axis + "LMAX", 51840)
                    .card("REF" + axis + "DMIN", 7921)
                    .card("REF" + axis + "DMAX", 43921);
        }

        FileDescription description = describe(fits);
        ObsCoreRow row = description.products().getFirst().row();

        // 36,001 pixels of 0.05 arcsec, and the square root of 2
        assertThat(row.number(ObsCoreColumn.S_FOV).orElseThrow()).isCloseTo(0.70713, within(2e-5));
        assertThat(row.text(ObsCoreColumn.S_REGION).orElseThrow()).startsWith("POLYGON ICRS");
        assertThat(row.number(ObsCoreColumn.S_RA).orElseThrow()).isCloseTo(49.98, within(2e-5));
        assertThat(row.get(ObsCoreColumn.S_PIXEL_SCALE).isPresent()).isFalse();
        assertThat(description.findings()).anyMatch(finding -> finding.code() == MappingFinding.GRID_AS_FIELD);
    }

    @Test
    void theEnergiesOfIsgriHaveANameOfTheirOwn() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "INTEGRAL", "IBIS")
                .column("ISGRI_ENERGY", "E", 18, 60, 200)
                .unit("keV");

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(HC_EV_METRES / 2e5, within(1e-22));
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin()).isEqualTo(new Origin.Column("EVENTS", "ISGRI_ENERGY"));
    }

    @Test
    void headersAreNeverOverruledByADialect() {
        FitsBuilder fits = new FitsBuilder();
        events(fits, "NICER", "XTI")
                .card("MJDREFI", 51910)
                .card("MJDREFF", "7.428703703703703D-4")
                .card("TSTART", 3.0e8)
                .card("TSTOP", 3.0e8 + 600)
                .card("E_MIN", 0.3, "[keV]")
                .card("E_MAX", 10.0, "[keV]")
                .column("PI", "J", 100, 200, 300);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.T_MIN).orElseThrow())
                .isCloseTo(51910 + (3.0e8 - 2) / 86400, within(MILLISECOND));
        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(300, within(1e-6));
        assertThat(row.text(ObsCoreColumn.FACILITY_NAME)).contains("NICER");
    }
}
