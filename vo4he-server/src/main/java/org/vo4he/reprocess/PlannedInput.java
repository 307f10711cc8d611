// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        /// A file that somebody names here. What is told of it is its name and content, and no folder of this machine.
        ///
        /// @param did of the file, if it is known
        public static Stored of(Path file, Optional<String> did) throws IOException {
            Path real = file.toRealPath();
            FileLook look = FileLook.of(real);
            DataFile told = new DataFile("", false, "", real.getFileName().toString());
            return new Stored(real, FileIdentity.of(real, did), told, look);
        }

        /// The same of which nothing is told but its name.
        Stored untold() {
            return new Stored(
                    file,
                    identity,
                    new DataFile("", false, "", file.getFileName().toString()),
                    look);
        }

        /// Whether it is the file that was planned with; reads it only if it looks otherwise.
        boolean isTheSame() throws IOException {
            return Files.isRegularFile(file)
                    && (FileLook.of(file).equals(look) || identity.checksum().equals(Optional.of(Sha256.of(file))));
        }
    }

    /// Many files that the recipe names by a list.
    ///
    /// @param list name of the list that the step is given
    /// @param files in their order
    record Listed(String list, List<Stored> files) implements PlannedInput {

        public Listed {
            files = List.copyOf(files);
        }
    }

    /// The files that lie here already.
    default List<Stored> stored() {
        return switch (this) {
            case Stored file -> List.of(file);
            case Listed listed -> listed.files();
            case Made _ -> List.of();
        };
    }

    /// An output of an earlier step of the same plan.
    ///
    /// @param step its number in the recipe
    /// @param output name of the argument
    record Made(int step, String output) implements PlannedInput {}
}
