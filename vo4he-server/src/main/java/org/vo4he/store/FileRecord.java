// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A file as the last harvest saw it: enough to tell whether it must be read again.
///
/// @param path relative to the published folder, `/` between its parts
/// @param outcome name of an `org.vo4he.product.Outcome`
/// @param fingerprint of a FITS file, to know it again under another path
/// @param describedBy rules, program version and settings that its rows were made with
/// @param lookups what the names in its header led to
/// @param consulted linked files that gave values to its rows
/// @param contentHash of all its rows: equal hashes, equal rows
public record FileRecord(
        String path,
        FileStamp stamp,
        String outcome,
        String mediaType,
        Optional<String> fingerprint,
        String describedBy,
        List<Lookup> lookups,
        List<Consulted> consulted,
        String contentHash) {

    public FileRecord {
        Objects.requireNonNull(path);
        Objects.requireNonNull(stamp);
        Objects.requireNonNull(fingerprint);
        lookups = List.copyOf(lookups);
        consulted = List.copyOf(consulted);
    }

    /// A name looked for, and the file of the published folder it led to.
    ///
    /// @param candidates files that could be meant as well as each other; then it led to none
    public record Lookup(String name, Optional<String> path, List<String> candidates) {

        public Lookup {
            candidates = List.copyOf(candidates);
        }

        public Lookup(String name, Optional<String> path) {
            this(name, path, List.of());
        }
    }

    /// A linked file, as it was when its content was used.
    public record Consulted(String path, FileStamp stamp) {}
}
