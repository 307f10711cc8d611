// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `vo4he config`: every setting, its value, and where the value came from.
@Command(
        name = "config",
        description = "Show every setting, its value, and where the value came from.",
        footer = {
            "",
            "A value comes from the default, the settings file, the environment or the command line; the later one wins.",
            "",
            "Examples:",
            "  vo4he config",
            "  vo4he config --config vo4he.yaml",
            "  VO4HE_PORT=9000 vo4he config"
        })
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = SettingOptions.read(spec);
        PrintWriter out = spec.commandLine().getOut();
        for (Setting setting : Setting.values()) {
            String value = configuration.text(setting).orElse("-");
            String where = configuration
                    .value(setting)
                    .map(found -> found.source().where())
                    .orElse("not set");
            out.println(String.format(Locale.ROOT, "%-14s %-28s %s", setting.id(), value, where)
                    .stripTrailing());
        }
        return ExitCode.DONE;
    }
}
