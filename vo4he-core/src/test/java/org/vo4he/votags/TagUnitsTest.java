// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;

/// Units and UCDs in tags, by the text of VOUnits 1.1 and UCD1+.
class TagUnitsTest {

    @TempDir
    Path folder;

    private VoTags read(String card) throws Exception {
        return TaggedFiles.tags(
                TaggedFiles.foreign(folder.resolve("file.fits"), "[]", List.of(card, "S_RA    = 83.6")));
    }

    private static List<String> told(VoTags tags) {
        return tags.findings().stream()
                .map(finding -> finding.code().id() + ": " + finding.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S_UNIT  = 'deg'",
                "S_UNIT  = 'arcsec'",
                "EM_UNIT = 'keV'",
                "EM_UNIT = 'Angstrom'",
                "EM_UNIT = 'Hz'",
                "O_UNIT  = 'ct.s**-1'",
                "S_UCD   = 'pos.eq'",
                "S_UCD   = 'pos'",
                "EM_UCD  = 'em.energy'",
                "O_UCD   = 'phot.count;arith.rate'",
                "O_UCD   = 'pos.eq#time#em.energy'"
            })
    void whatTheStandardsAllowHasNoFinding(String card) throws Exception {
        assertThat(told(read(card))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_UNIT  = 's'          | votags-unit: S_UNIT is 's', which is no unit of this axis (angle)",
                "S_UNIT  = 'furlong'    | votags-unit: S_UNIT is 'furlong', which is no unit of this axis (angle)",
                "EM_UNIT = 'deg'        | votags-unit: EM_UNIT is 'deg', which is no unit of this axis (energy, frequency, length)",
                "S_UNIT  = 'degrees'    | votags-unit-spelling: S_UNIT is 'degrees', in VOUnits 1.1 'deg'",
                "EM_UNIT = 'KEV'        | votags-unit-spelling: EM_UNIT is 'KEV', in VOUnits 1.1 'keV'",
                "O_UNIT  = 'counts'     | votags-unit-spelling: O_UNIT is 'counts', which is no unit as VOUnits 1.1 spells them",
                "S_UCD   = 'em.energy'  | votags-ucd: S_UCD is 'em.energy', which is about something else: this axis has 'pos'",
                "O_UCD   = 'a count'    | votags-ucd: O_UCD is 'a count', of which 'a count' is no UCD",
            })
    void whatTheyDoNotAllowIsToldAndKept(String card, String expected) throws Exception {
        assertThat(told(read(card))).containsExactly(expected);
    }

    @Test
    void anOddUnitStaysAsItIsWritten() throws Exception {
        assertThat(read("S_UNIT  = 'furlong'")
                        .values()
                        .get(ObsCoreColumn.S_UNIT)
                        .value())
                .isEqualTo("furlong");
    }
}
