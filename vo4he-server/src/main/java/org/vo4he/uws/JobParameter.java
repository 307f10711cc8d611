// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.util.Objects;

/// One parameter of a job; a name may occur several times.
public record JobParameter(String name, String value) {

    public JobParameter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
