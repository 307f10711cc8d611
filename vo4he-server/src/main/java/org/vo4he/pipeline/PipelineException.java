// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import org.vo4he.mapping.RulesException;
import org.vo4he.mapping.YamlPart;

/// A file of programs or a pipeline can't be used. The message names the file, where it is known the line and column,
/// the key and the value found.
public final class PipelineException extends Exception {

    private static final long serialVersionUID = 1;

    /// @param problem a sentence's end, after the place and a colon
    PipelineException(YamlPart.Place place, String problem) {
        super(place + ": " + problem);
    }

    PipelineException(String sentence) {
        super(sentence);
    }

    PipelineException(RulesException cause) {
        super(cause.getMessage(), cause);
    }

    PipelineException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
