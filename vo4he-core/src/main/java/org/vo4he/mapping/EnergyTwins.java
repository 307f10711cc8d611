// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import org.vo4he.energy.EnergyBand;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Value;

/// `energy_min` and `energy_max`, in eV, are the same facts as `em_max` and `em_min`, in metres: the product of such a
/// pair is h c (ObsCore high-energy draft, section on energy_min/energy_max). What one of a pair says, the other gets.
///
/// A row is made in stages, in which a later voice may speak for one of a pair only: to be called after each.
public final class EnergyTwins {

    private record Pair(ObsCoreColumn metres, ObsCoreColumn electronvolts) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(ObsCoreColumn.EM_MAX, ObsCoreColumn.ENERGY_MIN),
            new Pair(ObsCoreColumn.EM_MIN, ObsCoreColumn.ENERGY_MAX));

    private final ObsCoreRow.Builder row;
    private ObsCoreRow before = ObsCoreRow.builder().build();

    public EnergyTwins(ObsCoreRow.Builder row) {
        this.row = row;
    }

    /// Of a pair of which one was said since the last call, the other follows; where both were said, both stay.
    public void settle() {
        for (Pair pair : PAIRS) {
            boolean wavelength = isNew(pair.metres);
            boolean energy = isNew(pair.electronvolts);
            if (wavelength && !energy) {
                follow(pair.metres, pair.electronvolts);
            } else if (energy && !wavelength) {
                follow(pair.electronvolts, pair.metres);
            }
        }
        before = row.build();
    }

    private boolean isNew(ObsCoreColumn column) {
        return !row.get(column).equals(before.get(column));
    }

    private void follow(ObsCoreColumn said, ObsCoreColumn other) {
        Value value = row.get(said);
        if (!value.isPresent()) {
            row.set(other, value);
            return;
        }
        double number = EnergyBand.twin((Double) value.value());
        if (number > 0 && Double.isFinite(number)) {
            row.set(other, number, value.origin());
        }
    }
}
