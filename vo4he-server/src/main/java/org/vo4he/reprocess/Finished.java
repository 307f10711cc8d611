// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.List;
import org.vo4he.diagnostics.Finding;

/// What a run made.
///
/// @param outputs of all steps, in their order
/// @param log a text, a line for each thing that was said
/// @param findings of the steps, warnings only
public record Finished(List<Output> outputs, Path log, List<Finding> findings) {

    public Finished {
        outputs = List.copyOf(outputs);
        findings = List.copyOf(findings);
    }

    /// @param step its number in the recipe
    /// @param name of the argument; of a companion, such as the background of a spectrum, the name of the file
    /// @param wanted whether it is of the step that the plan is for
    public record Output(int step, String name, Path file, boolean wanted) {}

    /// Those that the plan is for.
    public List<Output> wanted() {
        return outputs.stream().filter(Output::wanted).toList();
    }
}
