// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

/// A command can't do what it was asked to. The message is the sentence shown; exit code 3.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandFailure(String sentence) {
        super(sentence);
    }

    CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
