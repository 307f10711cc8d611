// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

/// A step can't do what it was asked. The message is one sentence that names the file or argument and the value found.
public final class StepException extends Exception {

    private static final long serialVersionUID = 1;

    public StepException(String sentence) {
        super(sentence);
    }

    public StepException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
