// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Tombstone;

/// What the store tells of a product that was withdrawn: since when, and what stands for it.
class TombstoneTest extends HarvestedFolder {

    private Tombstone tombstone(String path) throws Exception {
        return store.products().tombstone(DID + path);
    }

    @Test
    void aWithdrawnProductSaysSinceWhenAndStaysSo() throws Exception {
        write("events.fits", EVENTS);
        write("other.fits", "ra=1.0\n");
        harvest();
        assertThat(tombstone("events.fits").since()).isEmpty();

        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Files.delete(folder.resolve("events.fits"));
        harvest();
        Instant since = tombstone("events.fits").since().orElseThrow();
        assertThat(since).isBetween(before, Instant.now());

        write("more.fits", "ra=2.0\n");
        Files.delete(folder.resolve("other.fits"));
        harvest();
        assertThat(tombstone("events.fits").since()).contains(since);
        assertThat(tombstone("events.fits").sentence())
                .isEqualTo("the product was withdrawn on " + since.toString().substring(0, 10));
    }

    @Test
    void aProductThatComesBackIsNotWithdrawnAnyMore() throws Exception {
        write("events.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("events.fits"));
        harvest();
        write("events.fits", EVENTS);
        harvest();

        assertThat(tombstone("events.fits").since()).isEmpty();
    }

    @Test
    void aCopyOfTheSameContentIsNamedInstead() throws Exception {
        write("events.fits", EVENTS);
        write("copy.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("events.fits"));
        harvest();

        assertThat(tombstone("events.fits").successors())
                .extracting(ProductCard::did)
                .containsExactly(DID + "copy.fits");
        assertThat(tombstone("events.fits").sentence()).endsWith("; there is " + DID + "copy.fits instead");
    }
}
