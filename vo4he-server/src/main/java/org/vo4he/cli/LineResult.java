// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vo4he.diagnostics.Finding;

/// One line of standard output: what became of a line of standard input.
///
/// @param exitCode what the line alone would make the command end with
record LineResult(ObjectNode object, int exitCode) {

    /// A result of this outcome without more.
    static LineResult of(String outcome, int exitCode) {
        return new LineResult(JsonNodeFactory.instance.objectNode().put("outcome", outcome), exitCode);
    }

    /// A result with findings, of which the worst may raise the exit code.
    static LineResult of(String outcome, int exitCode, List<Finding> findings, boolean strict) {
        FindingTally tally = new FindingTally(strict);
        tally.add(findings);
        LineResult result = of(outcome, Math.max(exitCode, tally.exitCode()));
        result.object.set("findings", DescriptionJson.findings(findings));
        return result;
    }

    /// A line that asks for nothing that can be done.
    static LineResult badLine(String sentence) {
        return of("bad-line", ExitCode.USAGE).because(sentence);
    }

    static LineResult failed(String sentence) {
        return of("failed", ExitCode.FAILED).because(sentence);
    }

    LineResult because(String sentence) {
        object.put("message", sentence);
        return this;
    }

    LineResult with(String member, String value) {
        object.put(member, value);
        return this;
    }

    LineResult with(String member, long value) {
        object.put(member, value);
        return this;
    }

    /// Printed, with the line's number first.
    String text(int number) {
        ObjectNode numbered = JsonNodeFactory.instance.objectNode().put("line", number);
        numbered.setAll(object);
        return numbered.toString();
    }
}
