// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

/// A line of JSON Lines asks for nothing that can be done. The message is the sentence shown.
final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    BadLineException(String sentence) {
        super(sentence, null, false, false);
    }
}
