// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Objects;

/// How far a running job is.
///
/// @param step the one under way, from 1
/// @param steps how many there are; 0 when nobody knows
/// @param words what is being done
public record Progress(int step, int steps, String words) {

    public Progress {
        Objects.requireNonNull(words);
        if (step < 1 || steps < 0 || steps > 0 && step > steps) {
            throw new IllegalArgumentException("there is no step " + step + " of " + steps);
        }
    }
}
