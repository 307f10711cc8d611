// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// The two columns of a catalogue that hold positions.
///
/// @param lon right ascension or galactic longitude
public record SkyColumns(TableColumn lon, TableColumn lat) {

    private static final List<List<String>> NAMES = List.of(
            List.of("RA", "DEC"),
            List.of("RAJ2000", "DEJ2000"),
            List.of("RAJ2000", "DECJ2000"),
            List.of("RA_J2000", "DEC_J2000"),
            List.of("_RAJ2000", "_DEJ2000"),
            List.of("RA_DEG", "DEC_DEG"),
            List.of("RA_OBJ", "DEC_OBJ"),
            List.of("RA_FIN", "DEC_FIN"),
            List.of("RA_ICRS", "DE_ICRS"),
            List.of("ALPHA", "DELTA"),
            List.of("GLON", "GLAT"),
            List.of("LII", "BII"));

    /// The first pair of known names.
    public static Optional<SkyColumns> of(Hdu table) {
        for (List<String> pair : NAMES) {
            Optional<TableColumn> lon = table.column(pair.getFirst());
            Optional<TableColumn> lat = table.column(pair.getLast());
            if (lon.isPresent() && lat.isPresent()) {
                return Optional.of(new SkyColumns(lon.get(), lat.get()));
            }
        }
        return Optional.empty();
    }
}
