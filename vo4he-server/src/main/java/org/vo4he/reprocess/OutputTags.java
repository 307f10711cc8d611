// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vo4he.provenance.ProvenanceDocument;

/// Writes into an output what it is and how it was made. Who runs steps needs it; how it is done is known elsewhere.
@FunctionalInterface
public interface OutputTags {

    /// Outputs stay as the step wrote them.
    OutputTags NONE = (_, _, _) -> List.of();

    /// @param output of any kind; what can't carry tags is left alone
    /// @param inputs that the step read, the first declared first
    /// @return sentences for the log
    /// @throws StepException when a product can't say how it was made
    List<String> write(Path output, ProvenanceDocument provenance, List<Path> inputs) throws IOException, StepException;
}
