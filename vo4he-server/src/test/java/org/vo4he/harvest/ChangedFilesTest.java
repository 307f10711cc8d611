// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.store.LinkRecord;

/// What is read again when files, the rules or a linked file change, and what then differs.
class ChangedFilesTest extends HarvestedFolder {

    @Test
    void aTouchedFileIsReadAgainButNoRowDiffers() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        List<String> rows = Rows.all(store);
        Files.setLastModifiedTime(folder.resolve("a.fits"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        HarvestReport report = harvest();

        assertThat(report.read()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(Rows.all(store)).isEqualTo(rows);
        assertThat(harvest().read()).isZero();
    }

    @Test
    void editedRulesReadEveryFileAgain() throws Exception {
        write("a.fits", EVENTS);
        write("note.txt", "no FITS");
        harvest();
        describer = new TextDescriber("rules 2");

        HarvestReport report = harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.fits", "note.txt");
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(Rows.of(store, "SELECT target_name FROM ivoa.obscore")).containsExactly("rules 2");
    }

    @Test
    void aMissingRmfThatArrivesChangesTheSpectraThatWantedItOnly() throws Exception {
        write("one/a.pha", "rmf=/data/of/another/host/r.rmf[MATRIX]\n");
        write("two/b.pha", "rmf=none\n");
        harvest();
        describer.takeRead();
        write("resp/r.rmf.gz", "role=RESPONSE_RMF\n");

        HarvestReport report = harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.pha", "r.rmf.gz");
        assertThat(report.changed()).isEqualTo(1);
        assertThat(store.products().links(DID + "one/a.pha"))
                .containsExactly(new LinkRecord(
                        DID + "one/a.pha",
                        "RESPFILE",
                        "/data/of/another/host/r.rmf[MATRIX]",
                        Optional.of("resp/r.rmf.gz")));
        assertThat(store.products().linksTo("resp/r.rmf.gz")).hasSize(1);
        assertThat(Rows.of(store, "SELECT obs_title FROM ivoa.obscore ORDER BY obs_publisher_did"))
                .containsExactly("role=RESPONSE_RMF", "null");
    }

    @Test
    void anEditedRmfChangesTheSpectraThatUseIt() throws Exception {
        write("a.pha", "rmf=r.rmf\n");
        write("b.pha", "obs=2\n");
        write("r.rmf", "role=RESPONSE_RMF\n");
        harvest();
        describer.takeRead();
        write("r.rmf", "role=RESPONSE_RMF\nobs=new\n");

        harvest();

        assertThat(describer.takeRead()).containsExactlyInAnyOrder("a.pha", "r.rmf");
    }
}
