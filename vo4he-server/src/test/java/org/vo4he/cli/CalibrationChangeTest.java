// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.testkit.FitsBuilder;

class CalibrationChangeTest {

    @TempDir
    private Path folder;

    @Test
    void aCalibrationFileThatIsAnotherOneIsNamedByItsKeyword() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .column("CHANNEL", "J", 1, 2)
                .column("COUNTS", "J", 3, 4)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "CHANDRA")
                .card("CALDBVER", "4.9.1")
                .card("CALFILE", "gain.fits");
        Path file = fits.write(folder.resolve("src.pha"));
        FileDescription remade = new ProductDescriber(Rules.none()).describe(file, Siblings.none());
        ProvenanceDocument recorded = ProvenanceJson.read(
                        ProvenanceJson.write(ProvenanceDocument.EMPTY.withCalibration(List.of(
                                new CalibrationInput("CALDBVER", "4.8.0", "version"),
                                new CalibrationInput("CALFILE", "gain.fits", "file")))))
                .document();

        assertThat(CalibrationChange.findings(file, recorded, remade))
                .extracting(Object::toString)
                .containsExactly(
                        "warning reprocess-calibration-moved src.pha, CALDBVER: CALDBVER was 4.8.0, and is 4.9.1 "
                                + "when made again");
    }
}
