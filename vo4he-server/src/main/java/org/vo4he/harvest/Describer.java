// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Siblings;

/// What the harvest needs to know of a file. Called by several threads at one time.
public interface Describer {

    /// @param siblings finds the files that this one names, within the published folder
    FileDescription describe(Path file, Siblings siblings);

    /// Changes whenever the same file would be described otherwise: with the program, and with the archivist's rules.
    /// Files described by another version are read again.
    String version();
}
