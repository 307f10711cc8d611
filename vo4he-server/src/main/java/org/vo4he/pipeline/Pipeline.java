// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.util.List;
import java.util.Map;
import org.vo4he.mapping.YamlPart;
import org.vo4he.reprocess.Step;

/// Steps that run one after the other; what one writes, a later one may read. [PipelineFile] reads it, [PipelinePlan]
/// makes a plan of it for files.
///
/// @param inputs names of the files that it begins with
public record Pipeline(String name, List<String> inputs, List<Stage> steps) {

    public Pipeline {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
    }

    /// Whether the outputs of a step are wanted, not only read by later ones.
    ///
    /// @param step its number, from 0
    public boolean keeps(int step) {
        return steps.get(step).keep();
    }

    /// One step.
    ///
    /// @param name by which later ones mean it
    /// @param step what runs
    /// @param values by argument, as the file has them: places are not filled
    /// @param keep whether its outputs are wanted, not only read by later steps
    /// @param places of the values in the file, for messages
    record Stage(
            String name, Step step, Map<String, String> values, boolean keep, Map<String, YamlPart.Place> places) {}
}
