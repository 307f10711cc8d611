// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A file that a step read or wrote, as recorded where the step ran: paths may be those of another host.
///
/// @param location the folder, empty when not told
/// @param path the name within `location`, or a whole path
/// @param name by which an edit may address it (superset)
/// @param did the publisher or creator identifier of the file (superset)
/// @param checksum algorithm and digest, such as `sha256:9f86…` or `datasum:2503531142` (superset)
/// @param sizeBytes (superset key `size`)
public record DataFile(
        String description,
        boolean editable,
        String location,
        String path,
        Optional<String> name,
        Optional<String> did,
        Optional<String> checksum,
        OptionalLong sizeBytes,
        OtherKeys others) {

    /// A file with the seed's keys only.
    public DataFile(String description, boolean editable, String location, String path) {
        this(
                description,
                editable,
                location,
                path,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OtherKeys.NONE);
    }

    /// The same, not to be edited.
    DataFile fixed() {
        return new DataFile(description, false, location, path, name, did, checksum, sizeBytes, others);
    }

    /// How a file of this name differs from what is recorded; empty if it does not, or nothing is recorded.
    public Optional<String> differenceFrom(Path there) throws IOException {
        long size = Files.size(there);
        if (sizeBytes.isPresent() && sizeBytes.getAsLong() != size) {
            return Optional.of(sizeBytes.getAsLong() + " bytes, the file of this name here has " + size + " bytes");
        }
        Optional<String> wanted =
                checksum.map(text -> text.strip().toLowerCase(Locale.ROOT)).filter(Sha256::isOne);
        return wanted.isPresent() && !wanted.get().equals(Sha256.of(there))
                ? Optional.of("another checksum than the file of this name here")
                : Optional.empty();
    }

    /// Location and path together.
    public String wholePath() {
        boolean whole = location.isEmpty() || path.isEmpty() || path.startsWith("/");
        return whole ? path : location + (location.endsWith("/") ? "" : "/") + path;
    }

    /// Location and path together as strangers see them: without the folders of the machine.
    public String shownPath() {
        return ShownPath.of(wholePath());
    }

    /// The last part of the path.
    public String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
    }
}
