// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import org.vo4he.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What commands that ask a state folder do with their `--state`.
final class StateOption {

    private StateOption() {}

    /// @throws ParameterException when neither the command line, the environment nor the settings file names one
    static Path required(CommandSpec spec, Settings settings) {
        return settings.state().orElseThrow(() -> new ParameterException(spec.commandLine(), "--state is missing"));
    }

    static StateServer server(CommandSpec spec) {
        Settings settings = SettingOptions.settings(spec);
        return StateServer.of(required(spec, settings), settings);
    }
}
