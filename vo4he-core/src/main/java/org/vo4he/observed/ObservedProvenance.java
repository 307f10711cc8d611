// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.provenance.ProvenanceStep;

/// The steps that a file's headers tell of, whoever wrote them.
///
/// The header of the product counts, and where it tells nothing that of the primary HDU: pipelines copy the same
/// history into every HDU. In one header the first dialect that finds steps is believed, because the same run is often
/// told twice; the parts of HISTORY are read together.
public final class ObservedProvenance {

    private static final int MOST_CARDS = 20_000;

    /// From the most telling to the least.
    private static final List<Dialect> DIALECTS =
            List.of(new SasProcessing(), new EsoRecipes(), new SolarnetSteps(), new HistoryLines(), new CreatorName());

    /// Starts of keywords without which no dialect has anything to read.
    private static final Set<String> SIGNS =
            Set.of("XPROC0", "HISTORY", "PRSTEP1", "CREATOR", "HIERARCH ESO PRO REC1 ID");

    private ObservedProvenance() {}

    /// The steps in the order in which they ran, each marked with where it was read; empty when there are none.
    public static List<ProvenanceStep> of(FitsFile fits, Hdu product) {
        List<Hdu> telling = Stream.of(product, fits.hdus().getFirst())
                .distinct()
                .filter(hdu -> tells(hdu.header()))
                .toList();
        for (Dialect dialect : DIALECTS) {
            for (Hdu hdu : telling) {
                List<ObservedStep> steps = dialect.read(hdu.header());
                if (!steps.isEmpty()) {
                    return steps.stream().map(step -> step.of(hdu.name())).toList();
                }
            }
        }
        return List.of();
    }

    private static boolean tells(FitsHeader header) {
        return header.count() <= MOST_CARDS && SIGNS.stream().anyMatch(header::mentions);
    }
}
