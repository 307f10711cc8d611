// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.util.Objects;
import org.vo4he.http.ErrorStyle;
import org.vo4he.security.Scope;

/// How a queue shows itself.
///
/// @param path where its job list is: `/tap/async`
/// @param errors the form of failures, and of the reason why a job failed
/// @param scope what a caller must be allowed to have a job
/// @param anonymous whether callers without a token may have jobs too
/// @param listed whether the list shows their jobs to each other: on a server for one machine only. Elsewhere who
///     has no name reaches a job by its address alone.
public record UwsFace(String path, ErrorStyle errors, Scope scope, boolean anonymous, boolean listed) {

    public UwsFace {
        Objects.requireNonNull(errors);
        Objects.requireNonNull(scope);
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("a path like /tap/async is wanted, found '" + path + "'");
        }
    }
}
