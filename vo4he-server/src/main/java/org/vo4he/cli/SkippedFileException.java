// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

/// There is nothing to be done with a file, and that is no failure. The message is the sentence shown.
final class SkippedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SkippedFileException(String sentence) {
        super(sentence);
    }
}
