// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.extract.ExtractStep;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.Step;
import org.vo4he.steps.GroupStep;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;

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
    static Planner planner(Settings settings, List<Path> open, KnownFiles known) {
        Describing describing = new Describing(settings);
        return new Planner(programs(settings), settings.inputs().resolver(open, known), describing::calibration);
    }

    /// The same for a server: inputs are the products of the archive, and what lies in its folders.
    ///
    /// @param more folders that are open besides
    static Planner planner(Settings settings, Products products, PublishedFolder folder, List<Path> more) {
        List<Path> open = new ArrayList<>(more);
        open.addAll(folder.calibration());
        open.add(folder.root());
        folder.remade().ifPresent(open::add);
        return planner(settings, open, new StoredFiles(products, folder));
    }

    /// Runs on this machine.
    static Executor executor(Settings settings) {
        return new LocalExecutor(new RunTags(new Describing(settings)), host());
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
