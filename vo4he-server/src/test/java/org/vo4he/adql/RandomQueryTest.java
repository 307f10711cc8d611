// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Whatever the checker accepts, the database runs: its own grammar and types never refuse what we print. Only
/// values may still fail there, such as a number that overflows.
class RandomQueryTest {

    private static final int QUERIES = Integer.getInteger("vo4he.queries", 300);

    @Test
    void everyCheckedQueryRuns() throws Exception {
        int run = 0;
        try (TestDatabase database = new TestDatabase()) {
            database.execute("""
                    INSERT INTO cat.sources VALUES (1, 10, 20, 'a', 1.5, 2), (2, 10.2, 20.1, 'b', NULL, NULL);
                    INSERT INTO ivoa.obscore (obs_id, calib_level, s_ra, s_dec, s_region, obs_release_date, healpix, x, y, z)
                    VALUES ('a', 2, 10, 20, 'CIRCLE ICRS 10 20 1', TIMESTAMP '2020-01-02 03:04:05', 1, 1, 0, 0),
                        ('c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)""");
            for (int seed = 0; seed < QUERIES; seed++) {
                String adql = new RandomQuery(seed).toString();
                try {
                    database.rows(adql);
                    run++;
                } catch (AdqlException refused) {
                    assertThat(refused).hasMessageStartingWith("line ");
                } catch (SQLException e) {
                    if (!e.getMessage().startsWith("Out of Range")
                            && !e.getMessage().startsWith("Conversion")) {
                        fail("seed " + seed + ": " + adql, e);
                    }
                }
            }
        }
        assertThat(run).isGreaterThan(QUERIES / 3);
    }
}
