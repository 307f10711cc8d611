// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsImage;
import org.vo4he.testkit.SharedData;

/// [ObservedProvenance] against real headers of SAS, CIAO and HEASoft, and against the examples of the ESO and
/// SOLARNET documents.
class ObservedProvenanceTest {

    @TempDir
    private Path folder;

    private static List<ProvenanceStep> steps(String shared, int hdu) throws Exception {
        try (FitsFile fits = FitsFile.open(SharedData.data(shared))) {
            return ObservedProvenance.of(fits, fits.hdus().get(hdu));
        }
    }

    private List<ProvenanceStep> steps(Consumer<FitsImage> header) throws Exception {
        FitsBuilder builder = new FitsBuilder();
        header.accept(builder.primary());
        Path file = folder.resolve("file.fits");
        builder.write(file);
        try (FitsFile fits = FitsFile.open(file)) {
            return ObservedProvenance.of(fits, fits.hdus().getFirst());
        }
    }

    private static List<String> inputs(ProvenanceStep step) {
        return step.arguments().stream()
                .filter(Argument.Input.class::isInstance)
                .map(argument -> ((Argument.Input) argument).file().path())
                .toList();
    }

    private static List<String> outputs(ProvenanceStep step) {
        return step.arguments().stream()
                .filter(Argument.Output.class::isInstance)
                .map(argument -> ((Argument.Output) argument).file().path())
                .toList();
    }

    private static Optional<String> value(ProvenanceStep step, String name) {
        return step.arguments().stream()
                .filter(Argument.Parameter.class::isInstance)
                .map(Argument.Parameter.class::cast)
                .filter(parameter -> parameter.name().filter(name::equals).isPresent())
                .map(Argument.Parameter::value)
                .findFirst();
    }

