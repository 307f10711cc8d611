// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The least that looks like files of XMM-Newton's EPIC: a spectrum of two channels, and a redistribution matrix of 0.5
/// to 10 keV for it.
public final class EpicFiles {

    private EpicFiles() {}

    /// @param instrument INSTRUME: `EPN`, `EMOS1`, `EMOS2`
    /// @param cards keywords and their values, in turn
    public static Path spectrum(Path file, String instrument, String... cards) {
        FitsBuilder fits = new FitsBuilder();
        FitsTable table = fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "XMM")
                .card("INSTRUME", instrument)
                .card("DETCHANS", 2)
                .card("CHANTYPE", "PI")
                .column("CHANNEL", "I", 0, 1)
                .column("COUNTS", "J", 4, 5);
        for (int i = 0; i < cards.length; i += 2) {
            table.card(cards[i], cards[i + 1]);
        }
        return fits.write(file);
    }

    /// A matrix in a folder that is made for it; no two of other paths are alike.
    public static Path matrix(Path folder, String path) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", path);
        fits.table("MATRIX")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .card("DETCHANS", 2)
                .column("ENERG_LO", "E", 0.5, 2)
                .unit("keV")
                .column("ENERG_HI", "E", 2, 10)
                .unit("keV")
                .column("N_GRP", "I", 0, 0);
        return fits.write(file);
    }
}
