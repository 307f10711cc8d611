// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// `ivoa.obscore_hea` while files come, change and go.
class HighEnergyRowsTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyObservationHasExactlyOneRowWithItsValuesWhateverBecomesOfItsFile() throws Exception {
        write("a.fits", "obs=1\nevents=25000\n");
        write("b.fits", "obs=2\n");
        write("c.rmf", "role=RESPONSE_RMF\n");
        harvest();
        assertThat(joined()).containsExactly("1|25000", "2|null");

        write("a.fits", "obs=1\nevents=26000\nchanged=yes\n");
        harvest();
        assertThat(joined()).containsExactly("1|26000", "2|null");
        assertThat(store.products()
                        .row(did("a.fits"))
                        .orElseThrow()
                        .get(ObsCoreColumn.EV_XEL)
                        .origin())
                .isEqualTo(new Origin.Card("EVENTS", "NAXIS2"));

        Files.delete(folder.resolve("a.fits"));
        harvest();
        assertThat(joined()).containsExactly("2|null");
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore_hea")).containsExactly("1");
    }

    private List<String> joined() throws StoreException {
        return Rows.of(store, "SELECT obs_id, ev_xel FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea ORDER BY 1");
    }

    private String did(String path) throws StoreException {
        return store.products().byPath(path).getFirst().did();
    }

    private void harvest() throws StoreException, HarvestException {
        new Harvest(store, new TextDescriber("rules"), HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
