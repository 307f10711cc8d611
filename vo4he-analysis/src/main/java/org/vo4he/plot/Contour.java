// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vo4he.sphere.UnitVector;

/// Where values on a square mesh pass through 0, straight within a cell.
final class Contour {

    private final UnitVector[] mesh;
    private final double[] values;
    private final int side;
    private final Predicate<UnitVector> wanted;

    /// By edge of the mesh: the edges to which the contour goes on, at most two.
    private final Map<Integer, int[]> next = new HashMap<>();

    /// @param mesh directions, null where there is no sky
    /// @param values on the mesh, NaN there
    /// @param wanted which parts of the sky count: of a great circle one half
    Contour(UnitVector[] mesh, double[] values, int side, Predicate<UnitVector> wanted) {
        this.mesh = mesh;
        this.values = values;
        this.side = side;
        this.wanted = wanted;
    }

    /// Connected pieces as places 0 to 1 over the mesh.
    List<double[][]> strands(double farthestCosine) {
        for (int j = 0; j < side - 1; j++) {
            for (int i = 0; i < side - 1; i++) {
                cross(i, j, farthestCosine);
            }
        }
        List<double[][]> strands = new ArrayList<>();
        for (int edge : next.keySet().stream().sorted().toList()) {
            if (next.containsKey(edge) && next.get(edge)[1] < 0) {
                strands.add(walk(edge));
            }
        }
        for (int edge : next.keySet().stream().sorted().toList()) {
            if (next.containsKey(edge)) {
                strands.add(walk(edge));
            }
        }
        return strands;
    }

    private void cross(int i, int j, double farthestCosine) {
        int lower = j * side + i;
        int upper = lower + side;
        if (mesh[lower] == null || mesh[lower + 1] == null || mesh[upper] == null || mesh[upper + 1] == null) {
            return;
        }
        if (mesh[lower].dot(mesh[upper + 1]) < farthestCosine || mesh[lower + 1].dot(mesh[upper]) < farthestCosine) {
            return;
        }
        int[] edges = {2 * lower, 2 * lower + 1, 2 * upper, 2 * (lower + 1) + 1};
        int before = -1;
        for (int edge : edges) {
            if (crosses(edge)) {
                if (before >= 0) {
                    join(before, edge);
                    before = -1;
                } else {
                    before = edge;
                }
            }
        }
    }

    /// Even edges go to the right from their node, odd ones up.
    private int end(int edge) {
        return edge / 2 + (edge % 2 == 0 ? 1 : side);
    }

    private boolean crosses(int edge) {
        double one = values[edge / 2];
        double other = values[end(edge)];
        return one < 0 != other < 0 && wanted.test(mesh[edge / 2].plus(mesh[end(edge)]));
    }

    private void join(int one, int other) {
        link(one, other);
        link(other, one);
    }

    private void link(int from, int to) {
        int[] known = next.computeIfAbsent(from, _ -> new int[] {-1, -1});
        known[known[0] < 0 ? 0 : 1] = to;
    }

    private double[][] walk(int start) {
        List<double[]> places = new ArrayList<>();
        int edge = start;
        while (edge >= 0) {
            places.add(place(edge));
            int[] neighbours = next.remove(edge);
            edge = next.containsKey(neighbours[0])
                    ? neighbours[0]
                    : next.containsKey(neighbours[1]) ? neighbours[1] : -1;
        }
        if (places.size() > 2 && closes(places, start)) {
            places.add(places.getFirst());
        }
        return places.toArray(double[][]::new);
    }

    /// Whether the last place lies within a cell of the first.
    private boolean closes(List<double[]> places, int start) {
        double[] first = place(start);
        double[] last = places.getLast();
        return Math.hypot(first[0] - last[0], first[1] - last[1]) < 1.5 / (side - 1);
    }

    private double[] place(int edge) {
        int node = edge / 2;
        double one = values[node];
        double part = one / (one - values[end(edge)]);
        double u = node % side + (edge % 2 == 0 ? part : 0);
        double v = (double) (node / side) + (edge % 2 == 0 ? 0 : part);
        return new double[] {u / (side - 1), v / (side - 1)};
    }
}
