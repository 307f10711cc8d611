// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.EpicFiles;
import org.vo4he.testkit.SharedData;

/// [CannedMatrix]: the names are those under which ESA distributes the matrices of EPIC.
class CannedMatrixTest {

    private static final String SAS_21 = "xmmsas_20230412_1735-21.0.0";

    @TempDir
    Path temporary;

    private Path calibration;

    @BeforeEach
    void folders() throws IOException {
        calibration = Files.createDirectories(temporary.resolve("calibration"));
    }

    private Path spectrum(String instrument, String... cards) {
        return EpicFiles.spectrum(temporary.resolve("spectrum.ds"), instrument, cards);
    }

    private void matrix(String path) {
        EpicFiles.matrix(calibration, path);
    }

    private FileDescription describe(Path spectrum) {
        return new ProductDescriber(Rules.none())
                .describe(spectrum, CalibrationFolders.of(List.of(calibration)).after(Siblings.sameFolder()));
    }

    private static List<String> references(FileDescription description) {
        return description.products().getFirst().references().stream()
                .filter(reference -> reference.keyword().equals("RESPFILE"))
                .map(Reference::name)
                .toList();
    }

    private static List<String> wanted(FileDescription description) {
        return description.findings().stream()
                .filter(finding -> finding.code() == ProductFinding.CANNED_MATRIX_WANTED)
                .map(finding -> finding.message())
                .toList();
    }

    @Test
    void theMatrixOfPnIsFoundUnderTheNameThatItsVersionOfSasHas() throws IOException {
        matrix("PN/epn_e3_ff20_sdY9_v20.0.rmf");
        matrix("PN/epn_e3_ff20_sdY9_v21.0.rmf");

        FileDescription described = describe(spectrum("EPN", "RESPFILE", "epn_e3_ff20_sdY9.rmf", "SASVERS", SAS_21));

        assertThat(references(described)).containsExactly("epn_e3_ff20_sdY9_v21.0.rmf");
        assertThat(wanted(described)).isEmpty();
        assertThat(described.consulted()).contains(calibration.resolve("PN/epn_e3_ff20_sdY9_v21.0.rmf"));
        assertThat(described
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.EM_MIN)
                        .origin())
                .isInstanceOf(Origin.LinkedFile.class);
    }

    @Test
    void theMatrixOfMosIsFoundInTheFolderOfItsChannelWidth() throws IOException {
        matrix("MOS/5eV/m1_e10_im_pall_c.rmf");
        matrix("MOS/15eV/m1_e10_im_pall_c.rmf");

        FileDescription described =
                describe(spectrum("EMOS1", "RESPFILE", "m1_e10_im_pall_c.rmf", "SPECDELT", "15", "SASVERS", SAS_21));

        assertThat(described.consulted()).contains(calibration.resolve("MOS/15eV/m1_e10_im_pall_c.rmf"));
        assertThat(wanted(described)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            EPN | /data/x/epn_e3_ff20_sdY9.rmf | xmmsas_20230412_1735-21.0.0 | 5 | epn_e3_ff20_sdY9_v21.0.rmf of SAS 21.0 | PN/
            EPN | epn_e3_ff20_sdY9_v20.0.rmf | xmmsas_20230412_1735-21.0.0 | 5 | epn_e3_ff20_sdY9_v20.0.rmf of SAS 21.0 | PN/
            EPN | epn_ff20_sdY9.rmf | - | - | epn_ff20_sdY9.rmf of a version of SAS that SASVERS does not tell | PN/
            EMOS2 | m2_e19_im_p0_c.rmf | xmmsas_20230412_1735-21.0.0 | 15 | m2_e19_im_p0_c.rmf of SAS 21.0 | MOS/15eV/
            """)
    void whereThereIsNoneTheFindingTellsTheFileTheVersionAndThePlace(
            String instrument, String respfile, String sas, String width, String file, String folder) {
        String[] cards = sas == null
                ? new String[] {"RESPFILE", respfile}
                : new String[] {"RESPFILE", respfile, "SASVERS", sas, "SPECDELT", width};

        assertThat(wanted(describe(spectrum(instrument, cards))))
                .singleElement()
                .asString()
                .startsWith("the matrix " + file + " is wanted")
                .endsWith("https://sasdev-xmm.esac.esa.int/pub/ccf/constituents/extras/responses/" + folder);
    }

    @Test
    void aMatrixMadeForTheSpectrumIsNoReadyMadeOne() {
        assertThat(wanted(describe(spectrum("EPN", "RESPFILE", "my_source.rmf", "SASVERS", SAS_21))))
                .isEmpty();
        assertThat(wanted(describe(spectrum("EPN", "RESPFILE", "none")))).isEmpty();
    }

    @Test
    void theSpectrumOfPnAmongTheSharedDataWantsItsMatrix() {
        assertThat(wanted(describe(SharedData.data("sherpa-test-data/pn_pi_src_bin10.ds"))))
                .singleElement()
                .asString()
                .contains("epn_ff20_sdY9.rmf");
    }
}
