// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.vo4he.provenance.Sha256;

/// By what a file is known besides its path.
///
/// @param did publisher's or creator's identifier
/// @param checksum `sha256:` and 64 digits, or `datasum:` and the DATASUM of the main HDU
public record FileIdentity(Optional<String> did, Optional<String> checksum, OptionalLong sizeBytes) {

    public static final FileIdentity UNKNOWN =
            new FileIdentity(Optional.empty(), Optional.empty(), OptionalLong.empty());

    /// SHA-256 and size of a file as it lies there; reads all of it.
    public static FileIdentity of(Path file, Optional<String> did) throws IOException {
        return new FileIdentity(did, Optional.of(Sha256.of(file)), OptionalLong.of(Files.size(file)));
    }
}
