// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// One command line, run in this process to its end, and what came of it.
///
/// @param out standard output
/// @param err standard error
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Object... arguments) {
        return withInput("", arguments);
    }

    /// @param in standard input
    static CommandRun withInput(String in, Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        CommandLine line = Vo4he.commandLine(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out);
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(words);
        line.getOut().flush();
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    }
}
