// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vo4he.config.Settings;
import org.vo4he.mapping.Rules;
import org.vo4he.mapping.RulesException;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.product.Annotator;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.profile.ProfileException;
import org.vo4he.profile.Profiles;
import org.vo4he.votags.WriteOptions;

/// Describes files that were named on the command line, by the configured rules and profiles.
final class Describing {

    private final ProductDescriber describer;
    private final Annotator annotator;
    private final Siblings siblings;

    Describing(Settings settings) {
        this.describer = new ProductDescriber(rules(settings), profiles(settings));
        this.annotator = new Annotator(describer);
        this.siblings = settings.calibration().after(Siblings.sameFolder());
    }

    /// @throws CommandFailure when the rules file can't be used
    static Rules rules(Settings settings) {
        Optional<Path> file = settings.rules();
        try {
            return file.isEmpty() ? Rules.none() : Rules.read(file.get());
        } catch (RulesException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// @throws CommandFailure when the folder of profiles, or one of them, can't be used
    static Profiles profiles(Settings settings) {
        Optional<Path> folder = settings.profiles();
        try {
            return folder.isEmpty() ? Profiles.none() : Profiles.read(folder.get());
        } catch (ProfileException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// @throws CommandFailure when there is no such file, or it is no ordinary one
    FileDescription describe(Path file) {
        requireFile(file);
        return describer.describe(file, siblings);
    }

    /// Describes the file and writes its VO-TAGS; the values given win over what is inferred.
    Annotator.Annotated annotate(Path in, Path out, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        return annotator.annotate(in, out, siblings, given, options);
    }

    /// The same without inference: what the file's tags say, and the values given.
    Annotator.Annotated annotateAsGiven(Path in, Path out, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        return annotator.annotateAsGiven(in, out, given, options);
    }

    /// A pipe or a device would be waited for without end.
    ///
    /// @throws CommandFailure saying what the path is instead
    static void requireFile(Path file) {
        if (file.toString().isEmpty()) {
            throw new CommandFailure("'' names no file");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; a file is wanted");
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(file + " is a pipe or a device; an ordinary file is wanted");
        }
    }
}
