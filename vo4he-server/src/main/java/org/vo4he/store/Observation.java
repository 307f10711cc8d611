// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.Objects;

/// The observation that a product says it belongs to.
///
/// @param name facility and identifier: equal for all products of one observation
/// @param source within the observation; empty for a product of the whole field
public record Observation(String name, String source) {
    public Observation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(source);
    }
}
