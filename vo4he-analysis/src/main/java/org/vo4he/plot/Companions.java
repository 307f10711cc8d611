// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.nio.file.Path;
import java.util.Optional;

/// Files that a product needs to be drawn well, each optional.
///
/// @param background spectrum of the background (BACKFILE)
/// @param rmf redistribution matrix, whose EBOUNDS give the energies of the channels (RESPFILE)
/// @param arf effective area (ANCRFILE)
public record Companions(Optional<Path> background, Optional<Path> rmf, Optional<Path> arf) {

    private static final Companions NONE = new Companions(Optional.empty(), Optional.empty(), Optional.empty());

    public static Companions none() {
        return NONE;
    }
}
