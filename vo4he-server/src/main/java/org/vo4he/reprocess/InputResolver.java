// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.provenance.DataFile;

/// Finds the files that provenance names, among those that may be read.
public interface InputResolver {

    /// What came of looking for a file.
    sealed interface Resolution {

        /// @param file its real path
        /// @param did of the file, if it is known
        record Found(Path file, Optional<String> did) implements Resolution {}

        /// @param why one clause: `no file of this name lies below /data`
        record Missing(String why) implements Resolution {}
    }

    /// Never gives a file that the operator did not open for this.
    Resolution resolve(DataFile recorded);
}
