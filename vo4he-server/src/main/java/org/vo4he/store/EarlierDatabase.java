// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The database as it was before a newer program changed its schema: `archive.duckdb.v1.bak`. One is kept, that of the
/// last change, so that the older program can be gone back to.
final class EarlierDatabase {

    private EarlierDatabase() {}

    /// Copies the files of a closed database, and deletes the copies of earlier versions.
    ///
    /// @param version of its schema
    static void keep(Path state, int version) throws IOException {
        String kept = StateDirectory.DATABASE + ".v" + version + ".bak";
        copy(state.resolve(StateDirectory.DATABASE), state.resolve(kept));
        Path log = state.resolve(StateDirectory.LOG);
        if (Files.exists(log)) {
            copy(log, state.resolve(kept + ".wal"));
        }
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(state, StateDirectory.DATABASE + ".v*.bak*")) {
            for (Path copy : copies) {
                if (!copy.getFileName().toString().startsWith(kept)) {
                    Files.delete(copy);
                }
            }
        }
    }

    /// Whole or not at all.
    private static void copy(Path from, Path to) throws IOException {
        Path draft = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
