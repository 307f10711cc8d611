// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// A sum that keeps what rounding drops (A. Neumaier 1974, ZAMM 54, 39).
final class ExactSum {

    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
