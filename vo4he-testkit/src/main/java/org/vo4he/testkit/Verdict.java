// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.util.List;

/// What an outside judge said.
///
/// @param out standard output
/// @param err standard error
public record Verdict(List<String> command, int exitCode, String out, String err) {

    public Verdict {
        command = List.copyOf(command);
    }

    /// Both streams, for assertions on text and for failure messages.
    public String text() {
        return out + err;
    }

    @Override
    public String toString() {
        return String.join(" ", command) + "\nexit code " + exitCode + "\n" + text();
    }
}
