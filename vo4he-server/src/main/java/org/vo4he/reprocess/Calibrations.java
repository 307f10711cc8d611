// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vo4he.provenance.CalibrationInput;

/// Reads by what files say that they were calibrated. Planning needs it; how headers say it is known elsewhere.
@FunctionalInterface
public interface Calibrations {

    /// No file says anything.
    Calibrations NONE = _ -> List.of();

    /// None of a file that is no product.
    List<CalibrationInput> of(Path file) throws IOException;
}
