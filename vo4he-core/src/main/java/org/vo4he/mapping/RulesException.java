// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

/// A rules file, or another definition in YAML, can't be used; the message names file, line and column, and the text
/// found there.
public final class RulesException extends Exception {

    /// @param problem a sentence's end, after the place and a colon
    public RulesException(YamlPart.Place place, String problem) {
        super(place + ": " + problem);
    }

    public RulesException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
