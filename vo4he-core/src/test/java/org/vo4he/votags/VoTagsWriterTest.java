// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// [VoTagsWriter] on small files made byte by byte.
class VoTagsWriterTest {

    @TempDir
    Path folder;

    static ObsCoreRow row() {
        Origin card = new Origin.Card("EVENTS", "OBJECT");
        return ObsCoreRow.builder()
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, "event", new Origin.Derived("event list"))
                .set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("calibration level of an event list"))
                .set(ObsCoreColumn.TARGET_NAME, "O'Neill's star", card)
                .set(ObsCoreColumn.S_RA, 83.6331, new Origin.Card("EVENTS", "RA_PNT"))
                .set(ObsCoreColumn.EM_MIN, 1.0332016536100e-10, new Origin.Column("EVENTS", "PI"))
                .set(ObsCoreColumn.S_XEL1, -1L, new Origin.Derived("event list"))
                .set(ObsCoreColumn.S_REGION, "POLYGON ICRS" + " 83.6331 -22.0145".repeat(20), new Origin.Wcs("EVENTS"))
                .set(ObsCoreColumn.ACCESS_FORMAT, "application/fits", new Origin.Publisher("file"))
                .build();
    }

    private Path file() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TELESCOP", "XMM");
        fits.table("EVENTS").column("TIME", "D", 10.5, 11.5).unit("s");
        return fits.write(folder.resolve("events.fits"));
    }

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        Path file = file();

        WriteReport report = VoTagsWriter.annotate(file, file, row(), WriteOptions.DEFAULT);

        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        try (FitsFile fits = FitsFile.open(file)) {
            VoTags tags = VoTagsReader.read(fits).orElseThrow();
            assertThat(tags.findings()).isEmpty();
            assertThat(tags.values()).hasSize(7);
        }
    }
}
