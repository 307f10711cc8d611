// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.Sha256;

/// Where a step of a plan has an input from.
public sealed interface PlannedInput {

    /// A file that is there.
    ///
    /// @param identity of the file as it was when it looked so
    /// @param recorded what the recipe says of it
    /// @param look before its checksum was taken
    record Stored(Path file, FileIdentity identity, DataFile recorded, FileLook look) implements PlannedInput {

        /// Whether it is the file that was planned with; reads it only if it looks otherwise.
        boolean isTheSame() throws IOException {
            return Files.isRegularFile(file)
                    && (FileLook.of(file).equals(look) || identity.checksum().equals(Optional.of(Sha256.of(file))));
        }
    }

    /// An output of an earlier step of the same plan.
    ///
    /// @param step its number in the recipe
    /// @param output name of the argument
    record Made(int step, String output) implements PlannedInput {}
}
