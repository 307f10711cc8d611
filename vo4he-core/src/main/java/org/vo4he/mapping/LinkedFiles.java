// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.nio.file.Path;
import java.util.Optional;

/// Finds the files that a product names, such as its RESPFILE.
@FunctionalInterface
public interface LinkedFiles {

    /// @param name as the header writes it
    /// @return a readable file, or empty
    Optional<Path> find(String name);
}
