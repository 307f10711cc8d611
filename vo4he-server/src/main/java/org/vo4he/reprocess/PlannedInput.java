// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import org.vo4he.provenance.DataFile;

/// Where a step of a plan has an input from.
public sealed interface PlannedInput {

    /// A file that is there.
    ///
    /// @param identity of the file as it is now
    /// @param recorded what the recipe says of it
    record Stored(Path file, FileIdentity identity, DataFile recorded) implements PlannedInput {}

    /// An output of an earlier step of the same plan.
    ///
    /// @param step its number in the recipe
    /// @param output name of the argument
    record Made(int step, String output) implements PlannedInput {}
}
