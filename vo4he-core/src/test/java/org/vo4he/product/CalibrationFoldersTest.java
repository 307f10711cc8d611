// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [CalibrationFolders] on the names that real calibration databases and their users give: NICER, Swift, ROSAT, ASCA,
/// XMM-Newton.
class CalibrationFoldersTest {

    @TempDir
    Path temporary;

    private CalibrationFolders folders;

    @BeforeEach
    void write() throws IOException {
        for (String path : List.of(
                "caldb/data/nicer/xti/cpf/rmf/nixtiref20170601v003.rmf",
                "caldb/data/swift/xrt/cpf/rmf/swxpc0to12s6_20130101v014.rmf.gz",
                "caldb/data/rosat/pspc/cpf/matrices/pspcb_gain2_256.rmf",
                "caldb/data/rosat/pspc/cpf/old/pspcb_gain2_256.rmf",
                "caldb/.hidden/secret.rmf",
                "xmm/15eV/m1_e10_im_pall_c.rmf",
                "xmm/5eV/m1_e10_im_pall_c.rmf")) {
            Files.createDirectories(temporary.resolve(path).getParent());
            Files.writeString(temporary.resolve(path), "x");
        }
        Files.writeString(temporary.resolve("outside.rmf"), "x");
        folders = CalibrationFolders.of(List.of(temporary.resolve("caldb"), temporary.resolve("xmm")));
    }

    @ParameterizedTest
    @CsvSource({
        "nixtiref20170601v003.rmf, data/nicer/xti/cpf/rmf/nixtiref20170601v003.rmf",
        "NIXTIREF20170601V003.RMF, data/nicer/xti/cpf/rmf/nixtiref20170601v003.rmf",
        "swxpc0to12s6_20130101v014.rmf, data/swift/xrt/cpf/rmf/swxpc0to12s6_20130101v014.rmf.gz",
        "/home/them/swxpc0to12s6_20130101v014.rmf[MATRIX], data/swift/xrt/cpf/rmf/swxpc0to12s6_20130101v014.rmf.gz",
        "$CALDB/data/rosat/pspc/cpf/matrices/pspcb_gain2_256.rmf, data/rosat/pspc/cpf/matrices/pspcb_gain2_256.rmf",
        "15eV/m1_e10_im_pall_c.rmf, 15eV/m1_e10_im_pall_c.rmf",
        "5eV/m1_e10_im_pall_c.rmf.gz, 5eV/m1_e10_im_pall_c.rmf"
    })
    void aNameLeadsToTheOnlyFileOfThatNameOrToTheOneWhoseFoldersItHas(String name, String path) {
        assertThat(folders.find(name).map(CalibrationFolders.Found::path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "",
                "CALDB",
                "pspcb_gain2_256.rmf",
                "m1_e10_im_pall_c.rmf",
                "secret.rmf",
                "outside.rmf",
                "../outside.rmf"
            })
    void aNameOfSeveralFilesAlikeOrOfNoneLeadsNowhere(String name) {
        assertThat(folders.find(name)).isEmpty();
    }

    @Test
    void aPathIsTakenFromTheFoldersOnly() {
        assertThat(folders.at("15eV/m1_e10_im_pall_c.rmf"))
                .contains(temporary.resolve("xmm/15eV/m1_e10_im_pall_c.rmf"));
        assertThat(folders.at("../outside.rmf")).isEmpty();
        assertThat(folders.pathOf(temporary.resolve("outside.rmf"))).isEmpty();
    }

    @Test
    void whatComesIsFoundAfterALookAnew() throws IOException {
        assertThat(folders.find("late.rmf")).isEmpty();
        Files.writeString(temporary.resolve("xmm/late.rmf"), "x");
        assertThat(folders.find("late.rmf")).isEmpty();

        folders.renew();

        assertThat(folders.find("late.rmf")).isPresent();
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> CalibrationFolders.of(List.of(temporary.resolve("none"))))
                .hasMessage("there is no calibration folder " + temporary.resolve("none"));
    }
}
