// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;

/// What is wrong with a text that should be JSON.
public final class JsonFault {

    private JsonFault() {}

    /// The parser's sentence, without its remarks about itself.
    public static String sentence(JsonProcessingException fault) {
        return fault.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("no JSON")
                .replaceFirst(" \\(start marker at \\[Source: .*", "");
    }
}
