// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.store.StoreException;

/// `ivoa.obscore_hea` while files come, change and go.
class HighEnergyRowsTest extends HarvestedFolder {

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
}
