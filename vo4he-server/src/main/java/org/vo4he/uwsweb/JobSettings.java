// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.vo4he.security.Scope;
import org.vo4he.uws.QueueSettings;

/// How jobs are run here, and for whom.
///
/// @param anonymous what callers without a token may have done
/// @param tokens the file of tokens, if there is one
public record JobSettings(QueueSettings queue, Set<Scope> anonymous, Optional<Path> tokens) {

    public JobSettings {
        anonymous = Set.copyOf(anonymous);
    }
}
