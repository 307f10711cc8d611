// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

/// A rules file can't be used; the message names file and line, and the text found there.
public final class RulesException extends Exception {

    RulesException(String file, int line, String problem) {
        super(file + " line " + line + ": " + problem);
    }

    RulesException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
