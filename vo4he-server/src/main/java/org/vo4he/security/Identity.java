// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.util.Set;

/// A caller with a name.
///
/// @param operator whether it showed the server's own token: then it may do everything, also with others' things
public record Identity(String name, Set<Scope> scopes, boolean operator) {

    public Identity {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return operator || scopes.contains(scope);
    }
}
