// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Neighbouring channels a photon of one energy may be counted in (CAL/GEN/92-002, F_CHAN and N_CHAN).
record MatrixGroup(int firstBin, List<Double> values) {

    MatrixGroup {
        values = List.copyOf(values);
    }

    /// The groups of one row of the matrix, lowest channel first.
    static List<MatrixGroup> of(int photonBin) {
        List<MatrixGroup> groups = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        for (int bin = 0; bin <= EnergyGrid.BINS; bin++) {
            double chance = bin < EnergyGrid.BINS ? CcdCamera.redistribution(photonBin, bin) : 0;
            if (chance > 0) {
                open.add(chance);
            } else if (!open.isEmpty()) {
                groups.add(new MatrixGroup(bin - open.size(), open));
                open.clear();
            }
        }
        return groups;
    }

    static int elements(List<MatrixGroup> row) {
        return row.stream().mapToInt(group -> group.values.size()).sum();
    }

    static double[] firstChannels(List<MatrixGroup> row) {
        return row.stream()
                .mapToDouble(group -> EnergyGrid.FIRST_CHANNEL + group.firstBin)
                .toArray();
    }

    static double[] lengths(List<MatrixGroup> row) {
        return row.stream().mapToDouble(group -> group.values.size()).toArray();
    }

    static double[] chances(List<MatrixGroup> row) {
        return row.stream()
                .flatMap(group -> group.values.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    static double[][] perRow(List<List<MatrixGroup>> rows, Function<List<MatrixGroup>, double[]> column) {
        return rows.stream().map(column).toArray(double[][]::new);
    }
}
