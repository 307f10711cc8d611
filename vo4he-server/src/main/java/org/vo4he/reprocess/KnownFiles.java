// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files that somebody has a list of, such as the products of an archive.
public interface KnownFiles {

    /// No list.
    KnownFiles NONE = new KnownFiles() {
        @Override
        public Optional<Path> byDid(String did) {
            return Optional.empty();
        }

        @Override
        public List<Found> byChecksum(String checksum) {
            return List.of();
        }

        @Override
        public List<Found> byName(String name) {
            return List.of();
        }
    };

    /// @param did by which the list knows the file
    record Found(Path file, Optional<String> did) {}

    /// The file of the product that has this publisher DID, or that alone declares it.
    Optional<Path> byDid(String did);

    /// Files of this content.
    ///
    /// @param checksum `sha256:` or `datasum:` and digits
    List<Found> byChecksum(String checksum);

    /// Files of this name, wherever they lie.
    List<Found> byName(String name);
}
