// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.store.FileStamp;

/// A regular file of the published folder.
///
/// @param path relative to the folder, `/` between its parts
record FoundFile(String path, Path file, FileStamp stamp) {

    /// What Java puts for bytes of a name that are no text.
    private static final char NOT_TEXT = '\uFFFD';

    boolean hasReadableName() {
        return path.indexOf(NOT_TEXT) < 0;
    }
}
