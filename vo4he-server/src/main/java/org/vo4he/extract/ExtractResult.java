// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.List;
import org.vo4he.events.Extracted;

/// What a run of `extract` counted, and the names of the files it wrote into its workspace.
public record ExtractResult(Extracted extracted, List<Written> outputs) {

    /// @param kind `spectrum`, `background`, `lightcurve`, `image` or `events`
    public record Written(String kind, String name) {}

    public ExtractResult {
        outputs = List.copyOf(outputs);
    }
}
