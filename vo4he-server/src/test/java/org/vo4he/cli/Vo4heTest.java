// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.vo4he.config.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// [Vo4he]: what every subcommand has in common.
class Vo4heTest {

    @Test
    void withoutACommandThereIsAHintAndExitCode2() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToIgnoringNewLines("vo4he: which command?Try 'vo4he --help'.");
    }

    @Test
    void aMistypedCommandIsNamedAndTheLikelyOneProposed() {
        CommandRun run = CommandRun.of("confg");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'confg'").contains("Did you mean: vo4he config?");
    }

    @Test
    void aMistypedOptionIsNamed() {
        CommandRun run = CommandRun.of("config", "--prot=9");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'--prot=9'").contains("Try 'vo4he config --help'.");
    }

    @Test
    void everySubcommandHasHelpWithExamplesAndExitCodes() {
        for (CommandLine subcommand : Vo4he.commandLine(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .getSubcommands()
                .values()) {
            if (subcommand.getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            String name = subcommand.getCommandSpec().qualifiedName();
            String help = subcommand.getUsageMessage(Ansi.OFF);

            assertThat(help)
                    .as(name)
                    .contains("Examples:")
                    .contains("  " + name + " ")
                    .contains("Exit codes:");
            assertThat(CommandRun.of(subcommand.getCommandName(), "--help").exitCode())
                    .isZero();
        }
    }

    @Test
    void configShowsEachSettingWithItsSource() {
        CommandRun run = CommandRun.of("config", "--port", "9000");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("(?m)^port +9000 +--port$").containsPattern("(?m)^base-url +- +not set$");
    }

    @Test
    void configAsJsonHasEverySettingWithItsSource() throws IOException {
        JsonNode settings = new ObjectMapper()
                .readTree(CommandRun.of("config", "--json", "--metrics", "on").out());

        assertThat(settings.size()).isEqualTo(Setting.values().length);
        assertThat(settings.at("/metrics/value").asText()).isEqualTo("on");
        assertThat(settings.at("/metrics/source").asText()).isEqualTo("--metrics");
        assertThat(settings.at("/access-log/source").asText()).isEqualTo("default");
        assertThat(settings.at("/base-url/value").isNull()).isTrue();
    }

    @Test
    void aSettingOfTheWrongFormIsAUsageError() {
        CommandRun run = CommandRun.of("config", "--port", "http");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--port: port takes a whole number that is not negative, not 'http'");
    }
}
