// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Objects;

/// A value of one ObsCore column and where it came from.
///
/// @param value of the column's [ObsCoreColumn.Type#javaType()], or null: exactly when the origin is [Origin.Absent]
public record Value(Object value, Origin origin) {

    public Value {
        Objects.requireNonNull(origin, "a value needs an origin");
        if ((value == null) != (origin instanceof Origin.Absent)) {
            throw new IllegalArgumentException("value " + value + " does not go with origin " + origin);
        }
    }

    /// NULL, for this reason.
    public static Value absent(String why) {
        return new Value(null, new Origin.Absent(why));
    }

    public boolean isPresent() {
        return value != null;
    }
}
