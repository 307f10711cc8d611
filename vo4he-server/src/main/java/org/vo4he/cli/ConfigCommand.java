// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  vo4he config --json",
            "  VO4HE_PORT=9000 vo4he config"
        })
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = "As one JSON object: for each setting its value and its source, null if unset.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = SettingOptions.read(spec);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(configuration));
            return ExitCode.DONE;
        }
        for (Setting setting : Setting.values()) {
            String value = configuration.text(setting).orElse("-");
            String where = configuration
                    .value(setting)
                    .map(found -> found.source().where())
                    .orElse("not set");
            out.println(String.format(Locale.ROOT, "%-18s %-28s %s", setting.id(), value, where)
                    .stripTrailing());
        }
        return ExitCode.DONE;
    }

    private static String json(Configuration configuration) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Setting setting : Setting.values()) {
            ObjectNode one = all.putObject(setting.id());
            one.put("value", configuration.text(setting).orElse(null));
            one.put(
                    "source",
                    configuration
                            .value(setting)
                            .map(found -> found.source().where())
                            .orElse(null));
        }
        return all.toPrettyString();
    }
}
