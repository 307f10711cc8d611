// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Siblings;

/// What the harvest needs to know of a file. Called by several threads at one time.
public interface Describer {

    /// @param siblings finds the files that this one names, within the published folder
    FileDescription describe(Path file, Siblings siblings);

    /// The version of the program, which changes whenever it would describe the same file otherwise; a word. Files
    /// described by another are read again, and what is said of them otherwise then is no news about them.
    String program();

    /// Which rules of the archivist are followed, in words; files described by others are read again. Without rules
    /// none.
    default String rules() {
        return "";
    }
}
