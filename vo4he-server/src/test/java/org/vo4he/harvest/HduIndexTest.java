// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Links of event lists with the responses that the index of their dataset tells (GADF 0.3, HDU index table); the judge
/// is what the index says.
class HduIndexTest extends RelatedFiles {

    private static FitsTable gadf(FitsTable table, String first, String second) {
        return table.card("HDUCLASS", "GADF").card("HDUCLAS1", first).card("HDUCLAS2", second);
    }

    private void events(String path, int run) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        gadf(fits.table("EVENTS"), "EVENTS", "")
                .card("TELESCOP", "HESS")
                .card("OBS_ID", run)
                .column("TIME", "D", run, run + 1)
                .column("RA", "E", 83.6, 83.7)
                .column("DEC", "E", 22, 22.1)
                .column("ENERGY", "E", 1, 2);
        write(path, fits);
    }

    private void response(String path, String kind) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        gadf(fits.table(kind), "RESPONSE", kind)
                .column("ENERG_LO", "E", path.length())
                .column("ENERG_HI", "E", 2);
        write(path, fits);
    }

    private void write(String path, FitsBuilder fits) throws Exception {
        Files.createDirectories(folder.resolve(path).getParent());
        fits.write(folder.resolve(path));
    }

    /// Rows of `run type dir name`.
    private void index(String path, String... rows) throws Exception {
        double[] runs = new double[rows.length];
        String[] types = new String[rows.length];
        String[] dirs = new String[rows.length];
        String[] names = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            String[] words = rows[i].split(" ");
            runs[i] = Double.parseDouble(words[0]);
            types[i] = words[1];
            dirs[i] = words[2];
            names[i] = words[3];
        }
        FitsBuilder fits = new FitsBuilder();
        gadf(fits.table("HDU_INDEX"), "INDEX", "HDU")
                .column("OBS_ID", "K", runs)
                .column("HDU_TYPE", "30A", types)
                .column("HDU_CLASS", "30A", types)
                .column("FILE_DIR", "60A", dirs)
                .column("FILE_NAME", "60A", names)
                .column("HDU_NAME", "30A", types);
        write(path, fits);
    }

    @Test
    void anEventListHasTheResponsesThatTheIndexOfItsDatasetTellsAndTheyHaveIt() throws Exception {
        events("set/run/one.fits.gz", 1);
        events("set/run/two.fits.gz", 2);
        response("set/irf/aeff1.fits", "EFF_AREA");
        response("set/irf/edisp.fits", "EDISP");
        response("set/irf/psf.fits", "RPSF");
        response("set/irf/other.fits", "BKG");
        index(
                "set/hdu-index.fits.gz",
                "1 events run one.fits.gz",
                "1 aeff irf aeff1.fits",
                "1 edisp irf edisp.fits",
                "1 psf ./irf psf.fits",
                "1 gti run one.fits.gz",
                "2 events run two.fits",
                "2 edisp irf edisp.fits",
                "2 bkg run two.fits",
                "3 bkg irf other.fits");
        harvest();

        assertThat(related("set/run/one.fits.gz"))
                .containsExactlyInAnyOrder(
                        "#calibration gadf-aeff set/irf/aeff1.fits",
                        "#calibration gadf-edisp set/irf/edisp.fits",
                        "#calibration gadf-psf set/irf/psf.fits");
        assertThat(related("set/run/two.fits.gz")).containsExactly("#calibration gadf-edisp set/irf/edisp.fits");
        assertThat(related("set/irf/edisp.fits"))
                .containsExactlyInAnyOrder(
                        "#auxiliary gadf-response-of set/run/one.fits.gz",
                        "#auxiliary gadf-response-of set/run/two.fits.gz");
        assertThat(related("set/irf/other.fits")).isEmpty();
    }

    @Test
    void anIndexThatArrivesOrChangesLinksAnew() throws Exception {
        events("run/one.fits", 1);
        response("irf/aeff.fits", "EFF_AREA");
        response("irf/better.fits", "EFF_AREA");
        harvest();
        assertThat(related("run/one.fits")).isEmpty();

        index("hdu-index.fits.gz", "1 events run one.fits", "1 aeff irf aeff.fits");
        harvest();
        assertThat(related("run/one.fits")).containsExactly("#calibration gadf-aeff irf/aeff.fits");

        index("hdu-index.fits.gz", "1 events run one.fits", "1 aeff irf better.fits", "1 edisp irf absent.fits");
        harvest();
        assertThat(related("run/one.fits")).containsExactly("#calibration gadf-aeff irf/better.fits");
        assertThat(findings("run/one.fits")).singleElement().asString().contains("absent.fits");
    }

    @Test
    void theIndexOfAnotherDatasetSaysNothing() throws Exception {
        events("a/run/one.fits", 1);
        events("b/run/one.fits", 2);
        response("b/irf/aeff.fits", "EFF_AREA");
        index("b/hdu-index.fits.gz", "1 events run one.fits", "1 aeff irf aeff.fits");
        harvest();

        assertThat(related("a/run/one.fits")).isEmpty();
        assertThat(related("b/run/one.fits")).containsExactly("#calibration gadf-aeff b/irf/aeff.fits");
    }
}
