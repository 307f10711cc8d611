// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.util.List;
import org.vo4he.diagnostics.Finding;

/// A file can't be written, because of what it is. The message is the sentence shown, after the findings that say why.
final class UnwrittenFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    UnwrittenFileException(String sentence, List<Finding> findings) {
        super(sentence);
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
