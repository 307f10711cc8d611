// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.vo4he.documents.MadeSection;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Every subcommand's help, on the reference page word by word.
class CommandLinePageTest {

    @Test
    void everySubcommandIsOnTheReferencePageWithItsHelp() throws IOException {
        CommandLine line = Vo4he.commandLine(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        StringBuilder page = new StringBuilder(section(line));
        line.getSubcommands().values().stream()
                .filter(subcommand ->
                        !subcommand.getCommandSpec().usageMessage().hidden())
                .forEach(subcommand -> page.append(section(subcommand)));
        MadeSection.check("docs/reference/command-line.md", page.toString());
    }

    private static String section(CommandLine command) {
        String help = command.setUsageHelpWidth(100)
                .getUsageMessage(Ansi.OFF)
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .reduce("", (text, next) -> text + next + "\n");
        return "## " + command.getCommandSpec().qualifiedName() + "\n\n```\n" + help + "```\n\n";
    }
}
