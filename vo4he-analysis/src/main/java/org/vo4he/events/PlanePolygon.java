// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Arrays;

/// A polygon with straight sides; of one that crosses itself, what an odd number of turns is around.
final class PlanePolygon {

    private final double[] x;
    private final double[] y;
    private final double left;
    private final double right;
    private final double low;
    private final double high;

    PlanePolygon(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.left = Arrays.stream(x).min().orElseThrow();
        this.right = Arrays.stream(x).max().orElseThrow();
        this.low = Arrays.stream(y).min().orElseThrow();
        this.high = Arrays.stream(y).max().orElseThrow();
    }

    double[] xs() {
        return x.clone();
    }

    double[] ys() {
        return y.clone();
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /// The crossings of a ray to the right are counted; a point on a side is inside.
    boolean contains(double px, double py) {
        if (!(px >= left && px <= right && py >= low && py <= high)) {
            return false;
        }
        boolean inside = false;
        for (int i = 0, k = x.length - 1; i < x.length; k = i++) {
            double cross = (x[k] - x[i]) * (py - y[i]) - (px - x[i]) * (y[k] - y[i]);
            if (cross == 0 && isBetween(px, x[i], x[k]) && isBetween(py, y[i], y[k])) {
                return true;
            }
            if ((y[i] > py) != (y[k] > py) && (cross > 0) == (y[k] > y[i])) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean isBetween(double value, double one, double other) {
        return value >= Math.min(one, other) && value <= Math.max(one, other);
    }

    Intervals onLine(double height) {
        double[] crossings = new double[x.length];
        int n = 0;
        for (int i = 0, k = x.length - 1; i < x.length; k = i++) {
            if ((y[i] > height) != (y[k] > height)) {
                crossings[n++] = x[i] + (height - y[i]) / (y[k] - y[i]) * (x[k] - x[i]);
            }
        }
        Arrays.sort(crossings, 0, n);
        double[] starts = new double[n / 2];
        double[] stops = new double[n / 2];
        for (int i = 0; i < n / 2; i++) {
            starts[i] = crossings[2 * i];
            stops[i] = crossings[2 * i + 1];
        }
        return Intervals.of(starts, stops);
    }
}
