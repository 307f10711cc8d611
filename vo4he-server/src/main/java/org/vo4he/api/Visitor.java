// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.util.Optional;
import org.vo4he.security.Identity;
import org.vo4he.security.Scope;

/// Whoever looks at a page, as far as making products again goes.
///
/// @param name that goes with the token it gave
/// @param mayRun whether it may have products made again as it is
public record Visitor(Optional<String> name, boolean mayRun) {

    /// @param caller empty without a token
    /// @param anybody whether nobody needs a token for that
    public static Visitor of(Optional<Identity> caller, boolean anybody) {
        return new Visitor(
                caller.map(Identity::name),
                anybody || caller.filter(each -> each.may(Scope.RUN)).isPresent());
    }
}
