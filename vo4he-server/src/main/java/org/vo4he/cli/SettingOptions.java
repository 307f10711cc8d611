// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.config.Configuration;
import org.vo4he.config.ConfigurationException;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Gives subcommands the options that set [Setting]s, made from that table, and reads them.
final class SettingOptions {

    private static final String FILE_OPTION = "--config";
    private static final String FILE_VARIABLE = "VO4HE_CONFIG";

    private SettingOptions() {}

    static void addTo(CommandLine command, List<Setting> settings) {
        CommandSpec spec = command.getCommandSpec();
        for (Setting setting : settings) {
            String fallback =
                    setting.fallback().map(" (default: %s)"::formatted).orElse("");
            OptionSpec option =
                    option(setting.option(), setting.valueName(), setting.meaning() + fallback, setting.takesSeveral());
            spec.addOption(
                    setting.bare().map(bare -> mayStandAlone(option, bare)).orElse(option));
        }
        spec.addOption(option(FILE_OPTION, "FILE", "Settings file (YAML); also by " + FILE_VARIABLE + ".", false));
    }

    /// @param repeated whether it may be given several times
    private static OptionSpec option(String name, String valueName, String meaning, boolean repeated) {
        OptionSpec.Builder option =
                OptionSpec.builder(name).paramLabel(valueName).description(meaning.replace("%", "%%"));
        return repeated
                ? option.type(List.class).auxiliaryTypes(String.class).build()
                : option.type(String.class).build();
    }

    /// Without a value behind `=` the option means the bare one: what follows it is an argument of its own.
    private static OptionSpec mayStandAlone(OptionSpec option, String bare) {
        return option.toBuilder()
                .arity("0..1")
                .fallbackValue(bare)
                .preprocessor((arguments, _, _, info) -> {
                    if (!"=".equals(info.get("separator"))) {
                        arguments.push(bare);
                    }
                    return false;
                })
                .build();
    }

    /// What the settings file, the environment and this command line say together.
    ///
    /// @throws ParameterException (exit code 2) when one of them is wrong
    static Configuration read(CommandSpec spec) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (spec.optionsMap().get(setting.option()) instanceof OptionSpec option
                    && isOurs(option)
                    && option.getValue() != null) {
                given.put(setting, text(option.getValue()));
            }
        }
        try {
            return Configuration.of(settingsFile(spec), System.getenv(), given);
        } catch (ConfigurationException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// An option of the command's own may have the name of a setting, as `--watch FOLDER` of `run` has: that one
    /// belongs to a field.
    private static boolean isOurs(OptionSpec option) {
        return option.userObject() == null;
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(File.pathSeparator))
                : (String) value;
    }

    /// The same as the packages want it.
    ///
    /// @throws ParameterException (exit code 2) when a package refuses a value
    static Settings settings(CommandSpec spec) {
        return settings(spec, read(spec));
    }

    static Settings settings(CommandSpec spec, Configuration configuration) {
        try {
            return Settings.of(configuration);
        } catch (ConfigurationException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// @param named by the option; null: the variable may name it
    static Optional<Path> settingsFile(Path named) {
        return Optional.ofNullable(named)
                .or(() -> Optional.ofNullable(System.getenv(FILE_VARIABLE)).map(Path::of));
    }

    private static Optional<Path> settingsFile(CommandSpec spec) {
        String option = spec.optionsMap().get(FILE_OPTION).getValue();
        return settingsFile(option == null ? null : Path.of(option));
    }
}
