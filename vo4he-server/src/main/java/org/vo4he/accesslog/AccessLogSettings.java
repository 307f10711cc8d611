// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import java.util.Objects;

/// Where requests are written, and how.
///
/// @param megabytes all files together never take more; of no meaning for standard output
public record AccessLogSettings(Target target, LineFormat format, int megabytes) {

    /// Where the lines go.
    public enum Target {
        /// `access.log` in the state folder, with the older files beside it
        FILE,
        STDOUT,
        OFF
    }

    public AccessLogSettings {
        Objects.requireNonNull(target);
        Objects.requireNonNull(format);
        if (megabytes < 1) {
            throw new IllegalArgumentException("the access log needs at least 1 megabyte, found " + megabytes);
        }
    }

    /// Nothing is written.
    public static AccessLogSettings off() {
        return new AccessLogSettings(Target.OFF, LineFormat.COMBINED, 1);
    }
}
