// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.HeaderChain;

/// The one clock of a file: how all its HDUs that have an MJDREF count time.
final class FileClock {

    private FileClock() {}

    /// Empty when no HDU has an MJDREF, or two count differently.
    static Optional<Clock> of(FitsFile file) {
        List<Clock> clocks = new ArrayList<>();
        for (Hdu hdu : file.hdus()) {
            Clock clock = Clock.of(HeaderChain.of(hdu), "", new ArrayList<>());
            if (clock.reference().isPresent() && !clocks.contains(clock)) {
                clocks.add(clock);
            }
        }
        return clocks.size() == 1 ? Optional.of(clocks.getFirst()) : Optional.empty();
    }
}
