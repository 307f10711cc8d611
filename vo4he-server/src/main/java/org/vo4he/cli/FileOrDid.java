// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import org.vo4he.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A product as a command line names it: by its file, or with `--state` by its publisher DID.
///
/// @param given by the user
record FileOrDid(String given) {

    private static final String SCHEME = "ivo://";

    boolean isDid() {
        return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// @param archive of the settings' state folder
    /// @throws ParameterException when it is a DID, and no state folder is named
    /// @throws CommandFailure when no product has the DID
    Path in(ArchiveInputs archive, Settings settings, CommandSpec spec) {
        if (!isDid()) {
            return Path.of(given);
        }
        if (settings.state().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--state is missing: a publisher DID is looked up in a state folder");
        }
        return archive.files()
                .byDid(given)
                .orElseThrow(() -> new CommandFailure(
                        "no product of the state " + settings.state().get() + " has the publisher DID " + given));
    }
}