    @Test
    void aLongCommandLineOfSasIsOneStepWithItsTimeAndItsFiles() throws Exception {
        List<ProvenanceStep> steps = steps("xmm-superres-denoise/real/full/0724270101_image_500_2000_101.45ks.fits", 0);

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.name()).contains("evselect");
            assertThat(step.version()).contains("3.71.1, xmmsas_20201028_0905-19.0.0");
            assertThat(step.ended()).contains("2021-10-21T03:20:40.000");
            assertThat(step.observed()).contains("XPROC0 of PRIMARY");
            assertThat(inputs(step))
                    .containsExactly("/home/sam/Documents/ESA/data/tmp/0724270101/work/evlist_clean.fits");
            assertThat(outputs(step)).singleElement().asString().endsWith("/full/image_500_2000.fits");
            assertThat(value(step, "spectrumset")).as("withspectrumset=no").contains("spectrum.fits");
            assertThat(value(step, "expression"))
                    .contains("(RAWY > 12) && (FLAG == 0 || FLAG & 0x10000 != 0) && (PI in [500:2000])"
                            + " && (PATTERN in [0:4])");
        });
    }

    @Test
    void stepsOfSasComeInTheOrderInWhichTheyRan() throws Exception {
        List<ProvenanceStep> steps = steps("sherpa-test-data/xmmrgs/P0112880201R1S004SRSPEC1003.FTZ", 1);

        assertThat(steps).extracting(ProvenanceStep::title).startsWith("rgsspectrum", "addattribute");
        assertThat(steps.stream().map(step -> step.ended().orElseThrow())).isSorted();
    }

    @Test
    void ciaosHistoryIsItsToolsWithTheFilesBeforeTheirFilters() throws Exception {
        List<ProvenanceStep> steps = steps("sherpa-test-data/3c273.pi", 1);

        assertThat(steps).extracting(ProvenanceStep::title).startsWith("dmextract", "dmgroup");
        ProvenanceStep extraction = steps.getFirst();
        assertThat(extraction.ended()).contains("2003-06-18T20:56:13");
        assertThat(inputs(extraction)).containsExactly("acisf00459N002_evt2.fits");
        assertThat(outputs(extraction)).containsExactly("3c273.pi");
        assertThat(((Argument.Input) extraction.arguments().getFirst()).file().description())
                .isEqualTo("acisf00459N002_evt2.fits[sky=region(3c273.reg)][bin pi]");
        assertThat(value(extraction, "error")).contains("gaussian");
    }

    @Test
    void heasoftsParameterListIsReadFromThePrimaryHeaderToo() throws Exception {
        ProvenanceStep step =
                steps("BXA/examples/sherpa/swift/interval0pc.pi", 1).getFirst();

        assertThat(step.title()).isEqualTo("xrtscreen");
        assertThat(step.version()).contains("0.4.9");
        assertThat(step.observed()).contains("HISTORY of PRIMARY");
        assertThat(inputs(step)).first().isEqualTo("/fbdata/autoproc/pipeline_mB25513/sw00255445000xpcw2po_uf.evt");
        assertThat(value(step, "GTIEXPR").orElseThrow())
                .startsWith("(ELV>=28||BR_EARTH>=120)")
                .endsWith("(SETTLED==1&&TEN_ARCMIN==0&&SAFEHOLD==0))");
        assertThat(value(step, "HKRANGEFILE")).contains("CALDB");
    }

    @Test
    void aListOfFilesOfHeasoftIsItsFiles() throws Exception {
        List<ProvenanceStep> steps = steps("stingray/xte_gx_test.evt.gz", 1);

        assertThat(steps).extracting(ProvenanceStep::title).containsExactly("axBary", "barycorr");
        assertThat(inputs(steps.getLast()))
                .contains("/FTP/rxte/data/archive/AO13/P94123/94123-01-81-10/orbit/FPorbit_Day5830");
        assertThat(value(steps.getLast(), "orbitfiles")).contains("@orbit.txt");
    }

    @Test
    void sasHistoryCutAtTheEndOfACardIsReadWhereThereIsNoCommandLine() throws Exception {
        List<ProvenanceStep> steps = steps(primary -> primary.commentary(
                        "HISTORY", "Created by evselect (evselect-3.71.1) [xmmsas_20201028_0905-19.0.0] at 2")
                .commentary("HISTORY", "021-10-21T03:20:40")
                .commentary("HISTORY", "free text"));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.title()).isEqualTo("evselect");
            assertThat(step.version()).contains("3.71.1, xmmsas_20201028_0905-19.0.0");
            assertThat(step.ended()).contains("2021-10-21T03:20:40");
        });
    }

    @Test
    void firstFtoolsAndCommandLinesAreRead() throws Exception {
        List<ProvenanceStep> steps =
                steps(primary -> primary.commentary("HISTORY", "TASK: FSORT on FILENAME: interval0pc.evt+1")
                        .commentary("HISTORY", "fsort3.1f at 2016-11-21T19:53:58")
                        .commentary("HISTORY", "Cmd Line: mkarf outfile=data2.arf asphistfile=data2.asp grating=NONE"));

        assertThat(steps).extracting(ProvenanceStep::title).containsExactly("fsort", "mkarf");
        assertThat(steps.getFirst().version()).contains("3.1f");
        assertThat(inputs(steps.getFirst())).containsExactly("interval0pc.evt");
        assertThat(inputs(steps.getLast())).containsExactly("data2.asp");
        assertThat(outputs(steps.getLast())).containsExactly("data2.arf");
    }

    /// Keywords as in ESO-044156; values of a bias of SOXS.
    @Test
    void recipesOfEsoHaveRawAndCalibrationFilesWithTheirDigests() throws Exception {
        List<ProvenanceStep> steps = steps(primary -> primary.rawCard("HIERARCH ESO PRO REC1 ID = 'soxs-mbias'")
                .rawCard("HIERARCH ESO PRO REC1 PIPE ID = 'soxspipe/v0.12'")
                .rawCard("HIERARCH ESO PRO REC1 RAW1 NAME = 'raw-science.fits'")
                .rawCard("HIERARCH ESO PRO REC1 RAW1 CATG = 'BIAS_VIS'")
                .rawCard("HIERARCH ESO PRO REC1 CAL1 NAME = 'dark.fits'")
                .rawCard("HIERARCH ESO PRO REC1 CAL1 DATAMD5 = '70237715eb696d0cf9dc67431f353b44'")
                .rawCard("HIERARCH ESO PRO REC1 PARAM1 NAME = 'frame-clipping-sigma'")
                .rawCard("HIERARCH ESO PRO REC1 PARAM1 VALUE = 3.0")
                .rawCard("HIERARCH ESO PRO REC2 ID = 'soxs-mdark'"));

        assertThat(steps).extracting(ProvenanceStep::title).containsExactly("soxs-mbias", "soxs-mdark");
        assertThat(steps.getFirst().version()).contains("soxspipe/v0.12");
        assertThat(inputs(steps.getFirst())).containsExactly("raw-science.fits", "dark.fits");
        DataFile dark = ((Argument.Input) steps.getFirst().arguments().get(1)).file();
        assertThat(dark.checksum()).contains("datamd5:70237715eb696d0cf9dc67431f353b44");
        assertThat(value(steps.getFirst(), "frame-clipping-sigma")).contains("3.0");
    }

    /// The example of the SOLARNET recommendations, section 8.2.
    @Test
    void stepsOfSolarnetHaveProcedureVersionParametersAndLibraries() throws Exception {
        List<ProvenanceStep> steps = steps(primary -> primary.card("PRSTEP1", "MOMFBD")
                .card("PRPROC1", "zun_momf.pro")
                .card("PRPVER1", 1.5)
                .card("PRMODE1", "BALANCED")
                .card("PRPARA1", "ITER=5,MANUAL=1")
                .card("PRREF1", "<miss.influencer@esa.int>")
                .card("PRLIB1A", "ZUNRED")
                .card("PRVER1A", 32214)
                .card("PRSTEP2", "Y-BINNING")
                .card("PRPARA2", "burn-in correction data version: 2023-06-15"));

        assertThat(steps).extracting(ProvenanceStep::title).containsExactly("zun_momf.pro", "Y-BINNING");
        assertThat(steps.getFirst().version()).contains("1.5");
        assertThat(value(steps.getFirst(), "ITER")).contains("5");
        assertThat(value(steps.getFirst(), "MANUAL")).contains("1");
        assertThat(value(steps.getFirst(), "PRLIBA")).contains("ZUNRED 32214");
        assertThat(value(steps.getLast(), "PRPARA")).contains("burn-in correction data version: 2023-06-15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gammapy 2.0.dev2334+g1131f6511|Gammapy|2.0.dev2334+g1131f6511",
                "dmextract - Version CIAO 4.3|dmextract|CIAO 4.3",
                "dmgroup - CIAO3.3|dmgroup|CIAO3.3",
                "mkarf v0.5.0-0|mkarf|0.5.0-0",
                "evselect (evselect-3.62) [xmmsas_20141104_1833-14.0.0]|evselect|3.62, xmmsas_20141104_1833-14.0.0",
                "acis_extract, version 2010-02-26|acis_extract|2010-02-26",
                "lcurve 1.0 (xronos6.0)|lcurve|1.0 (xronos6.0)",
                "GammaLib|GammaLib|",
                "Infrared Processing and Analysis Center|Infrared Processing and Analysis Center|",
            })
    void aCreatorIsAProgramAndItsVersion(String creator, String program, String version) throws Exception {
        assertThat(steps(primary -> primary.card("CREATOR", creator)))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.title()).isEqualTo(program);
                    assertThat(step.version()).isEqualTo(Optional.ofNullable(version));
                    assertThat(step.observed()).contains("CREATOR of PRIMARY");
                });
    }

    @Test
    void freeTextIsNoStep() throws Exception {
        assertThat(steps(primary -> primary.commentary("HISTORY", "Looks fine to me at 12:30")
                        .commentary("HISTORY", "P1 = 3")
                        .commentary("HISTORY", "TOOL :")))
                .isEmpty();
    }

    @Test
    void nothingThatWasObservedMayBeEdited() throws Exception {
        for (ProvenanceStep step : steps("sherpa-test-data/3c273.pi", 1)) {
            assertThat(step.arguments())
                    .isEqualTo(step.arguments().stream().map(Argument::fixed).toList());
        }
    }

    @Test
    void aQuoteThatDoesNotCloseEndsWithTheText() {
        assertThat(CommandLine.of("task a='b c d=\"e  f").arguments())
                .containsExactly(new CommandLine.Argument("a", "b c d=\"e  f"));
        assertThat(CommandLine.of("").program()).isEmpty();
    }
}
