// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import java.util.Objects;

/// Whether `/metrics` is there.
public record MetricsSettings(When when) {

    /// Who decides.
    public enum When {
        ON,
        OFF,
        /// on a server that only this machine is meant to use
        AUTO
    }

    public MetricsSettings {
        Objects.requireNonNull(when);
    }

    /// @param publicServer whether others than this machine are meant to use the server
    public boolean served(boolean publicServer) {
        return switch (when) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> !publicServer;
        };
    }
}
