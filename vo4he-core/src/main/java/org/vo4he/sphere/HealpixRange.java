// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

/// Consecutive nested HEALPix cells of order 29, both ends included.
public record HealpixRange(long first, long last) {

    public HealpixRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no range of cells: " + first + " to " + last);
        }
    }
}
