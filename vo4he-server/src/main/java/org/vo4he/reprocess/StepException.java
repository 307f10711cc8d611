// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Optional;

/// A step can't do what it was asked. The message is one sentence that names the file or argument and the value found.
public final class StepException extends Exception {

    private static final long serialVersionUID = 1;

    private final String argument;

    public StepException(String sentence) {
        this("", sentence, null);
    }

    public StepException(String sentence, Throwable cause) {
        this("", sentence, cause);
    }

    private StepException(String argument, String sentence, Throwable cause) {
        super(sentence, cause);
        this.argument = argument;
    }

    /// @param argument name of the one whose value is to blame
    public static StepException of(String argument, String sentence, Throwable cause) {
        return new StepException(argument, sentence, cause);
    }

    /// @param argument name of the one whose value is to blame
    public static StepException of(String argument, String sentence) {
        return new StepException(argument, sentence, null);
    }

    /// Name of the argument whose value is to blame, if it is one alone.
    public Optional<String> argument() {
        return Optional.of(argument).filter(name -> !name.isEmpty());
    }
}
