// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.testkit.FitsBuilder;

/// [DataSubspace] on the cards of a Fermi LAT selection.
class DataSubspaceTest {

    @TempDir
    Path folder;

    private FitsHeader header(String... cards) throws Exception {
        FitsBuilder fits = new FitsBuilder();
        for (int i = 0; i < cards.length; i += 2) {
            fits.primary().card(cards[i], cards[i + 1]);
        }
        try (FitsFile file = FitsFile.open(fits.write(folder.resolve("ds.fits")))) {
            return file.hdus().getFirst().header();
        }
    }

    @Test
    void theEnergiesAreThoseWithAUnitOfEnergy() throws Exception {
        FitsHeader header = header(
                "DSTYP1",
                "PI",
                "DSUNI1",
                "CHAN",
                "DSVAL1",
                "0:11999",
                "DSTYP2",
                "ENERGY",
                "DSUNI2",
                "MeV",
                "DSVAL2",
                "100:300000");

        assertThat(DataSubspace.energies(header))
                .contains(new DataSubspace.Selected<>("DSVAL2", new EnergyBand(1e5, 3e8)));
    }

    @Test
    void theCircleIsOnTheSky() throws Exception {
        FitsHeader header = header(
                "DSTYP1",
                "TIME",
                "DSVAL1",
                "TABLE",
                "DSTYP2",
                "POS(RA,DEC)",
                "DSUNI2",
                "deg",
                "DSVAL2",
                "circle(83.63,22.01,15)");

        assertThat(DataSubspace.circle(header))
                .contains(new DataSubspace.Selected<>("DSVAL2", new DataSubspace.Circle(83.63, 22.01, 15)));
    }

    @Test
    void severalRangesAreNoBand() throws Exception {
        assertThat(DataSubspace.energies(header("DSTYP1", "ENERGY", "DSUNI1", "keV", "DSVAL1", "1:2,5:7")))
                .isEmpty();
    }
}
