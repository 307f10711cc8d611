// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.extract.ExtractStep;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.Step;
import org.vo4he.steps.GroupStep;

/// What makes products again, put together from the settings.
final class Remakers {

    private Remakers() {}

    /// The built-in steps, and the operator's programs.
    ///
    /// @throws CommandFailure when the operator's file can't be used
    static Programs programs(Settings settings) {
        String version = Vo4he.version();
        List<Step> builtIn =
                List.of(new ExtractStep(version), new GroupStep(version), new Describing(settings).tagStep(version));
        try {
            return new Programs(builtIn, OperatorPrograms.of(settings));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(settings.steps().orElseThrow() + ": " + e.getMessage(), e);
        }
    }

    /// @param open folders that inputs may come from besides those of the settings
    /// @param archive whose products may be inputs, too
    static Planner planner(Settings settings, List<Path> open, ArchiveInputs archive) {
        Describing describing = new Describing(settings);
        return new Planner(
                programs(settings),
                settings.inputs().resolver(open, archive.folders(), archive.files()),
                describing::calibration);
    }

    /// Runs on this machine.
    static Executor executor(Settings settings) {
        return new LocalExecutor(new RunTags(new Describing(settings)), host());
    }

    /// The same with other limits to what a step may leave.
    static Executor executor(Describing describing, int maxFiles, long maxBytes) {
        return new LocalExecutor(new RunTags(describing), host(), maxFiles, maxBytes);
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
